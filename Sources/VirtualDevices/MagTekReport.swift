import CardFormats

/// The 337 bytes a swipe gives: status, lengths, encode type, three tracks.
///
/// Source: MagTek 99875191, “Card data”.
enum MagTekReport {
    /// A report of what the head found. A torn track has bit 0 of its status set and the length 0; what stands in a track's field behind its
    /// length is left over from earlier, as on the real reader, and means nothing.
    static func bytes(tracks: [TrackNumber: String], torn: Set<TrackNumber>) -> [UInt8] {
        var texts: [TrackNumber: [UInt8]] = [:]
        for (track, text) in tracks where !torn.contains(track) { texts[track] = Array(text.utf8.prefix(MagTekDescriptor.trackField)) }
        let status = TrackNumber.allCases.map { torn.contains($0) ? 1 as UInt8 : 0 }
        let lengths = TrackNumber.allCases.map { UInt8(clamping: texts[$0]?.count ?? 0) }
        let fields = TrackNumber.allCases.flatMap { track in
            let text = texts[track] ?? []
            return text + repeatElement(leftover, count: MagTekDescriptor.trackField - text.count)
        }
        return status + lengths + [encodeType(texts)] + fields
    }

    private static let leftover = UInt8(ascii: "#")

    /// 0 ISO/ABA, 6 none: nothing could be decoded.
    private static func encodeType(_ texts: [TrackNumber: [UInt8]]) -> UInt8 { texts.isEmpty ? 6 : 0 }
}
