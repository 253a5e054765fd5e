public import USBContract

/// A bus with hands: what the rules need of whoever plugs devices in and out.
public protocol USBWorkbench: Sendable {
    /// The bus to be checked.
    var bus: any USBBus { get }

    /// A port where nothing is plugged in.
    func freePort() -> UInt8

    /// How often a device is plugged in and pulled out in a row.
    var pluggings: Int { get }

    /// Plugs a device into a port; the bus tells of it in its own time. `kernelDrivers` are those that a kernel binds to the interfaces;
    /// a real one knows them itself.
    func plug(_ function: any USBFunction, port: UInt8, kernelDrivers: [UInt8: String], mayOpen: Bool) async throws -> USBAddress

    /// Pulls a device out.
    func unplug(_ address: USBAddress)

    /// Changes who may open a device.
    func setMayOpen(_ mayOpen: Bool, _ address: USBAddress) throws

    /// The driver bound to an interface; `usbfs` while a program has claimed it.
    func driver(of interface: UInt8, of address: USBAddress) -> String?

    /// Lets another program hold an interface, or let go of it with nil.
    func hold(_ interface: UInt8, of address: USBAddress, by program: String?) async throws

    /// Lets another program claim an interface and be killed.
    func orphan(_ interface: UInt8, of address: USBAddress) async throws
}

extension USBWorkbench {
    /// As often as a product for shops is held to.
    public var pluggings: Int { 200 }

    /// Plugs a device in and waits until the bus has told of it.
    public func arrive(
        _ function: any USBFunction, port: UInt8? = nil, kernelDrivers: [UInt8: String] = [:], mayOpen: Bool = true
    ) async throws -> USBDeviceInfo {
        let events = bus.events()
        let address = try await plug(function, port: port ?? freePort(), kernelDrivers: kernelDrivers, mayOpen: mayOpen)
        for await event in events {
            if case .arrived(let device) = event, device.address == address { return device }
        }
        throw USBError(.gone, device: "The bus")
    }

    /// Pulls a device out and waits until the bus has told of it.
    public func leave(_ device: USBDeviceInfo) async {
        let events = bus.events()
        unplug(device.address)
        _ = await events.first { $0 == .left(device.address) }
    }

    /// Plugs a device in, claims its first interface, lets `body` work with it, closes it and pulls it out.
    func withClaimed(
        _ function: TestDevice, alternate: UInt8 = 0, _ body: (any USBConnection) async throws -> Void
    ) async throws {
        let device = try await arrive(function)
        let connection = try await bus.open(device)
        function.forget()
        do {
            try await connection.claim(interface: 0, alternate: alternate)
            try await body(connection)
        } catch {
            await connection.close()
            unplug(device.address)
            throw error
        }
        await connection.close()
        unplug(device.address)
    }
}
