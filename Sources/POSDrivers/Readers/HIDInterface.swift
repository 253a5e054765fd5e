public import USBContract

/// An interface of a HID device that may be a reader's.
public struct HIDInterface: Sendable, Hashable {
    /// `bInterfaceNumber`.
    public let number: UInt8
    /// Where reports come from.
    public let input: USBEndpoint

    /// The interfaces of a device that may be a reader's. Boot keyboards and mice are left to the person who types with them.
    public static func candidates(of device: USBDeviceInfo) -> [HIDInterface] { interfaces(of: device) { !$0.isBootKeyboard && !$0.isBootMouse } }

    /// The interfaces of a device that may be a keyboard's, boot keyboards first. Only for a device that its data sheet names as a reader in keyboard mode: nothing in
    /// the descriptors tells it from the keyboard the operator types on.
    public static func keyboards(of device: USBDeviceInfo) -> [HIDInterface] {
        interfaces(of: device, where: \.isBootKeyboard) + interfaces(of: device) { !$0.isBootKeyboard && !$0.isBootMouse }
    }

    private static func interfaces(of device: USBDeviceInfo, where isWanted: (USBAlternateSetting) -> Bool) -> [HIDInterface] {
        device.interfaces.compactMap { interface in
            guard let setting = interface.alternates.first, setting.interfaceClass == .humanInterface, isWanted(setting),
                let input = setting.endpoint(.interrupt, .in)
            else { return nil }
            return HIDInterface(number: interface.number, input: input)
        }
    }
}

/// HID 1.11, section 4.2 and 4.3: subclass 1, protocol 1 keyboard or 2 mouse.
extension USBAlternateSetting {
    fileprivate var isBootKeyboard: Bool { interfaceSubclass == 1 && interfaceProtocol == 1 }
    fileprivate var isBootMouse: Bool { interfaceSubclass == 1 && interfaceProtocol == 2 }
}
