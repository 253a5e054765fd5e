/// Where a card reader's report holds the tracks.
enum SwipeLayout: Sendable {
    /// Each in a field of its own, which the descriptor names.
    case fields(TrackFieldLayout)
    /// One behind the other, in a field the descriptor says nothing about.
    case sequence(TrackSequenceLayout)
    /// In frames that fill as many reports as they need.
    case frames(reportID: UInt8)

    /// nil for a device that is no card reader; of a device that sends frames the descriptor says nothing at all.
    init?(_ descriptor: HIDReportDescriptor, isFramed: Bool = false) {
        if isFramed {
            guard let id = Self.vendorReport(of: descriptor) else { return nil }
            self = .frames(reportID: id)
        } else if let fields = TrackFieldLayout(descriptor) {
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
        case .frames(let id): id
        }
    }

    /// The tracks in a report's data; each track's place is to be checked against its room before it is used.
    func tracks(in report: Span<UInt8>) -> [TrackPlace] {
        switch self {
        case .fields(let layout): layout.tracks(in: report)
        case .sequence(let layout): layout.tracks(in: report)
        case .frames: []
        }
    }

    /// The card encode type; nil where the reader says none.
    func encodeType(in report: Span<UInt8>) -> Int? {
        switch self {
        case .fields(let layout): layout.encodeType?.value(in: report)
        case .sequence(let layout): layout.encodeType(in: report)
        case .frames: nil
        }
    }

    /// Whether a report begins a frame. In ID TECH's structured report that byte is a decode status, 0 or 1.
    func beginsFrame(_ report: Span<UInt8>) -> Bool {
        switch self {
        case .fields: false
        case .sequence: report.count > 0 && report[0] == FrameAssembler.start
        case .frames: true
        }
    }

    private static func vendorReport(of descriptor: HIDReportDescriptor) -> UInt8? {
        descriptor.fields.first { $0.kind == .input && TrackSequenceLayout.vendorPages.contains($0.usages.first?.first.page ?? 0) }?.reportID
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
