/// From a barcode scanner's reports to scans. A long code comes in several reports, each but the last saying that more follows.
///
/// Instants are durations since any fixed moment and never decrease; the caller has the clock.
public struct ScanAssembler: ~Copyable {
    /// A fragment whose next report is later than this is dropped. Scanners send the reports of one code back to back, some milliseconds apart.
    public static let longestPause = Duration.milliseconds(500)
    /// Bytes of a scan, at most: the 7089 digits of the largest QR code (ISO/IEC 18004, version 40-L), rounded up.
    public static let longestScan = 8192

    private let layout: ScanLayout
    private let rule: CardRule
    private var report: ReportAssembler
    private var fragment = SensitiveBytes(capacity: longestScan)
    private var state = State.idle
    private var since = Duration.zero

    private enum State: Equatable {
        case idle
        /// Reports of this symbol have come, and more are to follow.
        case open(aim: String?)
        /// The rest of a faulty scan goes by.
        case skipping
    }

    /// A fault, where the descriptor has no usage for decoded data.
    public init(descriptor: HIDReportDescriptor, ranges: CardRanges = .none) throws(ReaderFault) {
        guard let layout = ScanLayout(descriptor) else { throw .notAReader(descriptor.applications) }
        self.layout = layout
        rule = CardRule(ranges: ranges)
        report = ReportAssembler(descriptor)
    }

    /// Takes one interrupt transfer, report id first where the descriptor has report ids; what it completed, in order.
    public mutating func receive(_ packet: Span<UInt8>, at instant: Duration = .zero) -> [ScanResult] {
        var results = expire(at: instant)
        if report.dropBefore(packet) { results.append(.retry(.cutOff)) }
        switch report.receive(packet, at: instant) {
        case .needMore: break
        case .cutOff: results.append(.retry(.cutOff))
        case .fault(let fault): results.append(.fault(fault))
        case .complete(let id):
            if id == layout.reportID { takeReport(at: instant, &results) }
            report.wipe()
        }
        return results
    }

    /// The same for an array.
    public mutating func receive(_ packet: [UInt8], at instant: Duration = .zero) -> [ScanResult] {
        receive(packet.span, at: instant)
    }

    /// When a report or fragment that has begun is given up; nil while nothing has.
    public var deadline: Duration? {
        [report.deadline(limit: Self.longestPause), state == .idle ? nil : since + Self.longestPause].compactMap(\.self).min()
    }

    /// Drops a fragment that nothing follows, and a report that is not complete.
    public mutating func expire(at instant: Duration) -> [ScanResult] {
        let isStale = state != .idle && instant - since > Self.longestPause
        let wasOpen = isStale && state != .skipping
        if isStale { drop() }
        return report.dropStale(at: instant, limit: Self.longestPause) || wasOpen ? [.retry(.cutOff)] : []
    }

    /// Says what is wrong with what has begun, when nothing will follow.
    public mutating func finish() -> [ScanResult] {
        var results: [ScanResult] = []
        if let fault = report.lengthFault { results.append(.fault(fault)) }
        if case .open = state { results.append(.retry(.cutOff)) }
        report.wipe()
        drop()
        return results
    }

    /// Whether nothing of any scan remains.
    var isWiped: Bool { report.isWiped && fragment.isZero }

    private mutating func drop() {
        fragment.wipe()
        state = .idle
    }

    private mutating func takeReport(at instant: Duration, _ results: inout [ScanResult]) {
        since = instant
        let layout = layout
        let (count, aim, continues) = report.withData { (layout.count(in: $0), layout.identifier(in: $0), layout.continues(in: $0)) }
        if state == .skipping {
            if !continues { drop() }
            return
        }
        if case .open(let openAim) = state, openAim != aim {
            results.append(.retry(.cutOff))
            drop()
        }
        guard count >= 0, count <= layout.data.count else {
            results.append(.fault(.scanLength(said: count, field: layout.data.count)))
            return skipRest(continues)
        }
        guard appendData(count) else {
            results.append(.fault(.scanTooLong(limit: Self.longestScan)))
            return skipRest(continues)
        }
        if continues {
            state = .open(aim: aim)
        } else {
            results.append(result(aim: aim))
            drop()
        }
    }

    private mutating func skipRest(_ continues: Bool) {
        drop()
        if continues { state = .skipping }
    }

    private mutating func appendData(_ count: Int) -> Bool {
        let start = layout.data.lowerBound
        guard fragment.count + count <= fragment.capacity else { return false }
        return report.appendData(start..<start + count, to: &fragment)
    }

    private func result(aim: String?) -> ScanResult {
        fragment.withSpan { bytes in
            var end = bytes.count
            while end > 0, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x0A { end -= 1 }
            guard end > 0 else { return .retry(.empty) }
            return ScanText.result(bytes.extracting(0..<end), aim: aim, rule: rule)
        }
    }
}
