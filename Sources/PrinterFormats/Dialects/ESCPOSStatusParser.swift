/// Understands what a printer says on its input pipe, however the bytes are cut and mixed.
///
/// Replies carry no number, so a `DLE EOT` reply is told apart by the question: announce each with ``expect(_:)`` and have one outstanding.
/// Bits tell the kinds apart (Citizen CT-S310 manual p. 310): `0xx1xx10` real-time reply, `0xx1xx00` and three more automatic status,
/// `0xx0xxxx` a reply to `GS r`, `_` or `=` … NUL a string, 0x11 and 0x13 flow control. Anything else is told as stray and forgotten.
public struct ESCPOSStatusParser: Sendable {
    /// What was understood.
    public enum Event: Sendable, Hashable {
        /// The printer told its state, all or in part; this is all that is known now.
        case status(PrinterState)
        /// Everything sent before `GS r 1` is printed; the state comes just before.
        case completed
        /// The answer to `GS I`.
        case identity(ESCPOS.Identity, String)
        /// XOFF (true) or XON (false): stop or go on sending.
        case flow(paused: Bool)
        /// A byte nobody asked for, for example the reply to a real-time command that a picture happened to contain.
        case stray(UInt8)
    }

    /// The longest string `GS I` is believed to answer; Epson's guide says 80.
    static let longestIdentity = 80

    /// All that is known of the printer.
    public private(set) var state = PrinterState.ready

    private var realTime: [ESCPOS.RealTimeStatus] = []
    private var completions = 0
    private var identities: [ESCPOS.Identity] = []
    private var automatic: [UInt8] = []
    private var identity: [UInt8]?

    /// A parser that has heard nothing yet and takes the printer for ready.
    public init() {}

    /// Announces a question that has been sent.
    public mutating func expect(_ query: ESCPOS.Query) {
        switch query {
        case .realTime(let part): realTime.append(part)
        case .automaticStatusNow: break
        case .completion: completions += 1
        case .identity(let what): identities.append(what)
        }
    }

    /// Gives up waiting for every answer, for instance after a time-out; a late one is stray, a late string's end.
    public mutating func forgetQuestions() {
        realTime = []
        completions = 0
        identities = []
    }

    /// Takes in bytes as they come and says what they mean.
    public mutating func receive(_ bytes: some Sequence<UInt8>) -> [Event] {
        bytes.flatMap { receive($0) }
    }

    private mutating func receive(_ byte: UInt8) -> [Event] {
        if byte == 0x11 || byte == 0x13 { return [.flow(paused: byte == 0x13)] }
        if identity != nil, byte == 0 || byte >= 0x20, automatic.isEmpty { return takeIdentity(byte) }
        if byte & 0x93 == 0x12 { return takeRealTime(byte) }
        if byte & 0x93 == 0x10 {
            let lost = automatic.map(Event.stray)
            automatic = [byte]
            return lost
        }
        if byte & 0x90 == 0 { return automatic.isEmpty ? takePaperSensor(byte) : takeAutomatic(byte) }
        if byte == 0x5F || byte == 0x3D, automatic.isEmpty {
            identity = []
            return []
        }
        let lost = automatic.map(Event.stray)
        automatic = []
        return lost + [.stray(byte)]
    }

    /// One byte of a `GS I` string. Control codes in between belong to other replies; the end is NUL.
    private mutating func takeIdentity(_ byte: UInt8) -> [Event] {
        let text = identity ?? []
        if byte != 0 {
            identity = text.count < Self.longestIdentity ? text + [byte] : nil
            return identity == nil ? [.stray(byte)] : []
        }
        identity = nil
        guard let what = identities.first else { return [.stray(byte)] }
        identities.removeFirst()
        return [.identity(what, String(decoding: text, as: UTF8.self))]
    }

    private mutating func takeRealTime(_ byte: UInt8) -> [Event] {
        guard let part = realTime.first, isPlausible(byte, for: part) else { return [.stray(byte)] }
        realTime.removeFirst()
        state.take(PrinterState.realTimeTable(part), from: byte)
        if part == .offlineCause { takeErrorBit(byte & PrinterState.errorBit != 0) }
        hideNearEnd()
        return [.status(state)]
    }

    /// The sensors of `DLE EOT 4` speak with two bits each; one alone is somebody else's reply.
    private func isPlausible(_ byte: UInt8, for part: ESCPOS.RealTimeStatus) -> Bool {
        part != .paper || ([0, 0x0C].contains(byte & 0x0C) && [0, 0x60].contains(byte & 0x60))
    }

    /// `DLE EOT 2` says only that there is an error: until part 3 names it, the mildest that needs a hand.
    private mutating func takeErrorBit(_ isSet: Bool) {
        let errors = PrinterState.realTimeTable(.error).map(\.condition)
        if !isSet {
            state.conditions.subtract(errors)
        } else if state.conditions.isDisjoint(with: errors) {
            state[.recoverableError] = true
        }
    }

    private mutating func takeAutomatic(_ byte: UInt8) -> [Event] {
        automatic.append(byte)
        guard automatic.count == 4 else { return [] }
        for (table, byte) in zip(PrinterState.automaticTable, automatic) { state.take(table, from: byte) }
        automatic = []
        hideNearEnd()
        return [.status(state)]
    }

    private mutating func takePaperSensor(_ byte: UInt8) -> [Event] {
        guard completions > 0 else { return [.stray(byte)] }
        completions -= 1
        state.take(PrinterState.paperSensorTable, from: byte)
        hideNearEnd()
        return [.status(state), .completed]
    }

    /// Of two truths about the roll the worse one is told.
    private mutating func hideNearEnd() {
        if state.paperEnd { state[.paperNearEnd] = false }
    }
}
