public import LoyaltyModel

/// What a table would change on the day it is published over a database.
public struct DatabaseRehearsal: Sendable, Hashable, Encodable {
    /// What the year's sales would have been reduced by, had a table been in force all along.
    public struct Discounts: Sendable, Hashable, Encodable {
        /// The moment after which sales are counted: the beginning of this day a year before.
        public let since: Instant
        /// Sales priced again.
        public internal(set) var sales = 0
        /// Taken off their list prices, minor units.
        public internal(set) var amount = Change()
    }

    /// The table as it is.
    public let from: TableInRehearsal
    /// The table as it would be.
    public let to: TableInRehearsal
    /// The moment it is rehearsed for.
    public let at: Instant
    /// What money is counted in.
    public let currency: Currency
    /// What every screen shows from the moment the table is published: the balance as posted, and what follows from it.
    public let onTheDay: RehearsalTotals
    /// What the ledger comes to under either table once every account has been brought to it, as the member's next sale does.
    public let settled: RehearsalTotals
    /// The last twelve months' sales.
    public let discounts: Discounts
    /// Who gains most, once settled.
    public let gaining: [MemberRehearsal]
    /// Who loses most, once settled.
    public let losing: [MemberRehearsal]

    /// Whether more changes after the day itself.
    public var changesLater: Bool { onTheDay != settled }

    enum CodingKeys: String, CodingKey {
        case from, to, at, currency, settled, discounts, gaining, losing
        case onTheDay = "on_the_day"
    }
}
