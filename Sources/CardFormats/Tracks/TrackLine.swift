/// A whole swipe in one line of text, as keyboard-emulation and serial readers send it: the tracks one behind the other.
///
/// Sources: MagTek 99875206, “Card data” (`%T1?;T2?+T3?`, an LRC behind each where it is switched on); MagTek 99875475, property 23 (`|` between fields); ID
/// TECH SecureHead manual, page 22 (track 3 starts with `;` too, `%` in the AAMVA layout, a line end between tracks).
enum TrackLine {
    /// Where the tracks stand; nil for a line that is not a whole swipe: one that breaks off before an end sentinel, or holds keys of somebody else.
    static func tracks(in line: Span<UInt8>) -> [TrackPlace]? {
        var places: [TrackPlace] = []
        var index = 0
        while index < line.count {
            if isSeparator(line[index]) {
                index += 1
                continue
            }
            let seen = places.map(\.number)
            guard let number = number(start: line[index], behind: seen), !seen.contains(number), let end = end(of: line, from: index) else { return nil }
            places.append(TrackPlace(number: number, isTorn: false, start: index, length: end - index, room: end - index))
            index = end
            if hasLRC(line, at: index, of: line.extracting((places.last?.start ?? index)..<index)) { index += 1 }
        }
        return places.isEmpty ? nil : places
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

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "|") || byte == 0x0D || byte == 0x0A || byte == 0x09 }
}
