/// Who has each interface of a device: a kernel driver, a program, or nobody. The kernel's book, kept for emulated devices.
///
/// Source: `drivers/usb/core/devio.c` of Linux: a claim fails while a driver is bound or another program has claimed.
public struct USBInterfaceBindings: Sendable, Hashable {
    /// A program's opening of the device.
    public struct Owner: Sendable, Hashable {
        /// Different for each opening.
        public var number: Int

        /// The opening with this number.
        public init(number: Int) { self.number = number }
    }

    /// The driver that the kernel binds to an interface when it is free, by interface number.
    public let defaultDrivers: [UInt8: String]
    private var drivers: [UInt8: String]
    private var owners: [UInt8: Owner] = [:]
    private var holders: [UInt8: String] = [:]

    /// As after plugging in: the kernel has bound its drivers.
    public init(defaultDrivers: [UInt8: String] = [:]) {
        self.defaultDrivers = defaultDrivers
        drivers = defaultDrivers
    }

    /// The driver bound to the interface; `usbfs` while a program has claimed it, as Linux says.
    public func driver(of interface: UInt8) -> String? {
        owners[interface] != nil || holders[interface] != nil ? "usbfs" : drivers[interface]
    }

    /// Takes the interface away from its kernel driver; false when there is none.
    public mutating func detachDriver(of interface: UInt8) -> Bool { drivers.removeValue(forKey: interface) != nil }

    /// Gives a free interface to its kernel driver; false when it is not free or has none.
    public mutating func attachDriver(of interface: UInt8) -> Bool {
        guard driver(of: interface) == nil, let driver = defaultDrivers[interface] else { return false }
        drivers[interface] = driver
        return true
    }

    /// Claims the interface for an opening; false when a driver or somebody else has it. Claiming twice is allowed.
    public mutating func claim(_ interface: UInt8, for owner: Owner) -> Bool {
        if drivers[interface] != nil || holders[interface] != nil { return false }
        if let other = owners[interface] { return other == owner }
        owners[interface] = owner
        return true
    }

    /// Releases the interface; false when the opening has not claimed it. No driver is bound by that.
    public mutating func release(_ interface: UInt8, by owner: Owner) -> Bool {
        guard owners[interface] == owner else { return false }
        owners[interface] = nil
        return true
    }

    /// Who holds the interface without being one of our own openings.
    public func holder(of interface: UInt8) -> String? { holders[interface] }

    /// Lets a made-up program hold the interface, or let go of it with nil.
    public mutating func hold(_ interface: UInt8, by program: String?) {
        if program != nil { drivers[interface] = nil }
        holders[interface] = program
    }
}
