/// What is wrong with the text a reader gives for a track. All of them are mended by another swipe.
enum TrackFlaw: Error, Hashable {
    case startSentinelMissing
    case endSentinelMissing
    /// More characters than the track can hold.
    case overrun
    /// A character the track cannot hold.
    case strangeCharacter
    /// The reader says it could not decode the track, by an `E` in its place.
    case readerSaysError
}

/// The text of a track as readers give it: start sentinel, data, end sentinel, and the LRC where the reader is set to send it.
///
/// Start sentinels of track 2 and 3 tell 5-bit from 7-bit characters. Source: MagTek 99875206, “Card data”: `%` track 1; `;` track 2,
/// `@` with 7 bits; `+` track 3 (`;` on the HID interface), `#` or `%` in the AAMVA layout, `&` with 7 bits; DEL on both ends of a stripe of JIS X 6302 type II.
enum TrackText {
    /// Sentinel of JIS X 6302 type II, on both ends.
    static let japanese: UInt8 = 0x7F
    /// Characters between the sentinels of JIS X 6302 type II, at most.
    private static let japaneseCapacity = 69

    /// The data between the sentinels.
    static func data(of text: Span<UInt8>, on track: TrackNumber) throws(TrackFlaw) -> Range<Int> {
        if text.count > 0, text[0] == japanese { return try japaneseData(of: text) }
        guard text.count >= 2, let bits = bits(start: text[0], on: track) else { throw .startSentinelMissing }
        let end = hasLRC(text, bits: bits) ? text.count - 2 : text.count - 1
        guard text[end] == UInt8(ascii: "?") else { throw .endSentinelMissing }
        let data = 1..<end
        guard data.count <= track.format.dataCapacity else { throw .overrun }
        let characters = bits == 7 ? TrackFormat.one.characters : track.format.characters
        for index in data where !characters.contains(text[index]) || text[index] == UInt8(ascii: "?") { throw .strangeCharacter }
        if data.count == 1, text[1] == UInt8(ascii: "E") { throw .readerSaysError }
        return data
    }

    private static func japaneseData(of text: Span<UInt8>) throws(TrackFlaw) -> Range<Int> {
        guard text.count >= 2, text[text.count - 1] == japanese else { throw .endSentinelMissing }
        let data = 1..<text.count - 1
        guard data.count <= japaneseCapacity else { throw .overrun }
        for index in data where !(0x20...0x7E).contains(text[index]) { throw .strangeCharacter }
        return data
    }

    /// Whether `text` ends in the end sentinel and the LRC that belongs to it.
    private static func hasLRC(_ text: Span<UInt8>, bits: Int) -> Bool {
        text.count >= 3 && text[text.count - 2] == UInt8(ascii: "?") && text[text.count - 1] == lrc(of: text.extracting(0..<text.count - 1))
    }

    /// The LRC of a whole track text as the character a reader sends for it; nil for a text without a start sentinel of ISO/IEC 7811.
    ///
    /// The start sentinel counts as it is on the card, `%` or `;`, whatever character stands for it here.
    static func lrc(of text: Span<UInt8>) -> UInt8? {
        guard text.count >= 2 else { return nil }
        let start = text[0]
        guard let bits = TrackNumber.allCases.lazy.compactMap({ Self.bits(start: start, on: $0) }).first else { return nil }
        let format = bits == 7 ? TrackFormat.one : TrackFormat.two
        var sum = format.start - format.base
        for index in 1..<text.count {
            guard format.characters.contains(text[index]) else { return nil }
            sum ^= text[index] - format.base
        }
        return format.base + sum
    }

    private static func bits(start: UInt8, on track: TrackNumber) -> Int? {
        switch (track, Unicode.Scalar(start)) {
        case (.one, "%"), (.two, "@"), (.three, "#"), (.three, "%"), (.three, "&"): 7
        case (.two, ";"), (.three, ";"), (.three, "+"): 5
        default: nil
        }
    }

    /// Whether track 3 is in the layout of North American driving licences: only there it has 7-bit characters and these sentinels.
    static func isLicence(start: UInt8, on track: TrackNumber) -> Bool {
        track == .three && (start == UInt8(ascii: "%") || start == UInt8(ascii: "#"))
    }
}
