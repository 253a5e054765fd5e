/// A whole swipe in one line of text, as keyboard-emulation and serial readers send it: the tracks one behind the other.
///
/// Sources: MagTek 99875206, “Card data” (`%T1?;T2?+T3?`, an LRC behind each where it is switched on); ID TECH SecureHead manual, page 22 (track 3 starts with
/// `;` too, `%` in the AAMVA layout, a line end between tracks); MagTek 99875475, keyboard emulation: behind the tracks a MagneSafe reader sends fields, each
/// led by `|` (property 23), the first of them its encryption status in four hexadecimal digits.
struct TrackLine {
    /// Where the tracks stand.
    private(set) var tracks: [TrackPlace] = []
    /// The reader says that it encrypts: the tracks are masked.
    private(set) var isEncrypting = false

    /// nil for a line that is not a whole swipe: one that breaks off before an end sentinel, or holds keys of somebody else.
    init?(_ line: Span<UInt8>) {
        var index = 0
        while index < line.count {
            let seen = tracks.map(\.number)
            if let number = Self.number(start: line[index], behind: seen) {
                guard !seen.contains(number), let end = Self.end(of: line, from: index) else { return nil }
                tracks.append(TrackPlace(number: number, isTorn: false, start: index, length: end - index, room: end - index))
                index = Self.hasLRC(line, at: end, of: line.extracting(index..<end)) ? end + 1 : end
            } else if line[index] == Self.fieldSeparator, let status = Self.encryptionStatus(line, at: index + 1) {
                isEncrypting = status
                break
            } else if Self.isSeparator(line[index]) {
                index += 1
            } else {
                return nil
            }
        }
        if tracks.isEmpty { return nil }
    }

    private static let fieldSeparator = UInt8(ascii: "|")

    /// Whether a key is loaded (bit 1) and encryption on (bit 2); nil where no status stands. The manual's example has the byte with these bits first, the HID report has it
    /// last: either counts.
    private static func encryptionStatus(_ line: Span<UInt8>, at start: Int) -> Bool? {
        guard start + 4 <= line.count, start + 4 == line.count || line[start + 4] == fieldSeparator else { return nil }
        var status: UInt16 = 0
        for index in start..<start + 4 {
            guard let digit = Character(Unicode.Scalar(line[index])).hexDigitValue else { return nil }
            status = status << 4 | UInt16(digit)
        }
        return status & 0x0006 == 0x0006 || status & 0x0600 == 0x0600
    }

    /// Whether a text begins as a track does and has an end sentinel. A `+` may lead a telephone number, so that it needs one.
    static func isLikely(_ line: Span<UInt8>) -> Bool { line.count > 0 && number(start: line[0], behind: []) != nil && end(of: line, from: 0) != nil }

    private static func number(start: UInt8, behind seen: [TrackNumber]) -> TrackNumber? {
        switch Unicode.Scalar(start) {
        case "%": seen.isEmpty ? .one : .three
        case ";": seen.contains(.two) ? .three : .two
        case "@": .two
        case "+", "#", "&": .three
        case Unicode.Scalar(TrackText.japanese): TrackNumber.allCases.first { $0 != .one && !seen.contains($0) }
        default: nil
        }
    }

    /// Behind the end sentinel.
    private static func end(of line: Span<UInt8>, from start: Int) -> Int? {
        let sentinel = line[start] == TrackText.japanese ? TrackText.japanese : UInt8(ascii: "?")
        for index in start + 1..<max(line.count, start + 1) where line[index] == sentinel { return index + 1 }
        return nil
    }

    /// A character that is the LRC and is followed by another track or by nothing.
    private static func hasLRC(_ line: Span<UInt8>, at index: Int, of track: Span<UInt8>) -> Bool {
        guard index < line.count, line[index] == TrackText.lrc(of: track) else { return false }
        return index + 1 == line.count || isSeparator(line[index + 1]) || number(start: line[index + 1], behind: []) != nil
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == fieldSeparator || byte == 0x0D || byte == 0x0A || byte == 0x09 }
}
