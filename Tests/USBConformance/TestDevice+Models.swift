public import USBContract

extension TestDevice {
    /// The report descriptor of a vendor reader with one input report of 337 bytes.
    static let readerReport: [UInt8] = [
        0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x09, 0x20, 0x96, 0x51, 0x01, 0x81, 0x02, 0xC0,
    ]

    /// A reader with 8-byte packets at IN 1; with other numbers than MagTek's it is none that our udev rules know.
    public static func reader(id: USBDeviceID = USBDeviceID(vendor: 0x0801, product: 0x0002)) -> TestDevice {
        let setting = USBAlternateSetting(
            interfaceClass: .humanInterface,
            endpoints: [USBEndpoint(address: 0x81, transferType: .interrupt, maxPacketSize: 8, interval: 10)])
        return TestDevice(
            USBFunctionDescriptors(
                id: id, configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [setting])]), reports: [0: readerReport],
                manufacturer: "Test", product: "Reader", serialNumber: "R1"))
    }

    /// A printer: one-way in setting 0, two-way in setting 1, 64-byte packets at OUT 1 and IN 2.
    public static func printer() -> TestDevice {
        let out = USBEndpoint(address: 0x01, transferType: .bulk, maxPacketSize: 64)
        let back = USBEndpoint(address: 0x82, transferType: .bulk, maxPacketSize: 64)
        let oneWay = USBAlternateSetting(number: 0, interfaceClass: .printer, interfaceSubclass: 1, interfaceProtocol: 1, endpoints: [out])
        let twoWay = USBAlternateSetting(number: 1, interfaceClass: .printer, interfaceSubclass: 1, interfaceProtocol: 2, endpoints: [out, back])
        return TestDevice(
            USBFunctionDescriptors(
                id: USBDeviceID(vendor: 0x0416, product: 0x5011),
                configuration: USBConfiguration(interfaces: [USBInterface(number: 0, alternates: [oneWay, twoWay])]),
                manufacturer: "Test", product: "Printer"))
    }
}
