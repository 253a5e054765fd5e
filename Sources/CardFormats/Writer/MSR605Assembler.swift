/// What a stripe writer has said.
public enum MSR605Reply: Sendable, Hashable {
    /// `ESC` and a character: `0` done, `1` read or write error, `2` command format error, `4` unknown command, `9` bad swipe, and the answers to questions.
    case answer(UInt8)
    /// A card was read: what it is, which tracks are the expected ones, and the status as in an answer.
    case card(SwipeResult, matching: Set<TrackNumber>, status: UInt8)
    /// Neither.
    case garbled
}

/// Puts a stripe writer's packets together to messages, and overwrites them when they are understood.
///
/// Source: MSR605 Programmer's Manual, revision B, “Data block format”: `ESC s ESC 1 track ESC 2 track ESC 3 track ? FS ESC status`; in the place of a track `ESC +` where
/// it is empty and `ESC *` where it cannot be read (`Doridian/libMSRx05`).
public struct MSR605Assembler: ~Copyable {
    /// Bytes of a message, at most: three tracks of bits with their lengths, and what is around them.
    private static let longest = 1024

    private var message = SensitiveBytes(capacity: longest)
    private var isOpen = false
    /// Whether the cards that are read come as bits.
    public var isRaw = false

    /// An assembler that waits for a first packet.
    public init() {}

    /// Whether nothing of any message remains.
    var isWiped: Bool { message.isZero }

    /// Takes one packet; what it completed. `expected` are the texts, sentinels included, that the card should have.
    public mutating func receive(_ packet: Span<UInt8>, ranges: CardRanges = .none, expecting expected: [TrackNumber: String] = [:]) -> MSR605Reply? {
        receive(packet, judge: SwipeJudge(rule: CardRule(ranges: ranges)), expecting: expected)
    }

    mutating func receive(_ packet: Span<UInt8>, judge: SwipeJudge, expecting expected: [TrackNumber: String]) -> MSR605Reply? {
        guard packet.count > 0 else { return nil }
        let count = Int(packet[0] & MSR605Packet.count)
        if packet[0] & MSR605Packet.first != 0 {
            message.wipe()
            isOpen = true
        }
        guard isOpen else { return nil }
        guard count < packet.count, message.append(packet.extracting(1..<1 + count)) else { return close(.garbled) }
        guard packet[0] & MSR605Packet.last != 0 else { return nil }
        let isRaw = isRaw
        return close(message.withSpan { MSR605Message(isRaw: isRaw, judge: judge, expected: expected).reply($0) })
    }

    /// Drops a message that has begun, when nothing will follow.
    mutating func finish() {
        message.wipe()
        isOpen = false
    }

    private mutating func close(_ reply: MSR605Reply) -> MSR605Reply {
        finish()
        return reply
    }
}

/// One whole message.
private struct MSR605Message {
    let isRaw: Bool
    let judge: SwipeJudge
    let expected: [TrackNumber: String]

    private static let escape = MSR605Command.escape
    private static let unreadable = UInt8(ascii: "*")
    private static let failure = UInt8(ascii: "1")

    func reply(_ message: Span<UInt8>) -> MSR605Reply {
        guard message.count >= 2, message[0] == Self.escape else { return .garbled }
        guard message[1] == UInt8(ascii: "s") else { return message.count == 2 ? .answer(message[1]) : .garbled }
        let tail = message.count - 4
        guard tail >= 2, message[tail] == UInt8(ascii: "?"), message[tail + 1] == 0x1C, message[tail + 2] == Self.escape else { return .garbled }
        let status = message[tail + 3]
        guard let places = isRaw ? rawTracks(message, end: tail) : tracks(message, end: tail) else { return .garbled }
        if status == Self.failure, places.allSatisfy({ !$0.isTorn && $0.length == 0 }) {
            return .card(.retry(.unreadable(TrackNumber.allCases)), matching: [], status: status)
        }
        let result = isRaw ? judge.judgeRaw(places, in: message) : judge.judge(places, in: message, isLicence: false)
        return .card(result, matching: Set(places.filter { matches($0, in: message) }.map(\.number)), status: status)
    }

    private func tracks(_ message: Span<UInt8>, end: Int) -> [TrackPlace]? {
        var places: [TrackPlace] = []
        var index = 2
        for number in TrackNumber.allCases {
            guard index + 2 <= end, message[index] == Self.escape, message[index + 1] == UInt8(number.rawValue) else { return nil }
            index += 2
            let start = index
            if index + 2 <= end, message[index] == Self.escape, message[index + 1] > 3 {
                places.append(TrackPlace(number: number, isTorn: message[index + 1] == Self.unreadable, start: start, length: 0, room: 0))
                index += 2
                continue
            }
            while index < end, message[index] != Self.escape { index += 1 }
            // The question mark of the block's end is the last track's own where that has none.
            let lacksEnd = number == .three && index == end && index > start && message[index - 1] != UInt8(ascii: "?")
            let length = index - start + (lacksEnd ? 1 : 0)
            places.append(TrackPlace(number: number, isTorn: false, start: start, length: length, room: length))
        }
        return index == end ? places : nil
    }

    private func rawTracks(_ message: Span<UInt8>, end: Int) -> [TrackPlace]? {
        var places: [TrackPlace] = []
        var index = 2
        for number in TrackNumber.allCases {
            guard index + 3 <= end, message[index] == Self.escape, message[index + 1] == UInt8(number.rawValue) else { return nil }
            let length = Int(message[index + 2])
            index += 3
            guard index + length <= end else { return nil }
            places.append(TrackPlace(number: number, isTorn: false, start: index, length: length, room: length))
            index += length
        }
        return index == end ? places : nil
    }

    private func matches(_ place: TrackPlace, in message: Span<UInt8>) -> Bool {
        guard let text = expected[place.number]?.utf8, text.count == place.length else { return false }
        return zip(text, 0..<place.length).allSatisfy { character, index in message[place.start + index] == character }
    }
}
