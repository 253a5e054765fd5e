/// What a reader of any family sends, from its transfers to swipes and scans.
///
/// It holds what may be a bank card's, so it cannot be copied, and overwrites it as soon as it is understood.
public struct ReaderDecoder: ~Copyable {
    /// How a reader speaks. Its descriptor tells HID reports; what is not in the descriptor has to be told.
    public enum Speech: Sendable, Hashable {
        /// HID reports with fields that the descriptor names, or ID TECH's structured report.
        case reports
        /// HID reports that carry ID TECH's frames.
        case frames
        /// Keys typed on a keyboard of its own.
        case keys(TextTerms)
        /// Characters over a serial line.
        case serial(TextTerms)
        /// The packets of a stripe writer of the MSR605X family, which reads too.
        case writer
    }

    /// What kind of reader it is; nil where each text shows it for itself.
    public let reader: ReportDecoder.Reader?
    private var reports: ReportDecoder?
    private var keyboard: KeyboardAssembler?
    private var text: TextAssembler?
    private var writer: MSR605Assembler?
    private let judge: SwipeJudge

    /// A decoder of a reader that speaks in this way.
    ///
    /// `descriptor` is that of the HID interface; keys stand as in the boot report where it describes no keyboard. `reader` matters for keys and serial lines: without it, a
    /// text that looks like a track is a swipe; a driver always says which. A fault, where reports or frames are expected and the descriptor is no reader's.
    public init(
        _ speech: Speech, reader: ReportDecoder.Reader? = nil, descriptor: HIDReportDescriptor? = nil, ranges: CardRanges = .none
    ) throws(ReaderFault) {
        judge = SwipeJudge(rule: CardRule(ranges: ranges))
        switch speech {
        case .reports, .frames:
            guard let descriptor else { throw .notAReader([]) }
            let decoder = try ReportDecoder(descriptor: descriptor, ranges: ranges, isFramed: speech == .frames)
            self.reader = decoder.reader
            reports = consume decoder
        case .keys(let terms):
            self.reader = reader
            keyboard = KeyboardAssembler(descriptor: descriptor, TextAssembler(TextAssembler.Reader(reader), terms: terms, ranges: ranges))
        case .serial(let terms):
            self.reader = reader
            text = TextAssembler(TextAssembler.Reader(reader), terms: terms, ranges: ranges)
        case .writer:
            self.reader = .msr
            writer = MSR605Assembler()
        }
    }

    /// Takes one transfer as it came. `instant` is a duration since any fixed moment that never decreases; left out, nothing grows stale.
    public mutating func receive(_ bytes: Span<UInt8>, at instant: Duration = .zero) -> [DecodedEvent] {
        (reports?.receive(bytes, at: instant) ?? []) + type(bytes, at: instant) + listen(bytes, at: instant) + read(bytes)
    }

    /// The same for an array.
    public mutating func receive(_ bytes: [UInt8], at instant: Duration = .zero) -> [DecodedEvent] { receive(bytes.span, at: instant) }

    /// When what has begun is over or given up; nil while nothing has.
    public var deadline: Duration? {
        reports.look { $0.deadline } ?? keyboard.look { $0.deadline } ?? text.look { $0.deadline } ?? nil
    }

    /// Ends, or drops, what has begun and was not followed up in time.
    public mutating func expire(at instant: Duration) -> [DecodedEvent] {
        (reports?.expire(at: instant) ?? []) + [keyboard?.expire(at: instant), text?.expire(at: instant)].compactMap(\.self)
    }

    /// Ends what has begun, when nothing will follow.
    public mutating func finish() -> [DecodedEvent] {
        writer?.finish()
        return (reports?.finish() ?? []) + [keyboard?.finish(), text?.finish()].compactMap(\.self)
    }

    /// Whether nothing of any card remains.
    var isWiped: Bool {
        let parts = [reports.look { $0.isWiped }, keyboard.look { $0.isWiped }, text.look { $0.isWiped }, writer.look { $0.isWiped }]
        return parts.allSatisfy { $0 ?? true }
    }

    private mutating func type(_ bytes: Span<UInt8>, at instant: Duration) -> [DecodedEvent] {
        let isScanner = reader == .scanner
        return (keyboard?.receive(bytes, at: instant) ?? []).map { step in
            switch step {
            case .event(let event): event
            case .fault(let fault): isScanner ? .scanner(.fault(fault)) : .msr(.fault(fault))
            }
        }
    }

    private mutating func listen(_ bytes: Span<UInt8>, at instant: Duration) -> [DecodedEvent] {
        var events = text?.expire(at: instant).map { [$0] } ?? []
        for index in 0..<bytes.count {
            if let event = text?.receive(bytes[index], at: instant) { events.append(event) }
        }
        return events
    }

    private mutating func read(_ bytes: Span<UInt8>) -> [DecodedEvent] {
        guard let reply = writer?.receive(bytes, judge: judge, expecting: [:]) else { return [] }
        if case .card(let result, _, _) = reply { return [.msr(result)] }
        return []
    }
}

extension ReaderDecoder.Speech {
    /// How a device speaks by what its report descriptor says alone: as a reader, else as a keyboard, else as a stripe writer. For somebody who has bytes and no device; a
    /// driver is told by the device's data sheet, since nothing in a descriptor tells a reader in keyboard mode from a keyboard.
    public init(saidBy descriptor: HIDReportDescriptor) {
        if (try? ReportDecoder(descriptor: descriptor).reader) != nil {
            self = .reports
        } else if KeyboardLayout(descriptor) != nil {
            self = .keys(TextTerms())
        } else {
            self = MSR605Packet.mayBeWriter(descriptor) ? .writer : .reports
        }
    }
}

extension TextAssembler.Reader {
    init(_ reader: ReportDecoder.Reader?) {
        switch reader {
        case .msr: self = .msr
        case .scanner: self = .scanner
        case nil: self = .either
        }
    }
}
