import Dispatch
import Foundation
import Synchronization
import USBConformance
import USBContract
import USBIP
import USBTransport

/// libusb, as it is, on a real kernel and a real udev, with hands.
final class RealWorkbench: USBWorkbench {
    /// A process has one libusb.
    private static let machine = Task { () throws -> (controller: VirtualHostController, bus: LibUSBBus) in
        (try VirtualHostController(), try await LibUSBBus.start())
    }

    let controller: VirtualHostController
    let bus: any USBBus
    private let holders = Mutex<[USBAddress: Holder]>([:])

    init() async throws { (controller, bus) = try await Self.machine.value }

    /// A kernel takes half a second for each.
    var pluggings: Int { 20 }

    func freePort() -> UInt8 { controller.freePort() }

    /// Without the right to, `mayOpen` is left as our udev rules set it.
    func plug(_ function: any USBFunction, port: UInt8, kernelDrivers: [UInt8: String], mayOpen: Bool) async throws -> USBAddress {
        try await Self.blocking { [controller] in
            let address = try controller.plug(function, port: port)
            if !mayOpen {
                try Self.settle()
                chmod(address.nodePath, 0)
            }
            return address
        }
    }

    func unplug(_ address: USBAddress) { controller.unplug(address) }

    func setMayOpen(_ mayOpen: Bool, _ address: USBAddress) throws {
        guard chmod(address.nodePath, mayOpen ? 0o660 : 0) == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }

    func driver(of interface: UInt8, of address: USBAddress) -> String? { controller.driver(of: interface, of: address) }

    /// The program is always the same.
    func hold(_ interface: UInt8, of address: USBAddress, by program: String?) async throws {
        if program != nil {
            let holder = try await Self.blocking { try Holder(interface, of: address) }
            holders.withLock { $0[address] = holder }
        } else if let holder = holders.withLock({ $0.removeValue(forKey: address) }) {
            try await Self.blocking { try holder.letGo() }
        }
    }

    func orphan(_ interface: UInt8, of address: USBAddress) async throws {
        try await Self.blocking { try Holder(interface, of: address).kill() }
    }

    /// Waits until udev has nothing left to do.
    private static func settle() throws {
        let process = try Process.run(URL(filePath: "/usr/bin/udevadm"), arguments: ["settle"])
        process.waitUntilExit()
    }

    /// Does what blocks away from the threads that run tasks.
    static func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
