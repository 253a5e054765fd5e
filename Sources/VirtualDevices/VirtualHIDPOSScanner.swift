public import CardFormats
import Synchronization
public import USBContract

/// A barcode scanner in HID-POS mode with a trigger report, of one of the makers that lay their reports out otherwise than Zebra.
public final class VirtualHIDPOSScanner: VirtualHIDDevice {
    /// Whose it is.
    public enum Model: Sendable, Hashable, CaseIterable {
        /// Honeywell (0C2E:1007), as captured; silent until feature report FE is set to 1. Sources: `mgaffigan/Itp.HidBarcodeScanner`, Examples.txt;
        /// `NielsLeenheer/WebHidBarcodeScanner`.
        case honeywell
        /// Newland (1EAB:0110). Its reports are not published: these are laid out as in the usage tables' own example.
        case newland
    }

    private struct State {
        var isAwake: Bool
        var isPrevented = false
        var beeps: [ScannerTrigger.Action] = []
    }

    private static let dataField = 56
    private static let triggerReport: UInt8 = 4
    private static let outputRedirection: UInt8 = 0xFE

    /// Whose it is.
    public let model: Model
    /// What the scanner says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its reports wait.
    public let port = VirtualHIDPort()
    private let state: Mutex<State>

    /// A scanner of this model.
    public init(_ model: Model, serialNumber: String? = nil) {
        self.model = model
        state = Mutex(State(isAwake: model != .honeywell))
        let id = model == .honeywell ? USBDeviceID(vendor: 0x0C2E, product: 0x1007) : USBDeviceID(vendor: 0x1EAB, product: 0x0110)
        descriptors = VirtualHIDPort.descriptors(
            id, report: Self.report(model), packetSize: 64, interval: 1,
            names: model == .honeywell ? ("Honeywell", "HID POS scanner") : ("Newland Auto-ID", "HID-POS scanner"), serialNumber: serialNumber)
    }

    /// What it was told to sound, in order.
    public var beeps: [ScannerTrigger.Action] { state.withLock { $0.beeps } }

    /// Whether it is kept from reading.
    public var isPrevented: Bool { state.withLock { $0.isPrevented } }

    /// Scans a code; nothing comes of it while it is asleep or kept from reading.
    public func scan(_ text: String, aim: String = "]C0") {
        guard state.withLock({ $0.isAwake && !$0.isPrevented }) else { return }
        port.send(reports(Array(text.utf8), aim: Array(aim.utf8)))
    }

    /// Without power it forgets that it was woken.
    public func poweredUp() { state.withLock { $0 = State(isAwake: model != .honeywell) } }

    /// The trigger report, and what wakes a Honeywell scanner up. Neither answers GET_REPORT.
    public func request(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        guard setup.requestType == 0x21, setup.request == 0x09, data.count == 2 else { return .stall }
        switch (setup.value, data[0]) {
        case (0x0300 | UInt16(Self.outputRedirection), Self.outputRedirection) where model == .honeywell:
            state.withLock { $0.isAwake = data[1] == 1 }
        case (0x0200 | UInt16(Self.triggerReport), Self.triggerReport): trigger(data[1])
        default: return .stall
        }
        return .done([])
    }

    private func trigger(_ bits: UInt8) {
        state.withLock { state in
            state.isPrevented = bits & 1 != 0
            for (bit, action) in [(1, ScannerTrigger.Action.initiateRead), (2, .errorBeep), (3, .goodReadBeep)] where bits >> bit & 1 == 1 {
                state.beeps.append(action)
            }
        }
    }

    private func reports(_ data: [UInt8], aim: [UInt8]) -> [[UInt8]] {
        let starts = Array(stride(from: 0, to: max(data.count, 1), by: Self.dataField))
        return starts.map { start in
            let chunk = Array(data.dropFirst(start).prefix(Self.dataField))
            let field = chunk + repeatElement(0, count: Self.dataField - chunk.count)
            let flag: UInt8 = start == starts.last ? 0 : 1
            let head: [UInt8] = [2, UInt8(chunk.count)] + aim
            return model == .honeywell ? head + field + [0x63, 0x41, flag] : head + field + [flag]
        }
    }

    private static func report(_ model: Model) -> [UInt8] {
        let codeIDs: [UInt8] = model == .honeywell ? [0x06, 0x66, 0xFF, 0x95, 0x01, 0x09, 0x04, 0x81, 0x02, 0x09, 0x00, 0x81, 0x02] : []
        let sleeper: [UInt8] =
            model == .honeywell ? [0x06, 0x66, 0xFF, 0x85, outputRedirection, 0x09, 0x10, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x01, 0xB1, 0x02] : []
        return [
            0x05, 0x8C, 0x09, 0x02, 0xA1, 0x01,  // Bar Code Scanner
            0x85, 0x02, 0x09, 0x12, 0xA1, 0x02,  // report 2, scanned data
            0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x01, 0x05, 0x01, 0x09, 0x3B, 0x81, 0x02,  // byte count
            0x05, 0x8C, 0x09, 0xFB, 0x81, 0x02, 0x09, 0xFC, 0x81, 0x02, 0x09, 0xFD, 0x81, 0x02,  // AIM identifier
            0x09, 0xFE, 0x95, 0x38, 0x82, 0x02, 0x01,  // 56 bytes of data
        ] + codeIDs + [
            0x05, 0x8C, 0x09, 0xFF, 0x25, 0x01, 0x75, 0x01, 0x95, 0x01, 0x81, 0x02, 0x75, 0x07, 0x81, 0x03, 0xC0,  // more follows
            0x85, triggerReport, 0x09, 0x14, 0xA1, 0x02,  // report 4, trigger
            0x09, 0x5F, 0x09, 0x60, 0x09, 0x85, 0x09, 0x86, 0x75, 0x01, 0x95, 0x04, 0x91, 0x02, 0x95, 0x04, 0x91, 0x03, 0xC0,
        ] + sleeper + [0xC0]
    }
}
