import USBContract

/// Where a printer takes its data. Endpoints are found by direction: their numbers differ between models.
struct PrinterInterface: Sendable, Hashable {
    let number: UInt8
    let alternate: UInt8
    let output: USBEndpoint
    /// Where it tells its state; nil for one-way printers.
    let input: USBEndpoint?

    /// An interface of USB's printer class, two-way where the printer offers it, else one-way.
    ///
    /// Source: USB Printing Devices 1.1, section 4.1: class 7, subclass 1, protocol 1 one-way, 2 two-way.
    static func ofPrinterClass(_ device: USBDeviceInfo) -> PrinterInterface? {
        let settings = all(of: device) { $0.interfaceClass == .printer && $0.interfaceSubclass == 1 && [1, 2].contains($0.interfaceProtocol) }
        return settings.first { $0.proto == 2 }?.interface ?? settings.first?.interface
    }

    /// The same; for printers that call their interface their maker's own, the first that takes data and answers, else the first that takes data.
    static func of(_ device: USBDeviceInfo) -> PrinterInterface? {
        if let interface = ofPrinterClass(device) { return interface }
        let own = all(of: device) { $0.interfaceClass == .vendorSpecific }.map(\.interface)
        return own.first { $0.input != nil } ?? own.first
    }

    private static func all(
        of device: USBDeviceInfo, where isWanted: (USBAlternateSetting) -> Bool
    ) -> [(proto: UInt8, interface: PrinterInterface)] {
        device.interfaces.flatMap { interface in
            interface.alternates.filter(isWanted).compactMap { setting in
                guard let output = setting.endpoint(.bulk, .out) else { return nil }
                let found = PrinterInterface(
                    number: interface.number, alternate: setting.number, output: output, input: setting.endpoint(.bulk, .in))
                return (setting.interfaceProtocol, found)
            }
        }
    }
}
