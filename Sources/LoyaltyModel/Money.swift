/// An amount of money in the minor unit of the programme's currency: 4.99 yuan is 499, one rial is 1.
public struct Money: Sendable, Hashable, Comparable, Codable {
    /// Minor units; negative for a reduction or a refund.
    public let minor: Int

    /// An amount of `minor` minor units.
    public init(minor: Int) { self.minor = minor }

    /// Nothing.
    public static let zero = Money(minor: 0)
    /// The largest amount of one line or ticket, 10^15 minor units: far above any sale, far below what arithmetic can hold.
    public static let limit = Money(minor: 1_000_000_000_000_000)

    /// Reads bare minor units.
    public init(from decoder: any Decoder) throws { minor = try WholeNumber.decode(from: decoder) }
    /// Writes bare minor units.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(minor)
    }

    /// The sum of two amounts.
    public static func + (left: Money, right: Money) -> Money { Money(minor: left.minor + right.minor) }
    /// The difference of two amounts.
    public static func - (left: Money, right: Money) -> Money { Money(minor: left.minor - right.minor) }
    /// The opposite amount.
    public static prefix func - (amount: Money) -> Money { Money(minor: -amount.minor) }
    /// Adds in place.
    public static func += (left: inout Money, right: Money) { left = left + right }
    /// Order by amount.
    public static func < (left: Money, right: Money) -> Bool { left.minor < right.minor }

    /// The price of `quantity` units, or nil when it is beyond `limit`.
    public func times(_ quantity: Int) -> Money? {
        let (product, overflow) = minor.multipliedReportingOverflow(by: quantity)
        guard !overflow, product.magnitude <= Money.limit.minor.magnitude else { return nil }
        return Money(minor: product)
    }

    /// The part of this amount that belongs to `part` of `whole` units, half-up (RULES 10.11).
    public func share(_ part: Int, of whole: Int) -> Money {
        Money(minor: Fraction(numerator: part, denominator: whole).halfUp(of: minor))
    }
}
