import DeviceSheets
import PointOfService
import USBContract

/// One stay of one device of ours.
struct DeviceSession {
    let info: USBDeviceInfo
    /// The rows it may be one of, the surest first.
    let rows: [DeviceRow]
    let naming: DeviceNaming
    var identity: DeviceIdentity
    var sheet: String
    var device: OpenDevice?
    var trouble: DeviceTrouble?
    var printer: PrinterReport?
    /// The events that say how it stands, for those who begin to listen later.
    var standing: [DeviceEvent] = []
    var task: Task<Void, Never>?

    init(_ info: USBDeviceInfo, _ rows: [DeviceRow], _ row: DeviceRow, _ naming: DeviceNaming) {
        self.info = info
        self.rows = rows
        self.naming = naming
        identity = naming.identity(of: info, kind: row.kind, model: row.model)
        sheet = row.sheet
    }

    /// Replaces what a printer last said.
    mutating func stand(_ event: DeviceEvent) { standing = standing.prefix(1) + [event] }

    var report: DeviceReport {
        let state: DeviceState = trouble != nil ? .error : device == nil ? .closed : printer?.state ?? .idle
        return DeviceReport(
            device: identity, usb: info.deviceID.description, port: info.portPath, sheet: sheet, state: state, sentence: printer?.sentence, trouble: trouble)
    }
}
