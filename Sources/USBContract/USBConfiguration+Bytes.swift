extension USBConfiguration {
    /// Reads a configuration descriptor with everything that follows it.
    ///
    /// Descriptors of unknown type go to the setting they follow; what does not fit its own length is left out.
    /// Nil when the bytes do not start with a configuration descriptor.
    public init?(bytes: [UInt8]) {
        var descriptors = USBDescriptors(bytes)
        guard let head = descriptors.next(), head.type == USBDescriptorType.configuration, head.bytes.count >= 9 else { return nil }
        self.init(value: head.bytes[5], interfaces: [], attributes: head.bytes[7], maxPower: head.bytes[8])
        var setting: (interface: UInt8, alternate: USBAlternateSetting)?
        for descriptor in descriptors {
            switch descriptor.type {
            case USBDescriptorType.interface where descriptor.bytes.count >= 9:
                add(setting)
                setting = (
                    descriptor.bytes[2],
                    USBAlternateSetting(
                        number: descriptor.bytes[3], interfaceClass: USBClass(rawValue: descriptor.bytes[5]),
                        interfaceSubclass: descriptor.bytes[6], interfaceProtocol: descriptor.bytes[7], endpoints: [])
                )
            case USBDescriptorType.endpoint where descriptor.bytes.count >= 7:
                guard let type = USBTransferType(rawValue: descriptor.bytes[3] & 0x03) else { continue }
                setting?.alternate.endpoints.append(
                    USBEndpoint(
                        address: USBEndpointAddress(rawValue: descriptor.bytes[2]), transferType: type,
                        maxPacketSize: Int(descriptor.bytes.littleEndian16(at: 4) & 0x07FF), interval: descriptor.bytes[6]))
            default:
                setting?.alternate.classDescriptors += descriptor.bytes
            }
        }
        add(setting)
    }

    private mutating func add(_ setting: (interface: UInt8, alternate: USBAlternateSetting)?) {
        guard let setting else { return }
        if let known = interfaces.firstIndex(where: { $0.number == setting.interface }) {
            interfaces[known].alternates.append(setting.alternate)
        } else {
            interfaces.append(USBInterface(number: setting.interface, alternates: [setting.alternate]))
        }
    }

    /// The configuration descriptor with everything that follows it, as a device sends it.
    ///
    /// It names no strings. Longer than 65535 bytes in all does not fit `wTotalLength`; the rest is not announced.
    public var bytes: [UInt8] {
        let settings = interfaces.flatMap { interface in interface.alternates.flatMap { $0.bytes(interface: interface.number) } }
        let total = UInt16(clamping: 9 + settings.count)
        return [9, USBDescriptorType.configuration] + .littleEndian(total) + [UInt8(clamping: interfaces.count), value, 0, attributes, maxPower]
            + settings
    }
}

extension USBAlternateSetting {
    fileprivate func bytes(interface: UInt8) -> [UInt8] {
        [
            9, USBDescriptorType.interface, interface, number, UInt8(clamping: endpoints.count), interfaceClass.rawValue, interfaceSubclass,
            interfaceProtocol, 0,
        ] + classDescriptors + endpoints.flatMap(\.bytes)
    }
}

extension USBEndpoint {
    fileprivate var bytes: [UInt8] {
        [7, USBDescriptorType.endpoint, address.rawValue, transferType.rawValue] + .littleEndian(UInt16(clamping: maxPacketSize)) + [interval]
    }
}
