import DeviceSheets
import PointOfService
import USBContract

extension DeviceTrouble {
    /// A device that is not opened: not driven, or left to CUPS; nil for one that is.
    init?(undriven row: DeviceRow, _ device: USBDeviceInfo) {
        switch row.driver {
        case .none(let reason, let wayOut):
            self = .wrongMode("\(row.model) (\(device.deviceID)) is not driven: \(reason)", wayOut: wayOut)
        case .cups:
            self = .wrongMode(
                "\(row.model) (\(device.deviceID)) prints through CUPS.", wayOut: "Set up a print queue for it in CUPS, and name the queue with --queue.")
        case .hid, .keyboard, .serial, .msr605x, .printer: return nil
        }
    }

    /// A device that none of its rows' drivers found to be its own.
    init(unrecognised device: USBDeviceInfo, as row: DeviceRow?) {
        let types = row?.driver.interfaceClass == .humanInterface && HIDInterface.candidates(of: device).isEmpty
        let mode = row?.kind == .scanner ? "Scan the “HID-POS” label in the scanner's manual." : "Switch it to HID mode with its maker's utility."
        switch row?.kind {
        case .printer:
            self = .wrongMode(
                "\(device) speaks none of the printer languages that are driven.", wayOut: "Print on it through CUPS: name its queue with --queue.")
        case _ where types: self = .wrongMode("\(device) is in keyboard mode.", wayOut: mode)
        default: self = .wrongMode("\(device) sends reports of a kind that is not driven.", wayOut: mode)
        }
    }
}
