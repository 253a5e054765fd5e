/// One line of what a ZPL printer answers.
///
/// Sources: Zebra ZPL II programming guide, `~HS`, `~HI`, `~HQ`; michaelrsweet/lprint (Apache-2.0), `lprint-zpl.c` (bits of `~HQES`).
enum ZPLAnswer: Sendable, Hashable {
    /// `~HS`, first string: what is wrong, and whether formats wait or come in.
    case first(Set<PrinterCondition>, isBusy: Bool)
    /// `~HS`, second string, likewise: labels of a batch may be left.
    case second(Set<PrinterCondition>, isBusy: Bool)
    /// `~HQES`, errors.
    case errors(Set<PrinterCondition>)
    /// `~HQES`, warnings.
    case warnings(Set<PrinterCondition>)
    /// `~HI`: model, firmware, dots per millimetre, memory.
    case identity(String)

    /// Understands a line without its control characters; nil for one that says nothing of use.
    init?(_ line: [UInt8]) {
        let text = String(decoding: line, as: UTF8.self).drop { $0 == " " }
        if text.hasPrefix("ERRORS:") {
            guard let bits = Self.flags(text) else { return nil }
            self = .errors(Self.conditions(Self.errorBits, in: bits))
        } else if text.hasPrefix("WARNINGS:") {
            guard let bits = Self.flags(text) else { return nil }
            self = .warnings(Self.conditions(Self.warningBits, in: bits))
        } else {
            let fields = text.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = fields.compactMap { UInt32($0) }
            switch (fields.count, numbers.count) {
            case (12, 12): self = .first(Self.conditions(Self.firstFields, in: numbers), isBusy: numbers[4] > 0 || numbers[7] > 0)
            case (11, 11): self = .second(Self.conditions(Self.secondFields, in: numbers), isBusy: numbers[8] > 0)
            case (4...5, 1...3) where UInt32(fields[0]) == nil && !fields[0].isEmpty: self = .identity(String(fields[0]))
            default: return nil
            }
        }
    }

    //  ~HS 1: b paper out, c pause, j corrupt memory, l too hot
    private static let firstFields: [(PrinterCondition, UInt32)] = [(.paperEnd, 1), (.paused, 2), (.unrecoverableError, 9), (.overheated, 11)]
    //  ~HS 2: o head up, p ribbon out
    private static let secondFields: [(PrinterCondition, UInt32)] = [(.coverOpen, 2), (.ribbonEnd, 3)]

    private static func conditions(_ fields: [(PrinterCondition, UInt32)], in numbers: [UInt32]) -> Set<PrinterCondition> {
        Set(fields.filter { numbers[Int($0.1)] != 0 }.map(\.0))
    }

    private static let errorBits: [(PrinterCondition, UInt32)] = [
        (.paperEnd, 0x01), (.ribbonEnd, 0x02), (.coverOpen, 0x04), (.cutterError, 0x08),
        (.overheated, 0x30),  // head, motor
        (.unrecoverableError, 0x03C0),  // bad element, head not found, firmware settings, thermistor
        (.recoverableError, 0x000E_F000),  // jam, presenter, feed, path not clear; retracting, calibrating, mark not found
        (.paused, 0x0001_0000),
    ]
    private static let warningBits: [(PrinterCondition, UInt32)] = [(.paperNearEnd, 0x08)]

    private static func conditions(_ table: [(PrinterCondition, UInt32)], in bits: UInt32) -> Set<PrinterCondition> {
        Set(table.filter { bits & $0.1 != 0 }.map(\.0))
    }

    /// The lower of the two groups of flags behind `ERRORS: 1 00000000 00000005`.
    private static func flags(_ text: Substring) -> UInt32? {
        let words = text.split(separator: " ")
        return words.count < 4 ? nil : UInt32(words[3], radix: 16)
    }
}

/// Cuts what a ZPL printer says into lines, at STX, ETX, CR and LF.
struct ZPLAnswerParser: Sendable {
    /// The longest line believed; a longer one is passed over.
    static let longestLine = 255

    private var line: [UInt8] = []

    /// Takes in bytes as they come.
    mutating func receive(_ bytes: [UInt8]) -> [ZPLAnswer] { bytes.compactMap { receive($0) } }

    private mutating func receive(_ byte: UInt8) -> ZPLAnswer? {
        guard [0x02, 0x03, 0x0A, 0x0D].contains(byte) else {
            if line.count <= Self.longestLine { line.append(byte) }
            return nil
        }
        defer { line.removeAll(keepingCapacity: true) }
        return line.isEmpty || line.count > Self.longestLine ? nil : ZPLAnswer(line)
    }
}
