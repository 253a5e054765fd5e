/// What is to stand on a stripe, once it may and can: made only of texts that every track can hold and that are nobody's payment card.
public struct StripeJob: Sendable, Hashable {
    /// Why texts cannot become a job.
    public enum Fault: Error, Hashable, Sendable {
        /// There is no text for any track.
        case empty
        /// A card's layout or number that is never written.
        case refused(CardRefusal)
        /// A text with a character the track cannot hold, or too long for it.
        case unwritable(TrackNumber)
    }

    /// The texts with their sentinels.
    public let tracks: [TrackNumber: String]

    /// Checks the texts, with or without sentinels; the refusal rule first, so that its reason is the one given.
    public init(_ texts: [TrackNumber: String], rule: CardRule) throws(Fault) {
        guard !texts.isEmpty else { throw .empty }
        if let refusal = rule.refusal(toEncode: texts) { throw .refused(refusal) }
        var tracks: [TrackNumber: String] = [:]
        for (number, text) in texts {
            let format = number.format
            var data = Array(text.utf8)
            if data.first == format.start { data.removeFirst() }
            if data.last == format.end { data.removeLast() }
            let whole = String(decoding: [format.start] + data + [format.end], as: UTF8.self)
            let isClean = !data.isEmpty && !data.contains(format.start) && !data.contains(format.end)
            guard isClean, RawTrack.characters(of: whole, on: number) != nil else { throw .unwritable(number) }
            tracks[number] = whole
        }
        self.tracks = tracks
    }

    /// The command that writes it.
    public var command: [UInt8] { MSR605Command.write(tracks.mapValues { Array($0.utf8.dropFirst().dropLast()) }) }
}

extension StripeJob: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Which tracks.
    public var description: String { "stripe job for tracks \(tracks.keys.sorted().map(\.rawValue))" }
    /// The same as `description`.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows a track.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
