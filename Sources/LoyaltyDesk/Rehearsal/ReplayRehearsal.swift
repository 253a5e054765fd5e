public import LoyaltyModel

/// What a history of events would have come to under either of two tables.
public struct ReplayRehearsal: Sendable, Hashable, Encodable {
    /// What a rule took off prices.
    public struct RuleDiscount: Sendable, Hashable, Encodable {
        /// The row of the table.
        public let rule: RuleID
        /// Minor units, positive.
        public let amount: Change
    }

    /// The sales that stand at the end, and what was posted.
    public struct Business: Sendable, Hashable, Encodable {
        /// How many tickets.
        public let sales: Change
        /// At list prices, minor units.
        public let list: Change
        /// What was paid, minor units.
        public let total: Change
        /// What was taken off, by rule, in the order of their names.
        public let discounts: [RuleDiscount]
        /// Points given.
        public let issued: Change
        /// Points spent.
        public let redeemed: Change
        /// Points lapsed.
        public let lapsed: Change
        /// Events that were refused.
        public let refused: Change
    }

    /// An event that one table refuses and the other does not, or for another reason.
    public struct Refusal: Sendable, Hashable, Encodable {
        /// The line of the file, from 1.
        public let line: Int
        /// The code under the old table; nil where it was not refused.
        public let before: String?
        /// The code under the new table; nil where it was not refused.
        public let after: String?
    }

    /// The table as it is.
    public let from: TableInRehearsal
    /// The table as it would be.
    public let to: TableInRehearsal
    /// The moment at which members are compared.
    public let at: Instant
    /// What money is counted in.
    public let currency: Currency
    /// How many lines were replayed.
    public let events: Int
    /// Where the members stand at the end.
    public let end: RehearsalTotals
    /// Sales and points.
    public let business: Business
    /// Events that are refused otherwise, in the file's order.
    public let refusals: [Refusal]
    /// Who gains most.
    public let gaining: [MemberRehearsal]
    /// Who loses most.
    public let losing: [MemberRehearsal]
}
