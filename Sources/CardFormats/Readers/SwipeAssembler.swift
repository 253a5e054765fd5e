/// From a card reader's USB packets, or its whole reports, to swipes.
///
/// Instants are durations since any fixed moment and never decrease; the caller has the clock.
public struct SwipeAssembler: ~Copyable {
    /// A report whose next packet is later than this has lost its rest in the reader. Source: MagTek 99875191, property 0x52, default 2 s.
    public static let longestPause = Duration.seconds(2)

    private let decoder: SwipeDecoder
    private var report: ReportAssembler

    /// A fault, where the descriptor has no track usages.
    public init(descriptor: HIDReportDescriptor, ranges: CardRanges = .none) throws(ReaderFault) {
        guard let layout = SwipeLayout(descriptor) else { throw .notAReader(descriptor.applications) }
        decoder = SwipeDecoder(layout: layout, rule: CardRule(ranges: ranges))
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
            if id == decoder.layout.reportID { results.append(report.withData { decoder.decode($0) }) }
            report.wipe()
        }
        return results
    }

    /// The same for an array.
    public mutating func receive(_ packet: [UInt8], at instant: Duration = .zero) -> [SwipeResult] {
        receive(packet.span, at: instant)
    }

    /// Drops a report that its reader has given up.
    public mutating func expire(at instant: Duration) -> [SwipeResult] {
        report.dropStale(at: instant, limit: Self.longestPause) ? [.retry(.cutOff)] : []
    }

    /// Says what is wrong with a report that has begun, when no packet will follow.
    public mutating func finish() -> [SwipeResult] {
        guard let fault = report.lengthFault else { return [] }
        report.wipe()
        return [.fault(fault)]
    }
}
