import Synchronization

/// A bus in this process, into which emulated devices are plugged.
///
/// `memberlane serve --virtual-devices` and tests use it in the place of the real one. It keeps the rules of the real one:
/// claims, kernel drivers, access rights, halts and time limits.
public final class VirtualBus: USBBus {
    /// Waits for a duration; the bus itself has no clock.
    public typealias Timer = @Sendable (Duration) async throws -> Void

    /// How a device meets this computer.
    public struct Conditions: Sendable, Hashable {
        /// The driver the kernel binds to each interface, such as `usbhid` or `usblp`.
        public var kernelDrivers: [UInt8: String]
        /// Whether this user may open the device.
        public var mayOpen: Bool
        /// How fast the device talks.
        public var speed: USBSpeed

        /// No kernel driver and free access.
        public init(kernelDrivers: [UInt8: String] = [:], mayOpen: Bool = true, speed: USBSpeed = .full) {
            self.kernelDrivers = kernelDrivers
            self.mayOpen = mayOpen
            self.speed = speed
        }
    }

    struct Socket {
        let host: USBFunctionHost
        var mayOpen: Bool
        var bindings: USBInterfaceBindings
    }

    fileprivate struct State {
        var sockets: [USBAddress: Socket] = [:]
        var lastAddress: UInt8 = 0
        var lastOwner = 0
    }

    let timer: Timer
    private let roster = USBDeviceRoster()
    private let state = Mutex(State())

    /// A bus with nothing plugged in. `timer` waits for time limits: `{ try await Task.sleep(for: $0) }`.
    public init(timer: @escaping Timer) { self.timer = timer }

    /// Plugs a device in.
    ///
    /// Errors: `unsupported` when its descriptors are none, or all 127 addresses are taken.
    @discardableResult
    public func plug(_ function: any USBFunction, port: UInt8 = 1, conditions: Conditions = Conditions()) throws(USBError) -> USBDeviceInfo {
        let host = USBFunctionHost(function)
        let socket = Socket(host: host, mayOpen: conditions.mayOpen, bindings: USBInterfaceBindings(defaultDrivers: conditions.kernelDrivers))
        let device = state.withLock { state -> USBDeviceInfo? in
            guard let address = state.freeAddress() else { return nil }
            let place = USBAddress(bus: 1, address: address)
            guard let device = function.descriptors.info(address: place, ports: [port], speed: conditions.speed) else { return nil }
            state.sockets[place] = socket
            return device
        }
        guard let device else { throw USBError(.unsupported, device: "The emulated device") }
        roster.enter(device)
        return device
    }

    /// Pulls a device out.
    public func unplug(_ address: USBAddress) {
        guard let socket = state.withLock({ $0.sockets.removeValue(forKey: address) }) else { return }
        socket.host.unplug()
        roster.strike(address)
    }

    /// Changes who may open the device, as udev does a moment after plugging in.
    public func setMayOpen(_ mayOpen: Bool, _ address: USBAddress) {
        withSocket(address) { $0.mayOpen = mayOpen }
    }

    /// Lets a made-up program hold an interface, or let go of it with nil.
    public func hold(_ interface: UInt8, of address: USBAddress, by program: String?) {
        withSocket(address) { $0.bindings.hold(interface, by: program) }
    }

    /// Takes an interface from its kernel driver for nobody, as the end of a program that is killed does.
    public func orphan(_ interface: UInt8, of address: USBAddress) {
        withSocket(address) { _ = $0.bindings.detachDriver(of: interface) }
    }

    /// The driver bound to an interface; `usbfs` while a program has claimed it.
    public func driver(of interface: UInt8, of address: USBAddress) -> String? {
        withSocket(address) { $0.bindings.driver(of: interface) } ?? nil
    }

    /// What is plugged in, by address.
    public func devices() async -> [USBDeviceInfo] { roster.devices }

    /// Arrivals and departures.
    public func events() -> AsyncStream<USBEvent> { roster.events() }

    /// Opens a device.
    public func open(_ device: USBDeviceInfo) async throws(USBError) -> any USBConnection {
        guard let (host, mayOpen) = withSocket(device.address, { ($0.host, $0.mayOpen) }) else { throw USBError(.gone, device: device.description) }
        guard mayOpen else { throw USBError(.accessDenied, device: device.description) }
        let number = state.withLock { state in
            state.lastOwner += 1
            return state.lastOwner
        }
        return VirtualConnection(device, bus: self, host: host, owner: USBInterfaceBindings.Owner(number: number))
    }

    /// Gives what nobody has back to the kernel's drivers.
    public func restoreDrivers(of device: USBDeviceInfo) async throws(USBError) -> [UInt8] {
        let numbers = device.interfaces.map(\.number)
        guard let mayOpen = withSocket(device.address, { $0.mayOpen }) else { throw USBError(.gone, device: device.description) }
        guard mayOpen else { throw USBError(.accessDenied, device: device.description) }
        return withSocket(device.address) { socket in numbers.filter { socket.bindings.attachDriver(of: $0) } } ?? []
    }

    /// Works on a socket; nil when nothing is plugged in there.
    @discardableResult
    func withSocket<T: Sendable>(_ address: USBAddress, _ body: @Sendable (inout Socket) -> T) -> T? {
        state.withLock { state in
            guard var socket = state.sockets[address] else { return nil }
            defer { state.sockets[address] = socket }
            return body(&socket)
        }
    }
}

extension VirtualBus.State {
    /// The next address in turn, as a kernel gives them out.
    fileprivate mutating func freeAddress() -> UInt8? {
        for _ in 1...127 {
            lastAddress = lastAddress % 127 + 1
            if sockets[USBAddress(bus: 1, address: lastAddress)] == nil { return lastAddress }
        }
        return nil
    }
}
