/// How a track is written. Source: ISO/IEC 7811-2 (7811-6 for high coercivity), as the table of `format`.
public struct TrackFormat: Sendable, Hashable {
    /// Bits per inch.
    public let density: Int
    /// Bits of one character, the parity bit included.
    public let bits: Int
    /// Characters of the whole track, both sentinels and the LRC included.
    public let capacity: Int
    /// The character all of whose data bits are zero; the others follow it in the order of ASCII.
    public let base: UInt8
    /// Start sentinel, field separator and end sentinel.
    public let start: UInt8
    /// Field separator.
    public let field: UInt8
    /// End sentinel.
    public let end: UInt8

    private init(density: Int, bits: Int, capacity: Int, base: Character, start: Character, field: Character, end: Character) {
        self.density = density
        self.bits = bits
        self.capacity = capacity
        self.base = base.asciiValue ?? 0
        self.start = start.asciiValue ?? 0
        self.field = field.asciiValue ?? 0
        self.end = end.asciiValue ?? 0
    }

    /// The characters the format can write, sentinels included.
    public var characters: ClosedRange<UInt8> { base...(base + (1 << UInt8(bits - 1)) - 1) }

    /// Characters between the sentinels, at most: the LRC takes one place too.
    public var dataCapacity: Int { capacity - 3 }

    //                                            bits/inch   bits/char  chars          zero       start       field      end
    static let one = TrackFormat(density: 210, bits: 7, capacity: 79, base: " ", start: "%", field: "^", end: "?")
    static let two = TrackFormat(density: 75, bits: 5, capacity: 40, base: "0", start: ";", field: "=", end: "?")
    static let three = TrackFormat(density: 210, bits: 5, capacity: 107, base: "0", start: ";", field: "=", end: "?")
}

extension TrackNumber {
    /// How this track is written.
    public var format: TrackFormat {
        switch self {
        case .one: .one
        case .two: .two
        case .three: .three
        }
    }
}
