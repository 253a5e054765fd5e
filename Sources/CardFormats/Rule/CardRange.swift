/// Numbers that a programme gives to its own cards: all that begin with a prefix from `first` to `last`.
public struct CardRange: Sendable, Hashable {
    /// The lowest prefix.
    public let first: String
    /// The highest prefix, as long as `first`.
    public let last: String
    /// Digits of a whole number, check digit included.
    public let lengths: ClosedRange<Int>

    /// Digits a number may have at most: what track 2 holds between its sentinels.
    public static let maximumLength = TrackFormat.two.dataCapacity

    /// A range by its ends, both in ASCII digits and of one length; all lengths a stripe can hold unless said.
    public init(from first: String, through last: String, lengths: ClosedRange<Int>? = nil) throws(CardRangeFault) {
        let digits = first.utf8.count
        guard digits > 0, last.utf8.count == digits, first.utf8.allSatisfy(\.isDigit), last.utf8.allSatisfy(\.isDigit) else {
            throw .notDigits(first: first, last: last)
        }
        guard first <= last else { throw .outOfOrder(first: first, last: last) }
        let lengths = lengths ?? digits...max(digits, Self.maximumLength)
        guard lengths.lowerBound >= digits, lengths.upperBound <= Self.maximumLength else { throw .impossibleLength(first: first, lengths: lengths) }
        self.first = first
        self.last = last
        self.lengths = lengths
    }

    /// All numbers that begin with `prefix`.
    public init(prefix: String, lengths: ClosedRange<Int>? = nil) throws(CardRangeFault) {
        try self.init(from: prefix, through: prefix, lengths: lengths)
    }

    func contains(_ run: DigitRun, in text: Span<UInt8>) -> Bool {
        lengths.contains(run.count) && run.starts(from: Array(first.utf8), through: Array(last.utf8), in: text)
    }

    /// Whether some number could begin with a prefix of both ranges.
    func overlaps(from otherFirst: [UInt8], through otherLast: [UInt8]) -> Bool {
        let width = max(first.utf8.count, otherFirst.count)
        func padded(_ digits: [UInt8], _ digit: Character) -> [UInt8] {
            digits + Array(repeating: digit.asciiValue ?? 0, count: width - digits.count)
        }
        let (ownFirst, ownLast) = (padded(Array(first.utf8), "0"), padded(Array(last.utf8), "9"))
        let (low, high) = (padded(otherFirst, "0"), padded(otherLast, "9"))
        return !ownLast.lexicographicallyPrecedes(low) && !high.lexicographicallyPrecedes(ownFirst)
    }
}

/// The number ranges of a programme: none of them a payment scheme's, none of them in banking's and trade's own first digits.
public struct CardRanges: Sendable, Hashable {
    /// The ranges as they were given.
    public let ranges: [CardRange]

    /// No ranges: own cards are known by their layout alone.
    public static let none = CardRanges()

    private init() { ranges = [] }

    /// Checks each range; the first that may not be a club's is refused.
    public init(_ ranges: [CardRange]) throws(CardRangeFault) {
        for range in ranges {
            if let scheme = IssuerRange.payment.first(where: { range.overlaps(from: $0.first, through: $0.last) }) {
                throw .belongsToPayment(first: range.first, scheme: scheme.issuer)
            }
            if range.overlaps(from: [UInt8(ascii: "3")], through: [UInt8(ascii: "6")]) { throw .industryDigit(first: range.first) }
        }
        self.ranges = ranges
    }

    func contains(_ run: DigitRun, in text: Span<UInt8>) -> Bool {
        run.count > 0 && ranges.contains { $0.contains(run, in: text) }
    }
}
