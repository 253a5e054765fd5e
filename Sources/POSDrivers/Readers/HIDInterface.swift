import USBContract

/// An interface of a HID device that may be a reader's.
struct HIDInterface: Sendable, Hashable {
    let number: UInt8
    let input: USBEndpoint

    /// The interfaces of a device that may be a reader's. Boot keyboards and mice are left to the person who types with them.
    static func candidates(of device: USBDeviceInfo) -> [HIDInterface] {
        device.interfaces.compactMap { interface in
            guard let setting = interface.alternates.first, setting.interfaceClass == .humanInterface, !setting.isBootDevice,
                let input = setting.endpoint(.interrupt, .in)
            else { return nil }
            return HIDInterface(number: interface.number, input: input)
        }
    }
}

extension USBAlternateSetting {
    /// HID 1.11, section 4.2 and 4.3: subclass 1, protocol 1 keyboard or 2 mouse.
    fileprivate var isBootDevice: Bool { interfaceSubclass == 1 && (interfaceProtocol == 1 || interfaceProtocol == 2) }
}
