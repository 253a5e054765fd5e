internal import PointOfService
public import TableReading
public import USBContract

/// The devices we support. Drivers, udev rules, `memberlane doctor` and the README's table follow from it.
public struct DeviceTable: Sendable, Hashable {
    /// The sheets, in the order of the README.
    public let sheets: [DeviceSheet]

    /// A table of sheets.
    public init(sheets: [DeviceSheet]) { self.sheets = sheets }

    /// The sheets inside the binary, and the owner's own before them.
    public static func shipped(with own: [TableText] = []) throws(TableFaults) -> DeviceTable {
        var sheets: [DeviceSheet] = []
        for text in own { sheets.append(try DeviceSheet(text)) }
        for text in embedded { sheets.append(try DeviceSheet(text)) }
        return DeviceTable(sheets: sheets)
    }

    /// Every row.
    public var rows: [DeviceRow] { sheets.flatMap(\.rows) }

    /// The rows that may be a device's, the surest first: product before maker, and maker before class. Several where products share a number.
    public func rows(for device: USBDeviceInfo) -> [DeviceRow] {
        let rows = rows
        let products = rows.filter { $0.match == .product(device.deviceID) }
        if !products.isEmpty { return products }
        let makers = rows.filter { $0.match == .maker(device.deviceID.vendor) && $0.suits(device) }
        return makers.isEmpty ? rows.filter { $0.match == .printerClass && $0.suits(device) } : makers
    }
}

extension DeviceRow {
    /// Whether the device has an interface of the class that the row's driver works on.
    fileprivate func suits(_ device: USBDeviceInfo) -> Bool {
        device.interfaces.contains {
            $0.alternates.contains { setting in setting.interfaceClass == driver.interfaceClass && (kind != .printer || setting.isPrinter) }
        }
    }
}

extension USBAlternateSetting {
    /// USB Printing Devices 1.1, section 4.1: subclass 1, protocol 1 one-way, 2 two-way; data goes in by bulk.
    fileprivate var isPrinter: Bool { interfaceSubclass == 1 && [1, 2].contains(interfaceProtocol) && endpoint(.bulk, .out) != nil }
}
