/// What can be known of a plugged-in device without opening it.
public struct USBDeviceInfo: Sendable, Hashable, Identifiable, CustomStringConvertible {
    /// Bus and address: this stay of this device.
    public var address: USBAddress
    /// The ports from the root hub to the device: the same socket has the same path after replugging. Empty for a root hub.
    public var ports: [UInt8]
    /// How fast it talks.
    public var speed: USBSpeed
    /// Its device descriptor.
    public var descriptor: USBDeviceDescriptor
    /// Its configurations, in order.
    public var configurations: [USBConfiguration]
    /// `bConfigurationValue` of the configuration in force; nil while there is none.
    public var activeConfigurationValue: UInt8?
    /// The maker's name, where the device tells it and the host can read it.
    public var manufacturer: String?
    /// The product's name, where the device tells it and the host can read it.
    public var product: String?
    /// The serial number, where the device tells it and the host can read it.
    public var serialNumber: String?

    /// A device as the bus found it.
    public init(
        address: USBAddress, ports: [UInt8], speed: USBSpeed, descriptor: USBDeviceDescriptor, configurations: [USBConfiguration],
        activeConfigurationValue: UInt8?, manufacturer: String? = nil, product: String? = nil, serialNumber: String? = nil
    ) {
        self.address = address
        self.ports = ports
        self.speed = speed
        self.descriptor = descriptor
        self.configurations = configurations
        self.activeConfigurationValue = activeConfigurationValue
        self.manufacturer = manufacturer
        self.product = product
        self.serialNumber = serialNumber
    }

    /// The address, which is unique while the device is plugged in.
    public var id: USBAddress { address }

    /// What kind of device it is.
    public var deviceID: USBDeviceID { descriptor.id }

    /// The configuration in force.
    public var activeConfiguration: USBConfiguration? { configurations.first { $0.value == activeConfigurationValue } }

    /// The interfaces that can be claimed now: those of the configuration in force.
    public var interfaces: [USBInterface] { activeConfiguration?.interfaces ?? [] }

    /// The socket it is plugged into, as Linux writes it: `1-2.3` is port 3 of the hub in port 2 of bus 1, `usb1` the root hub.
    public var portPath: String {
        ports.isEmpty ? "usb\(address.bus)" : "\(address.bus)-" + ports.map(String.init).joined(separator: ".")
    }

    /// For people: `MagTek SureSwipe (0801:0002 at 001:004)`.
    public var description: String {
        let name = [manufacturer, product].compactMap(\.self).joined(separator: " ")
        return (name.isEmpty ? "USB device" : name) + " (\(deviceID) at \(address))"
    }
}
