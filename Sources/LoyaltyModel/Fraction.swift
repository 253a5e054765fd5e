/// An exact ratio of two whole numbers, and the two roundings the tables know.
public struct Fraction: Sendable, Hashable, Codable {
    /// Above the line.
    public let numerator: Int
    /// Below the line; positive.
    public let denominator: Int

    /// A ratio; the denominator is at least one.
    public init(numerator: Int, denominator: Int) {
        self.numerator = numerator
        self.denominator = max(1, denominator)
    }

    /// This fraction of `amount`, half-up: a half goes away from zero, so that a sale and its mirror image round alike.
    public func halfUp(of amount: Int) -> Int {
        if let product = product(with: amount), product.magnitude < Self.small, denominator.magnitude < Self.small {
            let rounded = (product.magnitude * 2 + denominator.magnitude) / (denominator.magnitude * 2)
            return product < 0 ? -Int(rounded) : Int(rounded)
        }
        let product = Int128(amount) * Int128(numerator)
        let whole = Int128(denominator).magnitude
        let rounded = (product.magnitude * 2 + whole) / (whole * 2)
        return Int(clamping: product < 0 ? -Int128(rounded) : Int128(rounded))
    }

    /// This fraction of `amount`, toward zero.
    public func down(of amount: Int) -> Int {
        if let product = product(with: amount) { return product / denominator }
        return Int(clamping: Int128(amount) * Int128(numerator) / Int128(denominator))
    }

    /// The product where 64 bits hold it, as they nearly always do: 128 bits take several times as long.
    private func product(with amount: Int) -> Int? {
        let (product, overflow) = amount.multipliedReportingOverflow(by: numerator)
        return overflow ? nil : product
    }

    /// Twice the sum of two numbers below it is still in 64 bits.
    private static var small: UInt { 1 << 61 }
}
