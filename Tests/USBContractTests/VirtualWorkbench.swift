import USBConformance
import USBContract

/// A `VirtualBus` with hands.
struct VirtualWorkbench: USBWorkbench {
    let virtual = VirtualBus { try await Task.sleep(for: $0) }

    var bus: any USBBus { virtual }

    /// Ports are not exclusive here.
    func freePort() -> UInt8 { 1 }

    func plug(_ function: any USBFunction, port: UInt8, kernelDrivers: [UInt8: String], mayOpen: Bool) throws -> USBAddress {
        try virtual.plug(function, port: port, conditions: .init(kernelDrivers: kernelDrivers, mayOpen: mayOpen)).address
    }

    func unplug(_ address: USBAddress) { virtual.unplug(address) }

    func setMayOpen(_ mayOpen: Bool, _ address: USBAddress) { virtual.setMayOpen(mayOpen, address) }

    func driver(of interface: UInt8, of address: USBAddress) -> String? { virtual.driver(of: interface, of: address) }

    func orphan(_ interface: UInt8, of address: USBAddress) { virtual.orphan(interface, of: address) }

    func hold(_ interface: UInt8, of address: USBAddress, by program: String?) { virtual.hold(interface, of: address, by: program) }
}
