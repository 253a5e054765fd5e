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

    /// The most stripes a card has room for.
    static let mostStripes = 7

    /// One stripe for the lowest tier and one more for each step, as on a sleeve. With more than seven tiers neighbours may share a number.
    ///
    /// Rounding: half up.
    var stripes: Int {
        guard count > Self.mostStripes else { return position + 1 }
        return 1 + (position * (Self.mostStripes - 1) * 2 + count - 1) / ((count - 1) * 2)
    }

    /// The stripes of the highest tier.
    var stripesOfHighest: Int { min(count, Self.mostStripes) }
}
