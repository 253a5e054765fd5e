import EmulatedKernel
import Glibc
import USBConformance
import USBContract
import USBTransport

/// libusb, as it is, on an emulated kernel, with hands.
struct EmulatedWorkbench: USBWorkbench {
    /// The kernel and libusb on top of it, in this order. A process has one of each.
    private static let machine = Task { () throws -> (kernel: EmulatedKernel, bus: LibUSBBus) in
        let kernel = try EmulatedKernel()
        return (kernel, try await LibUSBBus.start(patience: Patience(attempts: 3) {}))
    }

    static var canDenyAccess: Bool { geteuid() != 0 }

    let kernel: EmulatedKernel
    let bus: any USBBus
    let controller: EmulatedKernel.Controller

    init(_ controller: EmulatedKernel.Controller) async throws {
        (kernel, bus) = try await Self.machine.value
        self.controller = controller
    }

    func freePort() -> UInt8 { kernel.freePort() }

    func plug(_ function: any USBFunction, port: UInt8, kernelDrivers: [UInt8: String], mayOpen: Bool) throws -> USBAddress {
        try kernel.plug(function, port: port, drivers: kernelDrivers, controller: controller, mayOpen: mayOpen)
    }

    func unplug(_ address: USBAddress) { kernel.unplug(address) }

    func setMayOpen(_ mayOpen: Bool, _ address: USBAddress) throws { try kernel.setMayOpen(mayOpen, address) }

    func driver(of interface: UInt8, of address: USBAddress) -> String? { kernel.driver(of: interface, of: address) }

    func orphan(_ interface: UInt8, of address: USBAddress) { kernel.orphan(interface, of: address) }

    func hold(_ interface: UInt8, of address: USBAddress, by program: String?) { kernel.hold(interface, of: address, by: program) }
}
