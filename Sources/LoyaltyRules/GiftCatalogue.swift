public import LoyaltyModel

/// The gifts that points are exchanged for (SH-11).
public struct GiftCatalogue: Sendable, Hashable {
    /// A gift with its price in points.
    public struct Gift: Sendable, Hashable {
        /// What it is.
        public var name: Wording
        /// What it costs.
        public var points: Points

        /// A gift.
        public init(name: Wording, points: Points) {
            self.name = name
            self.points = points
        }
    }

    /// The row of the table.
    public var rule: RuleID
    /// The gifts; `notOffered`: points buy none.
    public var gifts: Figure<[Gift]>

    /// A catalogue.
    public init(rule: RuleID, gifts: Figure<[Gift]>) {
        self.rule = rule
        self.gifts = gifts
    }
}
