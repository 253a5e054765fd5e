/// Where a card reader's report holds the tracks.
enum SwipeLayout: Sendable {
    /// Each in a field of its own, which the descriptor names.
    case fields(TrackFieldLayout)
    /// One behind the other, in a field the descriptor says nothing about.
    case sequence(TrackSequenceLayout)

    /// nil for a device that is no card reader.
    init?(_ descriptor: HIDReportDescriptor) {
        if let fields = TrackFieldLayout(descriptor) {
            self = .fields(fields)
        } else if let sequence = TrackSequenceLayout(descriptor) {
            self = .sequence(sequence)
        } else {
            return nil
        }
    }

    /// The report of a swipe.
    var reportID: UInt8 {
        switch self {
        case .fields(let layout): layout.reportID
        case .sequence(let layout): layout.reportID
        }
    }

    /// The tracks in a report's data; each track's place is to be checked against its room before it is used.
    func tracks(in report: Span<UInt8>) -> [TrackPlace] {
        switch self {
        case .fields(let layout): layout.tracks(in: report)
        case .sequence(let layout): layout.tracks(in: report)
        }
    }

    /// The card encode type; nil where the reader says none.
    func encodeType(in report: Span<UInt8>) -> Int? {
        switch self {
        case .fields(let layout): layout.encodeType?.value(in: report)
        case .sequence(let layout): layout.encodeType(in: report)
        }
    }
}

/// Where one swipe's report holds a track.
struct TrackPlace {
    let number: TrackNumber
    /// The reader says it could not decode the track.
    let isTorn: Bool
    let start: Int
    /// Bytes the reader says the track has.
    let length: Int
    /// Bytes there are for it.
    let room: Int
}
