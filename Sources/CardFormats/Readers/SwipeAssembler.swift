/// From a card reader's USB packets, or its whole reports, to swipes.
///
/// Instants are durations since any fixed moment and never decrease; the caller has the clock.
public struct SwipeAssembler: ~Copyable {
    /// A report whose next packet is later than this has lost its rest in the reader. Source: MagTek 99875191, property 0x52, default 2 s.
    public static let longestPause = Duration.seconds(2)

    private let decoder: SwipeDecoder
    private var report: ReportAssembler
    private var frames = FrameAssembler()

    /// A fault, where the descriptor has no track usages. `isFramed` says what the descriptor of an ID TECH reader does not: that its reports carry frames.
    public init(descriptor: HIDReportDescriptor, ranges: CardRanges = .none, isFramed: Bool = false) throws(ReaderFault) {
        guard let layout = SwipeLayout(descriptor, isFramed: isFramed) else { throw .notAReader(descriptor.applications) }
        decoder = SwipeDecoder(layout: layout, judge: SwipeJudge(rule: CardRule(ranges: ranges)))
        report = ReportAssembler(descriptor)
    }

    /// Takes one interrupt transfer, report id first where the descriptor has report ids; what it completed, in order.
    public mutating func receive(_ packet: Span<UInt8>, at instant: Duration = .zero) -> [SwipeResult] {
        var results = expire(at: instant)
        if report.dropBefore(packet) { results.append(.retry(.cutOff)) }
        switch report.receive(packet, at: instant) {
        case .needMore: break
        case .cutOff: results.append(.retry(.cutOff))
        case .fault(let fault): results.append(.fault(fault))
        case .complete(let id):
            if id == decoder.layout.reportID { takeReport(at: instant, &results) }
            report.wipe()
        }
        return results
    }

    private mutating func takeReport(at instant: Duration, _ results: inout [SwipeResult]) {
        let decoder = decoder
        if frames.isPartial || report.withData({ decoder.layout.beginsFrame($0) }) {
            let frame = SwipeFrame(judge: decoder.judge)
            results += report.lendData(to: &frames, at: instant) { frame.decode($0) }
        } else {
            results.append(report.withData { decoder.decode($0) })
        }
    }

    /// The same for an array.
    public mutating func receive(_ packet: [UInt8], at instant: Duration = .zero) -> [SwipeResult] {
        receive(packet.span, at: instant)
    }

    /// When a report or frame that has begun is given up; nil while nothing has.
    public var deadline: Duration? {
        [report.deadline(limit: Self.longestPause), frames.deadline(limit: Self.longestPause)].compactMap(\.self).min()
    }

    /// Drops a report that its reader has given up.
    public mutating func expire(at instant: Duration) -> [SwipeResult] {
        let isReportStale = report.dropStale(at: instant, limit: Self.longestPause)
        let isFrameStale = frames.dropStale(at: instant, limit: Self.longestPause)
        return isReportStale || isFrameStale ? [.retry(.cutOff)] : []
    }

    /// Says what is wrong with a report that has begun, when no packet will follow.
    public mutating func finish() -> [SwipeResult] {
        let isFrameCut = frames.finish()
        guard let fault = report.lengthFault else { return isFrameCut ? [.retry(.cutOff)] : [] }
        report.wipe()
        return [.fault(fault)]
    }

    /// Whether nothing of any swipe remains.
    var isWiped: Bool { report.isWiped && frames.isWiped }
}
