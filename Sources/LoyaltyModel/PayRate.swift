/// What is *paid* of a price, in millionths: 9.5折 is 950 000, never a reduction of 9.5 % (SH-08).
///
/// A reduction is told from a price paid by its type: the only way from one to the other is `PayRate(off:)`.
public struct PayRate: Sendable, Hashable, Comparable, Codable {
    /// Millionths of the price that are paid, 0 … 1 000 000.
    public let millionths: Int

    /// What is paid, in millionths; values outside 0 … 1 000 000 are brought to the nearer end.
    public init(millionths: Int) { self.millionths = min(max(millionths, 0), 1_000_000) }
    /// What is left to pay after a reduction.
    public init(off reduction: OffRate) { self.init(millionths: 1_000_000 - reduction.millionths) }

    /// The whole price.
    public static let full = PayRate(millionths: 1_000_000)
    /// Order by what is paid: the smaller is the better for the member.
    public static func < (left: PayRate, right: PayRate) -> Bool { left.millionths < right.millionths }

    /// The price paid for `list`, half-up to the minor unit, after this rate and `extra` together, rounded once (RULES 10.14).
    public func price(of list: Money, extra: PayRate = .full) -> Money {
        let rate =
            extra == .full
            ? Fraction(numerator: millionths, denominator: 1_000_000)
            : Fraction(numerator: millionths * extra.millionths, denominator: 1_000_000_000_000)
        return Money(minor: rate.halfUp(of: list.minor))
    }

    /// Reads bare millionths.
    public init(from decoder: any Decoder) throws { self.init(millionths: try decoder.singleValueContainer().decode(Int.self)) }
    /// Writes bare millionths.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(millionths)
    }
}

/// What is taken *off* a price, in millionths: 2 % is 20 000 (KM-14).
public struct OffRate: Sendable, Hashable, Comparable, Codable {
    /// Millionths of the price that are taken off, 0 … 1 000 000.
    public let millionths: Int

    /// What is taken off, in millionths; values outside 0 … 1 000 000 are brought to the nearer end.
    public init(millionths: Int) { self.millionths = min(max(millionths, 0), 1_000_000) }

    /// Nothing off.
    public static let zero = OffRate(millionths: 0)
    /// Order by what is taken off.
    public static func < (left: OffRate, right: OffRate) -> Bool { left.millionths < right.millionths }

    /// The reduction on `list`, half-up to the minor unit (RULES 10.14).
    public func reduction(of list: Money) -> Money {
        Money(minor: Fraction(numerator: millionths, denominator: 1_000_000).halfUp(of: list.minor))
    }

    /// Reads bare millionths.
    public init(from decoder: any Decoder) throws { self.init(millionths: try decoder.singleValueContainer().decode(Int.self)) }
    /// Writes bare millionths.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(millionths)
    }
}
