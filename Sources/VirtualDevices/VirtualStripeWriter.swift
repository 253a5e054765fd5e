public import CardFormats
import Synchronization
public import USBContract

/// A card with a stripe, in somebody's hand.
public struct VirtualCard: Sendable, Hashable {
    /// The texts on it, sentinels included.
    public var tracks: [TrackNumber: String]
    /// How hard its stripe is to magnetise.
    public var coercivity: StripeCoercivity

    /// A card; blank unless said otherwise.
    public init(_ tracks: [TrackNumber: String] = [:], coercivity: StripeCoercivity = .high) {
        self.tracks = tracks
        self.coercivity = coercivity
    }
}

/// A stripe writer MSR605X (0801:0003, the ids of a MagTek insert reader), with whatever card is drawn through it.
///
/// It comes up set to low coercivity, and says that it has written a card that its field was too weak for. Sources: MSR605 Programmer's Manual, revision B; `Magnetic-Fox/MSR605X`.
public final class VirtualStripeWriter: VirtualHIDDevice {
    private enum Task { case read, readRaw, write([TrackNumber: String]) }

    private struct State {
        var message: [UInt8] = []
        var messages: [[UInt8]] = []
        var coercivity = StripeCoercivity.low
        var task: Task?
        var isMute = false
    }

    private static let garbage = UInt8(ascii: "7")

    /// What the writer says about itself.
    public let descriptors: USBFunctionDescriptors
    /// Where its packets wait.
    public let port = VirtualHIDPort()
    private let state = Mutex(State())

    /// A writer.
    public init(serialNumber: String? = nil) {
        let report: [UInt8] = [
            0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08,  // maker's page, bytes
            0x95, 0x40, 0x09, 0x01, 0x81, 0x02, 0x95, 0x40, 0x09, 0x01, 0xB1, 0x02, 0xC0,  // 64 in, 64 Feature
        ]
        descriptors = VirtualHIDPort.descriptors(
            USBDeviceID(vendor: 0x0801, product: 0x0003), report: report, packetSize: 64, interval: 1, names: ("DEFTUN", "MSR Reader in FS Mode"),
            serialNumber: serialNumber)
    }

    /// Every message it was sent, whole, since it was plugged in.
    public var messages: [[UInt8]] { state.withLock { $0.messages } }

    /// What its field is set to.
    public var coercivity: StripeCoercivity { state.withLock { $0.coercivity } }

    /// Whether it waits for a card.
    public var isWaiting: Bool { state.withLock { $0.task != nil } }

    /// Says nothing any more, as a reader that is no writer.
    public func mute() { state.withLock { $0.isMute = true } }

    /// Draws a card through: it is read or written, or nothing happens where the writer waits for none. With `badly`, too fast.
    public func draw(_ card: inout VirtualCard, badly: Bool = false) {
        guard
            let (task, coercivity) = state.withLock({ state in
                defer { state.task = nil }
                return state.task.map { ($0, state.coercivity) }
            })
        else { return }
        switch task {
        case .write where badly: say([0x1B, UInt8(ascii: "9")])
        case .write(let tracks):
            // A weak field wipes a hard stripe a little and writes nothing on it.
            if coercivity == card.coercivity || coercivity == .high { card.tracks.merge(tracks) { $1 } }
            say([0x1B, UInt8(ascii: "0")])
        case .read: say(block(card, status: badly ? UInt8(ascii: "1") : UInt8(ascii: "0"), isTorn: badly))
        case .readRaw: say(rawBlock(card))
        }
    }

    /// Packets as they are.
    public func send(_ packets: [[UInt8]]) { port.send(packets) }

    /// Without power it forgets its coercivity.
    public func poweredUp() { state.withLock { $0 = State() } }

    /// Packets come in the feature report.
    public func request(_ setup: USBSetup, data: [UInt8]) -> USBControlReply {
        guard setup.requestType == 0x21, setup.request == 0x09, setup.value == 0x0300, data.count == MSR605Packet.size else { return .stall }
        let message = state.withLock { state -> [UInt8]? in
            if data[0] & 0x80 != 0 { state.message = [] }
            state.message += data[1...].prefix(Int(data[0] & 0x3F))
            guard data[0] & 0x40 != 0 else { return nil }
            state.messages.append(state.message)
            return state.isMute ? nil : state.message
        }
        if let message { obey(message) }
        return .done([])
    }

    private func obey(_ message: [UInt8]) {
        switch message {
        case MSR605Command.reset: state.withLock { $0.task = nil }
        case MSR605Command.communicationTest: say([0x1B, UInt8(ascii: "y")])
        case MSR605Command.set(.high), MSR605Command.set(.low):
            state.withLock { $0.coercivity = message == MSR605Command.set(.high) ? .high : .low }
            say([0x1B, UInt8(ascii: "0")])
        case MSR605Command.coercivity: say([0x1B, coercivity == .high ? UInt8(ascii: "h") : UInt8(ascii: "l")])
        case MSR605Command.read: state.withLock { $0.task = .read }
        case MSR605Command.readRaw: state.withLock { $0.task = .readRaw }
        default:
            guard let tracks = Self.tracks(toWrite: message) else { return say([0x1B, UInt8(ascii: "2")]) }
            state.withLock { $0.task = .write(tracks) }
        }
    }

    /// The tracks of a write command, with the sentinels the device adds.
    private static func tracks(toWrite message: [UInt8]) -> [TrackNumber: String]? {
        guard message.starts(with: [0x1B, 0x77, 0x1B, 0x73]), message.suffix(2) == [UInt8(ascii: "?"), 0x1C] else { return nil }
        var tracks: [TrackNumber: String] = [:]
        for block in message.dropFirst(4).dropLast(2).split(separator: 0x1B, omittingEmptySubsequences: true) {
            guard let number = block.first.flatMap({ TrackNumber(rawValue: Int($0)) }) else { return nil }
            let text = [number.format.start] + block.dropFirst() + [number.format.end]
            if block.count > 1 { tracks[number] = String(decoding: text, as: UTF8.self) }
        }
        return tracks
    }

    private func block(_ card: VirtualCard, status: UInt8, isTorn: Bool) -> [UInt8] {
        let blocks = TrackNumber.allCases.flatMap { number -> [UInt8] in
            let text = isTorn ? nil : card.tracks[number].map { Array($0.utf8) }
            return [0x1B, UInt8(number.rawValue)] + (text ?? [0x1B, isTorn ? UInt8(ascii: "*") : UInt8(ascii: "+")])
        }
        return [0x1B, 0x73] + blocks + [UInt8(ascii: "?"), 0x1C, 0x1B, status]
    }

    private func rawBlock(_ card: VirtualCard) -> [UInt8] {
        let blocks = TrackNumber.allCases.flatMap { number -> [UInt8] in
            let bits = card.tracks[number].flatMap { RawTrack.characters(of: $0, on: number) }.map { RawTrack.packed($0, on: number) } ?? []
            return [0x1B, UInt8(number.rawValue), UInt8(bits.count)] + bits
        }
        return [0x1B, 0x73] + blocks + [UInt8(ascii: "?"), 0x1C, 0x1B, UInt8(ascii: "0")]
    }

    /// What follows a message in its last packet is left over from earlier, as on the real one.
    private func say(_ message: [UInt8]) {
        port.send(
            MSR605Packet.packets(of: message).map { packet in
                let count = Int(packet[0] & 0x3F)
                return Array(packet.prefix(1 + count)) + repeatElement(Self.garbage, count: MSR605Packet.size - 1 - count)
            })
    }
}
