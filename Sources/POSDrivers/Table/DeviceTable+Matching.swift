import PointOfService
public import USBContract

extension DeviceTable {
    /// The row of a device; nil when it is nothing of ours.
    public func row(for device: USBDeviceInfo) -> DeviceRow? {
        rows.first { $0.match == .product(device.deviceID) }
            ?? rows.first { $0.match == .vendor(device.deviceID.vendor) && $0.hasInterface(in: device) }
            ?? rows.first { $0.match == .printerClass && PrinterInterface.ofPrinterClass(device) != nil }
    }
}

extension DeviceRow {
    /// Whether the device has an interface of the class that the row's devices use.
    fileprivate func hasInterface(in device: USBDeviceInfo) -> Bool {
        let wanted: USBClass = kind == .printer ? .printer : .humanInterface
        return device.interfaces.contains { $0.alternates.contains { $0.interfaceClass == wanted } }
    }
}
