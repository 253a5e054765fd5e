/// A number of loyalty points; whole, for no table publishes a fraction.
public struct Points: Sendable, Hashable, Comparable, Codable {
    /// How many; negative for a deduction.
    public let count: Int

    /// A number of points.
    public init(_ count: Int) { self.count = count }

    /// None.
    public static let zero = Points(0)

    /// Reads a bare number.
    public init(from decoder: any Decoder) throws { count = try WholeNumber.decode(from: decoder) }
    /// Writes a bare number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }

    /// The sum.
    public static func + (left: Points, right: Points) -> Points { Points(left.count + right.count) }
    /// The difference.
    public static func - (left: Points, right: Points) -> Points { Points(left.count - right.count) }
    /// The opposite.
    public static prefix func - (points: Points) -> Points { Points(-points.count) }
    /// Adds in place.
    public static func += (left: inout Points, right: Points) { left = left + right }
    /// Order by number.
    public static func < (left: Points, right: Points) -> Bool { left.count < right.count }

    /// The points that go back when `part` of `whole` units do, rounded down; all of them with the last unit (RULES 10.11).
    public func share(_ part: Int, of whole: Int) -> Points {
        Points(Fraction(numerator: part, denominator: whole).down(of: count))
    }
}
