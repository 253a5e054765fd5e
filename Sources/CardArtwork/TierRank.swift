/// A tier's place among the tiers of its programme.
public struct TierRank: Sendable, Hashable {
    /// 0 is the lowest tier.
    public let position: Int
    /// How many tiers the programme has, at least 1.
    public let count: Int

    /// A rank; a position outside 0…count − 1 is brought to the nearest one.
    public init(_ position: Int, of count: Int) {
        self.count = max(1, count)
        self.position = min(max(0, position), self.count - 1)
    }

    /// Whether no tier stands above.
    public var isHighest: Bool { position == count - 1 }

    /// The most lozenges a card has room for.
    static let mostLozenges = 7

    /// One lozenge for the lowest tier and one more for each step. With more than seven tiers neighbours may share a number.
    ///
    /// Rounding: half up.
    var lozenges: Int { scaled(to: min(count, Self.mostLozenges)) }

    /// The lozenges of the highest tier.
    var lozengesOfHighest: Int { min(count, Self.mostLozenges) }

    /// The step of a ladder of so many that stands for this tier: 1 for the lowest, the last for the highest. Rounding: half up.
    func scaled(to steps: Int) -> Int {
        guard count > 1 else { return 1 }
        return 1 + (position * (steps - 1) * 2 + count - 1) / ((count - 1) * 2)
    }
}
