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
    ///
    /// `isFramed` is for a card reader whose reports carry ID TECH's frames, of which no descriptor speaks.
    public init(descriptor: HIDReportDescriptor, ranges: CardRanges = .none, isFramed: Bool = false) throws(ReaderFault) {
        if isFramed || SwipeLayout(descriptor) != nil {
            reader = .msr
            swipes = try SwipeAssembler(descriptor: descriptor, ranges: ranges, isFramed: isFramed)
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

    /// When what has begun is given up; nil while nothing has.
    public var deadline: Duration? { swipes.look { $0.deadline } ?? scans.look { $0.deadline } ?? nil }

    /// Whether nothing of any card remains.
    var isWiped: Bool { swipes.look { $0.isWiped } ?? true && scans.look { $0.isWiped } ?? true }

    /// Drops what has begun and was not followed up in time.
    public mutating func expire(at instant: Duration) -> [DecodedEvent] {
        (swipes?.expire(at: instant) ?? []).map(DecodedEvent.msr) + (scans?.expire(at: instant) ?? []).map(DecodedEvent.scanner)
    }

    /// Says what is wrong with what has begun, when nothing will follow.
    public mutating func finish() -> [DecodedEvent] {
        (swipes?.finish() ?? []).map(DecodedEvent.msr) + (scans?.finish() ?? []).map(DecodedEvent.scanner)
    }
}

extension Optional where Wrapped: ~Copyable {
    /// What `body` sees in the value without taking it out; nil where there is none.
    borrowing func look<Result>(_ body: (borrowing Wrapped) -> Result) -> Result? {
        switch self {
        case .some(let value): body(value)
        case .none: nil
        }
    }
}
