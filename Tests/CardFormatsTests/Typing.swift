@testable import CardFormats

/// The reports of somebody who types on a US keyboard.
enum Typing {
    static let up = [UInt8](repeating: 0, count: 8)

    /// A report of the boot layout.
    static func keys(_ keys: [UInt8], modifiers: UInt8 = 0) -> [UInt8] { [modifiers, 0] + keys + [UInt8](repeating: 0, count: 6 - keys.count) }

    /// Each character pressed and let go.
    static func text(_ text: String) -> [[UInt8]] { text.utf8.flatMap { stroke($0) } }

    /// One character pressed and let go.
    static func stroke(_ character: UInt8) -> [[UInt8]] {
        guard let (usage, shift) = key(for: character) else { return [] }
        return [keys([usage], modifiers: shift ? 0x02 : 0), up]
    }

    /// The key that makes a character, found in the map under test: what is typed is what the map says, and the map is held to the standard by a test of its own.
    static func key(for character: UInt8) -> (usage: UInt8, shift: Bool)? {
        for usage: UInt8 in 0x04...0x38 {
            if USKeyMap.character(usage, shift: false, control: false) == character { return (usage, false) }
            if USKeyMap.character(usage, shift: true, control: false) == character { return (usage, true) }
        }
        return character == 0x7F ? (0x4C, false) : nil
    }

    /// Each character as its number on the numeric pad, with this ALT key held.
    static func altCodes(_ text: String, modifier: UInt8 = 0x04) -> [[UInt8]] {
        text.utf8.flatMap { altCode($0, modifier: modifier) }
    }

    /// One character as its number.
    static func altCode(_ character: UInt8, modifier: UInt8 = 0x04) -> [[UInt8]] {
        let digits = [character / 100, character / 10 % 10, character % 10].map { $0 == 0 ? 0x62 : 0x58 + $0 as UInt8 }
        return [keys([], modifiers: modifier)] + digits.flatMap { [keys([$0], modifiers: modifier), keys([], modifiers: modifier)] } + [up]
    }
}

/// What a reader in keyboard mode says to a row of reports, and to the end of them.
func typed(
    _ reports: [[UInt8]], reader: ReportDecoder.Reader? = .msr, terms: TextTerms = TextTerms(), descriptor: String? = nil, ranges: CardRanges = .none,
    ends: Bool = true
) throws -> [DecodedEvent] {
    let parsed = try descriptor.map { try HIDReportDescriptor(HexText.bytes($0)) }
    var decoder = try ReaderDecoder(.keys(terms), reader: reader, descriptor: parsed, ranges: ranges)
    let events = reports.flatMap { decoder.receive($0) }
    return ends ? events + decoder.finish() : events
}

extension DecodedEvent {
    /// The number of an own card.
    var number: String? { if case .msr(let result) = self { result.number } else { nil } }
    /// The text of a scan.
    var text: String? { if case .scanner(.ok(let scan)) = self { scan.data } else { nil } }
    /// The card of a swipe.
    var card: CardReading? { if case .msr(let result) = self { result.card } else { nil } }
}
