/// The descriptors of an emulated device, as the bytes a real one sends.
public struct USBFunctionDescriptors: Sendable, Hashable {
    /// The device descriptor, 18 bytes.
    public var device: [UInt8]
    /// The configuration descriptors, each with everything that follows it.
    public var configurations: [[UInt8]]
    /// The string descriptors by their index; 0 lists the languages.
    public var strings: [UInt8: [UInt8]]
    /// The HID report descriptors by interface number.
    public var reports: [UInt8: [UInt8]]

    /// Descriptors taken from a real device.
    public init(device: [UInt8], configurations: [[UInt8]], strings: [UInt8: [UInt8]] = [:], reports: [UInt8: [UInt8]] = [:]) {
        self.device = device
        self.configurations = configurations
        self.strings = strings
        self.reports = reports
    }

    /// Descriptors of a device with one configuration.
    ///
    /// Interfaces with a report descriptor get the HID descriptor that announces it. Strings are given indexes 1, 2 and 3.
    public init(
        id: USBDeviceID, configuration: USBConfiguration, reports: [UInt8: [UInt8]] = [:], manufacturer: String? = nil, product: String? = nil,
        serialNumber: String? = nil
    ) {
        var configuration = configuration
        for number in configuration.interfaces.indices {
            guard let report = reports[configuration.interfaces[number].number] else { continue }
            for alternate in configuration.interfaces[number].alternates.indices {
                configuration.interfaces[number].alternates[alternate].classDescriptors = Self.hid(reportLength: report.count)
            }
        }
        var strings: [UInt8: [UInt8]] = [0: [4, USBDescriptorType.string, 0x09, 0x04]]
        strings[1] = manufacturer.map(Self.string)
        strings[2] = product.map(Self.string)
        strings[3] = serialNumber.map(Self.string)
        let descriptor = USBDeviceDescriptor(
            id: id, manufacturerString: manufacturer == nil ? 0 : 1, productString: product == nil ? 0 : 2,
            serialNumberString: serialNumber == nil ? 0 : 3)
        self.init(device: descriptor.bytes, configurations: [configuration.bytes], strings: strings, reports: reports)
    }

    /// The string descriptor of `text`, cut to the 126 UTF-16 units that fit.
    public static func string(_ text: String) -> [UInt8] {
        let units = text.utf16.prefix(126)
        return [UInt8(2 + 2 * units.count), USBDescriptorType.string] + units.flatMap { [UInt8].littleEndian($0) }
    }

    /// The text of a string descriptor; nil when the bytes are none.
    public static func text(_ descriptor: [UInt8]) -> String? {
        guard descriptor.count >= 2, descriptor[1] == USBDescriptorType.string, Int(descriptor[0]) <= descriptor.count, descriptor[0] >= 2 else {
            return nil
        }
        let units = stride(from: 2, to: Int(descriptor[0]) - 1, by: 2).map { descriptor.littleEndian16(at: $0) }
        return String(decoding: units, as: UTF16.self)
    }

    /// The device a host finds; nil when the device descriptor is none. The first configuration is in force.
    public func info(address: USBAddress, ports: [UInt8], speed: USBSpeed = .full) -> USBDeviceInfo? {
        guard let descriptor = USBDeviceDescriptor(bytes: device) else { return nil }
        let decoded = configurations.compactMap { USBConfiguration(bytes: $0) }
        return USBDeviceInfo(
            address: address, ports: ports, speed: speed, descriptor: descriptor, configurations: decoded,
            activeConfigurationValue: decoded.first?.value, manufacturer: text(at: descriptor.manufacturerString),
            product: text(at: descriptor.productString), serialNumber: text(at: descriptor.serialNumberString))
    }

    private func text(at index: UInt8) -> String? { index == 0 ? nil : strings[index].flatMap(Self.text) }

    /// Source: HID 1.11, section 6.2.1.
    private static func hid(reportLength: Int) -> [UInt8] {
        [9, USBDescriptorType.hid, 0x11, 0x01, 0, 1, USBDescriptorType.hidReport] + .littleEndian(UInt16(clamping: reportLength))
    }
}
