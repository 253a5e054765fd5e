public import LoyaltyModel

/// The gifts that points are exchanged for (SH-11).
public struct GiftCatalogue: Sendable, Hashable {
    /// A gift with its price in points.
    public struct Gift: Sendable, Hashable {
        /// Its name in requests.
        public var id: GiftID
        /// What it is.
        public var name: Wording
        /// What it costs.
        public var points: Points
        /// How many there are to give in all; nil when nobody counts.
        public var stock: Int?
        /// What one costs the shop; nil when unknown (SH-13).
        public var cost: Money?

        /// A gift.
        public init(id: GiftID, name: Wording, points: Points, stock: Int? = nil, cost: Money? = nil) {
            self.id = id
            self.name = name
            self.points = points
            self.stock = stock
            self.cost = cost
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

    /// The gift of this name.
    public subscript(id: GiftID) -> Gift? { gifts.value?.first { $0.id == id } }
}
