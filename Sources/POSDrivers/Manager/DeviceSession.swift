import PointOfService
import USBContract

/// One stay of one device of ours.
struct DeviceSession {
    let info: USBDeviceInfo
    let row: DeviceRow
    /// Whether its serial number is in use by another device already.
    let byPort: Bool
    var identity: DeviceIdentity
    var device: OpenDevice?
    var trouble: DeviceTrouble?
    var printer: PrinterReport?
    /// The events that say how it stands, for those who begin to listen later.
    var standing: [DeviceEvent] = []
    var task: Task<Void, Never>?

    init(_ info: USBDeviceInfo, _ row: DeviceRow, byPort: Bool) {
        self.info = info
        self.row = row
        self.byPort = byPort
        identity = DeviceIdentity(info, kind: row.kind, model: row.model, byPort: byPort)
    }

    /// Replaces what a printer last said.
    mutating func stand(_ event: DeviceEvent) { standing = standing.prefix(1) + [event] }

    var report: DeviceReport {
        let state: DeviceState = trouble != nil ? .error : device == nil ? .closed : printer?.state ?? .idle
        return DeviceReport(
            device: identity, usb: info.deviceID.description, port: info.portPath, sheet: row.sheet, state: state,
            sentence: printer?.sentence, trouble: trouble)
    }
}
