public import CardFormats
import Synchronization
public import USBContract

/// A device that types: a reader or a scanner in keyboard mode, or the keyboard somebody types on. All three look the same to a computer.
///
/// Sources: HID 1.11, appendix B.1, for reports and descriptor; MagTek 99875206 for what its reader types.
public final class VirtualKeyboard: VirtualHIDDevice {
    /// What it is.
    public enum Model: Sendable, Hashable, CaseIterable {
        /// A MagTek reader in keyboard mode (0801:0001).
        case stripeReader
        /// A Zebra scanner in keyboard mode (05E0:1200).
        case scanner
        /// A keyboard (046D:C31C).
        case ordinary

        var id: USBDeviceID {
            switch self {
            case .stripeReader: USBDeviceID(vendor: 0x0801, product: 0x0001)
            case .scanner: USBDeviceID(vendor: 0x05E0, product: 0x1200)
            case .ordinary: USBDeviceID(vendor: 0x046D, product: 0xC31C)
            }
        }

        var names: (manufacturer: String, product: String) {
            switch self {
            case .stripeReader: ("Mag-Tek", "USB Swipe Reader")
            case .scanner: ("Symbol Technologies, Inc, 2008", "Symbol Bar Code Scanner")
            case .ordinary: ("Logitech", "USB Keyboard")
            }
        }
    }

    private struct State {
        var commands = MagTekCommands(.keyboard)
        var restarted: (@Sendable (MagTekInterface) -> Void)?
    }

    /// What it is.
    public let model: Model
    /// What it says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its reports wait.
    public let port = VirtualHIDPort()
    private let state = Mutex(State())

    private static let descriptor: [UInt8] = [
        0x05, 0x01, 0x09, 0x06, 0xA1, 0x01,  // Generic Desktop, Keyboard
        0x05, 0x07, 0x19, 0xE0, 0x29, 0xE7, 0x15, 0x00, 0x25, 0x01, 0x75, 0x01, 0x95, 0x08, 0x81, 0x02,  // modifiers
        0x95, 0x01, 0x75, 0x08, 0x81, 0x03,  // a byte for the maker
        0x95, 0x05, 0x75, 0x01, 0x05, 0x08, 0x19, 0x01, 0x29, 0x05, 0x91, 0x02, 0x95, 0x01, 0x75, 0x03, 0x91, 0x03,  // lamps
        0x95, 0x06, 0x75, 0x08, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x05, 0x07, 0x19, 0x00, 0x29, 0xFF, 0x81, 0x00,  // six keys
    ]
    /// MagTek's reader takes its commands in keyboard mode too.
    private static let commands: [UInt8] = [0x06, 0x00, 0xFF, 0x09, 0x20, 0x95, 0x18, 0xB2, 0x02, 0x01]

    /// A device of this model.
    public init(_ model: Model, serialNumber: String? = nil) {
        self.model = model
        descriptors = VirtualHIDPort.descriptors(
            model.id, report: Self.descriptor + (model == .stripeReader ? Self.commands : []) + [0xC0], packetSize: 8, interval: 10, isBootKeyboard: true,
            names: model.names, serialNumber: serialNumber)
    }

    /// Draws a card through, or scans a code: types a text and what ends it. With `altCodes`, each character as its number on the numeric pad.
    public func type(_ text: String, ending: String = "\r", altCodes: Bool = false) {
        let characters = Array((text + ending).utf8)
        port.send(characters.flatMap { altCodes ? Self.altCode($0) : Self.stroke($0) })
    }

    /// Reports as they are.
    public func send(_ reports: [[UInt8]]) { port.send(reports) }

    /// Calls `restarted` when the host resets a reader, with the interface it is to come back with.
    public func whenRestarted(_ restarted: @escaping @Sendable (MagTekInterface) -> Void) { state.withLock { $0.restarted = restarted } }

    /// A reader that comes back speaks as it does.
    public func poweredUp() { state.withLock { $0.commands = MagTekCommands(.keyboard) } }

    /// SET_PROTOCOL and SET_REPORT of the lamps; a reader's commands.
    public func request(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        switch (setup.requestType, setup.request, setup.value >> 8) {
        case (0x21, 0x0B, _), (0x21, 0x09, 2): return .done([])
        case (0x21, 0x09, 3) where model == .stripeReader:
            let (restarted, interface) = state.withLock { state in (state.commands.take(data) ? state.restarted : nil, state.commands.interface) }
            restarted?(interface)
            return .done([])
        case (0xA1, 0x01, 3) where model == .stripeReader: return .done(state.withLock { $0.commands.reply })
        default: return .stall
        }
    }

    /// Key down and up again; nothing for a character the US keyboard lacks.
    private static func stroke(_ character: UInt8) -> [[UInt8]] {
        guard let key = USKeyboard.key(for: character) else { return [] }
        return [[key.needsShift ? 0x02 : 0, 0, key.usage, 0, 0, 0, 0, 0], [UInt8](repeating: 0, count: 8)]
    }

    /// ALT down, three digits of the numeric pad, ALT up.
    private static func altCode(_ character: UInt8) -> [[UInt8]] {
        let digits = [character / 100, character / 10 % 10, character % 10]
        let held: [UInt8] = [0x04, 0, 0, 0, 0, 0, 0, 0]
        return [held] + digits.flatMap { [[0x04, 0, $0 == 0 ? 0x62 : 0x58 + $0, 0, 0, 0, 0, 0], held] } + [[UInt8](repeating: 0, count: 8)]
    }
}

/// Which key a character is on. Source: HID Usage Tables, section 10.
enum USKeyboard {
    private static let rows: [(first: UInt8, plain: String, shifted: String)] = [
        (0x04, "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), (0x1E, "1234567890", "!@#$%^&*()"), (0x28, "\r", ""), (0x2B, "\t ", ""),
        (0x2D, "-=[]\\", "_+{}|"), (0x33, ";'`,./", ":\"~<>?"), (0x4C, "\u{7F}", ""),
    ]

    static func key(for character: UInt8) -> (usage: UInt8, needsShift: Bool)? {
        for row in rows {
            if let index = Array(row.plain.utf8).firstIndex(of: character) { return (row.first + UInt8(index), false) }
            if let index = Array(row.shifted.utf8).firstIndex(of: character) { return (row.first + UInt8(index), true) }
        }
        return nil
    }
}
