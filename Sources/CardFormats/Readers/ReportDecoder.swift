/// What a HID reader's reports say, one after the other: a card reader or a barcode scanner, by its descriptor.
///
/// It holds what may be a bank card's, so it cannot be copied, and overwrites it as soon as a report is understood.
public struct ReportDecoder: ~Copyable {
    /// What kind of reader the descriptor describes.
    public enum Reader: String, Sendable, Hashable, Codable {
        /// A magnetic stripe reader (UnifiedPOS: MSR).
        case msr
        /// A barcode scanner (UnifiedPOS: Scanner).
        case scanner
    }

    /// What kind of reader the descriptor describes.
    public let reader: Reader
    private var swipes: SwipeAssembler?
    private var scans: ScanAssembler?

    /// A fault, where the descriptor is of neither; it names the devices the descriptor does describe.
    public init(descriptor: HIDReportDescriptor, ranges: CardRanges = .none) throws(ReaderFault) {
        if SwipeLayout(descriptor) != nil {
            reader = .msr
            swipes = try SwipeAssembler(descriptor: descriptor, ranges: ranges)
        } else {
            reader = .scanner
            scans = try ScanAssembler(descriptor: descriptor, ranges: ranges)
        }
    }

    /// Takes one interrupt transfer as it came: a whole report or a packet of one, report id first where the descriptor has report ids.
    ///
    /// `instant` is a duration since any fixed moment that never decreases; left out, nothing grows stale.
    public mutating func receive(_ bytes: Span<UInt8>, at instant: Duration = .zero) -> [DecodedEvent] {
        (swipes?.receive(bytes, at: instant) ?? []).map(DecodedEvent.msr) + (scans?.receive(bytes, at: instant) ?? []).map(DecodedEvent.scanner)
    }

    /// The same for an array.
    public mutating func receive(_ bytes: [UInt8], at instant: Duration = .zero) -> [DecodedEvent] {
        receive(bytes.span, at: instant)
    }

    /// Drops what has begun and was not followed up in time.
    public mutating func expire(at instant: Duration) -> [DecodedEvent] {
        (swipes?.expire(at: instant) ?? []).map(DecodedEvent.msr) + (scans?.expire(at: instant) ?? []).map(DecodedEvent.scanner)
    }

    /// Says what is wrong with what has begun, when nothing will follow.
    public mutating func finish() -> [DecodedEvent] {
        (swipes?.finish() ?? []).map(DecodedEvent.msr) + (scans?.finish() ?? []).map(DecodedEvent.scanner)
    }
}
