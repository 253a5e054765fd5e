/// Puts ID TECH's frames together from the data of reports: a frame may be longer than a report, and a report may hold several.
///
/// Source: ID TECH SecureMag and SREDKey2 manuals, “Enhanced encrypted output format”: `02 LenL LenH payload LRC SUM 03`; LRC is the exclusive or of the payload,
/// SUM its sum without carries. What stands between frames is padding.
struct FrameAssembler: ~Copyable {
    static let start: UInt8 = 0x02
    private static let end: UInt8 = 0x03
    /// Bytes of a payload, at most: three tracks in clear and again encrypted, three hashes, a key serial number, rounded up.
    static let longestPayload = 1024
    private static let head = 3
    private static let tail = 3

    private var buffer = SensitiveBytes(capacity: head + longestPayload + tail)
    private var since = Duration.zero

    /// Whether a frame has begun and not ended.
    var isPartial: Bool { buffer.count > 0 }

    /// Whether nothing of any frame remains.
    var isWiped: Bool { buffer.isZero }

    /// When a frame that has begun is given up.
    func deadline(limit: Duration) -> Duration? { isPartial ? since + limit : nil }

    /// Takes the data of one report; `decode` is lent the payload of every frame it completed. A frame that does not check was cut off.
    mutating func receive(_ data: Span<UInt8>, at instant: Duration, _ decode: (Span<UInt8>) -> SwipeResult) -> [SwipeResult] {
        since = instant
        var results: [SwipeResult] = []
        var index = 0
        while index < data.count {
            if !isPartial, data[index] != Self.start {
                index += 1
                continue
            }
            let count = min(wanted - buffer.count, data.count - index)
            guard count > 0, buffer.append(data.extracting(index..<index + count)) else { return results + [cutOff()] }
            index += count
            if buffer.count == Self.head, !(1...Self.longestPayload).contains(payloadLength) { return results + [cutOff()] }
            guard buffer.count > Self.head, buffer.count == wanted else { continue }
            results.append(buffer.withSpan { Self.isSound($0) ? decode($0.extracting(Self.head..<$0.count - Self.tail)) : .retry(.cutOff) })
            buffer.wipe()
        }
        return results
    }

    /// Drops a frame nothing has been added to for longer than `limit`; whether there was one.
    mutating func dropStale(at instant: Duration, limit: Duration) -> Bool {
        guard isPartial, instant - since > limit else { return false }
        buffer.wipe()
        return true
    }

    /// Drops what has begun; whether there was something.
    mutating func finish() -> Bool {
        defer { buffer.wipe() }
        return isPartial
    }

    private mutating func cutOff() -> SwipeResult {
        buffer.wipe()
        return .retry(.cutOff)
    }

    private var payloadLength: Int { buffer.withSpan { Int($0[1]) | Int($0[2]) << 8 } }

    /// Bytes of the frame as far as is known.
    private var wanted: Int { buffer.count < Self.head ? Self.head : Self.head + payloadLength + Self.tail }

    private static func isSound(_ frame: Span<UInt8>) -> Bool {
        var lrc: UInt8 = 0
        var sum: UInt8 = 0
        for index in head..<frame.count - tail {
            lrc ^= frame[index]
            sum &+= frame[index]
        }
        return frame[frame.count - 3] == lrc && frame[frame.count - 2] == sum && frame[frame.count - 1] == end
    }
}
