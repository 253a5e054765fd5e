/// The conversation with a TSPL printer: `ESC ! ?`, one byte, and `ESC ! S`, four bytes in a frame, which not all know.
///
/// Sources: Gprinter GP-2120T manual p. 30 (`ESC ! ?`); TSC TSPL/TSPL2 programming manual p. 85 (`ESC ! S`). A job is on paper when the printer has been
/// seen printing and then is not any more; a label that is out before it could be asked stays unconfirmed.
struct TSPLDialect: PrinterDialect {
    private enum Expected { case nothing, byte, frame }

    private static let short: [UInt8] = [0x1B, 0x21, 0x3F]
    private static let long: [UInt8] = [0x1B, 0x21, 0x53]
    private static let frameLength = 6

    private var expected = Expected.nothing
    private var frame: [UInt8] = []
    private var knowsLong = true
    private var told: (short: Set<PrinterCondition>, long: Set<PrinterCondition>) = ([], [])
    /// Since the end of a job has been sent: whether it has been seen printing.
    private var hasBegun: Bool?

    var subscription: [UInt8]? { nil }
    var questions: [[UInt8]] { knowsLong ? [Self.short, Self.long] : [Self.short] }
    var completion: PrinterCompletion { .polled }

    mutating func expectAnswer(to question: [UInt8]) {
        expected = question == Self.long ? .frame : .byte
        frame = []
    }

    mutating func forgetAnswers() { expected = .nothing }

    mutating func noAnswer(to question: [UInt8]) -> PrinterSilence {
        forgetAnswers()
        if question == Self.long { knowsLong = false }
        return question == Self.long ? .nothing : .unknown
    }

    mutating func expectCompletion() { hasBegun = false }
    mutating func forgetCompletion() { hasBegun = nil }

    mutating func receive(_ bytes: [UInt8]) -> [PrinterNews] { bytes.flatMap { receive($0) } }

    private mutating func receive(_ byte: UInt8) -> [PrinterNews] {
        switch expected {
        case .nothing: return []
        case .byte:
            expected = .nothing
            told.short = Self.conditions(Self.shortBits, in: byte)
            return tell(isBusy: byte & 0x20 != 0)
        case .frame:
            if byte == 0x02 { frame = [] }
            frame.append(byte)
            guard frame[0] == 0x02 else {
                frame = []
                return []
            }
            guard frame.count == Self.frameLength else { return [] }
            expected = .nothing
            guard byte == 0x03 else { return [] }
            return takeFrame(message: frame[1], error: frame[3], media: frame[4])
        }
    }

    private mutating func takeFrame(message: UInt8, error: UInt8, media: UInt8) -> [PrinterNews] {
        var conditions = Self.conditions(Self.errorBits, in: error).union(Self.conditions(Self.mediaBits, in: media))
        if message == UInt8(ascii: "`") { conditions.insert(.paused) }
        if message == UInt8(ascii: "E"), conditions.isEmpty { conditions.insert(.recoverableError) }
        told.long = conditions
        return tell(isBusy: "BCFPW".utf8.contains(message))
    }

    private mutating func tell(isBusy: Bool) -> [PrinterNews] {
        let state = PrinterState(told.short.union(told.long))
        if isBusy, hasBegun != nil { hasBegun = true }
        guard !isBusy, hasBegun == true, state.canPrint else { return [.state(state)] }
        hasBegun = nil
        return [.state(state), .completed]
    }

    private static let shortBits: [(PrinterCondition, UInt8)] = [
        (.coverOpen, 0x41), (.recoverableError, 0x02), (.paperEnd, 0x04), (.ribbonEnd, 0x08), (.paused, 0x10), (.overheated, 0x80),
    ]
    private static let errorBits: [(PrinterCondition, UInt8)] = [(.overheated, 0x03), (.cutterError, 0x08), (.recoverableError, 0x10)]
    private static let mediaBits: [(PrinterCondition, UInt8)] = [(.paperEnd, 0x01), (.recoverableError, 0x0A), (.ribbonEnd, 0x04), (.coverOpen, 0x20)]

    private static func conditions(_ table: [(PrinterCondition, UInt8)], in byte: UInt8) -> Set<PrinterCondition> {
        Set(table.filter { byte & $0.1 != 0 }.map(\.0))
    }
}
