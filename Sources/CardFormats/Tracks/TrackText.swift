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

/// The text of a track as readers give it: start sentinel, data, end sentinel, no LRC.
///
/// Start sentinels of track 2 and 3 tell 5-bit from 7-bit characters. Source: MagTek 99875206, “Card data”: `%` track 1; `;` track 2,
/// `@` with 7 bits; `+` track 3 (`;` on the HID interface), `#` or `%` in the AAMVA layout, `&` with 7 bits.
enum TrackText {
    /// The data between the sentinels.
    static func data(of text: Span<UInt8>, on track: TrackNumber) throws(TrackFlaw) -> Range<Int> {
        guard text.count >= 2, let bits = bits(start: text[0], on: track) else { throw .startSentinelMissing }
        guard text[text.count - 1] == UInt8(ascii: "?") else { throw .endSentinelMissing }
        let data = 1..<text.count - 1
        guard data.count <= track.format.dataCapacity else { throw .overrun }
        let characters = bits == 7 ? TrackFormat.one.characters : track.format.characters
        for index in data where !characters.contains(text[index]) || text[index] == UInt8(ascii: "?") { throw .strangeCharacter }
        if data.count == 1, text[1] == UInt8(ascii: "E") { throw .readerSaysError }
        return data
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
