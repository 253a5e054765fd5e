/// Puts a reader's USB packets together to whole reports. A whole report in one piece is fine too.
struct ReportAssembler: ~Copyable {
    /// Bytes an interrupt packet has at most at full speed (USB 2.0, section 5.7.3): whatever is longer is meant as a whole report.
    static let longestPacket = 64

    enum Step: Equatable {
        case needMore
        /// The report stands ready in `withData`, until the caller wipes it.
        case complete(id: UInt8)
        /// A short packet ended the report too early: packets were lost.
        case cutOff
        case fault(ReaderFault)
    }

    private let lengths: [UInt8: Int]
    private let usesIDs: Bool
    private var buffer: SensitiveBytes
    private var expected = 0
    private var packetSize = 0
    private var since = Duration.zero

    init(_ descriptor: HIDReportDescriptor) {
        usesIDs = descriptor.usesReportIDs
        var lengths: [UInt8: Int] = [:]
        for id in descriptor.reportIDs(of: .input) { lengths[id] = descriptor.byteCount(of: .input, id: id) }
        self.lengths = lengths
        buffer = SensitiveBytes(capacity: lengths.values.max() ?? 0)
    }

    /// Whether a report has begun and not ended.
    var isPartial: Bool { buffer.count > 0 }

    /// Whether nothing of any report remains.
    var isWiped: Bool { buffer.isZero }

    /// The length of the begun report as a fault, for an input that ends here.
    var lengthFault: ReaderFault? { isPartial ? .reportLength(received: buffer.count, expected: expected) : nil }

    /// When a report that has begun is given up.
    func deadline(limit: Duration) -> Duration? { isPartial ? since + limit : nil }

    /// Drops a report whose last packet came longer than `limit` ago; whether there was one.
    mutating func dropStale(at instant: Duration, limit: Duration) -> Bool {
        guard isPartial, instant - since > limit else { return false }
        buffer.wipe()
        return true
    }

    /// Drops the begun report where the packet cannot belong to it, being a whole report itself; whether there was one.
    mutating func dropBefore(_ packet: Span<UInt8>) -> Bool {
        guard isPartial, packet.count > packetSize, packet.count == length(of: packet) else { return false }
        buffer.wipe()
        return true
    }

    mutating func receive(_ packet: Span<UInt8>, at instant: Duration) -> Step {
        guard packet.count > 0 else { return .needMore }
        since = instant
        if !isPartial {
            guard let length = length(of: packet) else { return .fault(.unknownReport(id: packet[0])) }
            (expected, packetSize) = (length, packet.count)
            guard packet.count == length || (packet.count < length && packet.count <= Self.longestPacket) else {
                return .fault(.reportLength(received: packet.count, expected: length))
            }
        }
        let received = buffer.count + packet.count
        guard packet.count <= packetSize, received <= expected, buffer.append(packet) else {
            buffer.wipe()
            return .fault(.reportLength(received: received, expected: expected))
        }
        if received == expected { return .complete(id: buffer.withSpan { usesIDs ? $0[0] : 0 }) }
        guard packet.count == packetSize else {
            buffer.wipe()
            return .cutOff
        }
        return .needMore
    }

    /// Lends the whole report without its id.
    func withData<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        buffer.withSpan { body($0.extracting((usesIDs ? 1 : 0)..<$0.count)) }
    }

    /// Copies a part of the report's data into another guarded buffer; false where it does not fit.
    func appendData(_ range: Range<Int>, to target: inout SensitiveBytes) -> Bool {
        let start = usesIDs ? 1 : 0
        return buffer.withSpan { target.append($0.extracting(range.lowerBound + start..<range.upperBound + start)) }
    }

    /// Lends the whole report without its id to an assembler of frames; what it completed.
    func lendData(to frames: inout FrameAssembler, at instant: Duration, _ decode: (Span<UInt8>) -> SwipeResult) -> [SwipeResult] {
        withData { frames.receive($0, at: instant, decode) }
    }

    mutating func wipe() { buffer.wipe() }

    private func length(of packet: Span<UInt8>) -> Int? { packet.count == 0 ? nil : lengths[usesIDs ? packet[0] : 0] }
}
