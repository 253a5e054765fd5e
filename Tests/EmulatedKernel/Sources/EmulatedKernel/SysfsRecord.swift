import USBContract

/// A device as sysfs and udev show it, in umockdev's notation.
///
/// It has no `N:` line: umockdev would make a plain file of the node, which is always ready.
struct SysfsRecord {
    private static let hub = "/devices/pci0000:00/0000:00:14.0/usb1"

    /// The path below `/sys`, without it.
    let path: String
    let text: String

    /// A device in a port of the root hub.
    init(_ info: USBDeviceInfo, descriptors: USBFunctionDescriptors) {
        path = Self.hub + "/" + info.portPath
        text = Self.record(path, info, descriptors)
    }

    /// The root hub, which every device has above it.
    static var rootHub: String {
        let configuration = USBConfiguration(interfaces: [
            USBInterface(
                number: 0,
                alternates: [
                    USBAlternateSetting(
                        interfaceClass: .hub, endpoints: [USBEndpoint(address: 0x81, transferType: .interrupt, maxPacketSize: 4, interval: 12)])
                ])
        ])
        var device = USBDeviceDescriptor(id: USBDeviceID(vendor: 0x1D6B, product: 0x0002), deviceClass: .hub)
        device.deviceProtocol = 1
        let descriptors = USBFunctionDescriptors(device: device.bytes, configurations: [configuration.bytes])
        let info = USBDeviceInfo(
            address: USBAddress(bus: 1, address: 1), ports: [], speed: .high, descriptor: device, configurations: [configuration],
            activeConfigurationValue: 1)
        return record(hub, info, descriptors)
    }

    private static func record(_ path: String, _ info: USBDeviceInfo, _ descriptors: USBFunctionDescriptors) -> String {
        let node = info.address.nodePath
        var lines = [
            "P: \(path)", "E: SUBSYSTEM=usb", "E: DEVTYPE=usb_device", "E: DEVNAME=\(node)", "E: BUSNUM=\(node.suffix(7).prefix(3))",
            "E: DEVNUM=\(node.suffix(3))", "A: busnum=\(info.address.bus)", "A: devnum=\(info.address.address)", "A: speed=\(speed(info))",
            "A: bConfigurationValue=\(info.activeConfigurationValue ?? 0)", "A: dev=189:\(Int(info.address.address) - 1)",
        ]
        if let manufacturer = info.manufacturer { lines.append("A: manufacturer=\(manufacturer)") }
        if let product = info.product { lines.append("A: product=\(product)") }
        if let serialNumber = info.serialNumber { lines.append("A: serial=\(serialNumber)") }
        lines.append("H: descriptors=" + (descriptors.device + descriptors.configurations.flatMap(\.self)).map(hexadecimal).joined())
        return lines.joined(separator: "\n") + "\n"
    }

    /// In Mbit/s.
    private static func speed(_ info: USBDeviceInfo) -> String {
        switch info.speed {
        case .low: "1.5"
        case .full, .unknown: "12"
        case .high: "480"
        case .super: "5000"
        case .superPlus: "10000"
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }
}
