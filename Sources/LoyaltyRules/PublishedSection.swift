public import LoyaltyModel

/// A section of the published text as the table copies it: its heading and its rows, in their order.
public struct PublishedSection: Sendable, Hashable {
    /// The section's key in the table, such as `earn`.
    public var key: String
    /// The published heading; nil where the section continues the one before.
    public var heading: Wording?
    /// The rows.
    public var rows: [PublishedRow]

    /// A section.
    public init(key: String, heading: Wording?, rows: [PublishedRow]) {
        self.key = key
        self.heading = heading
        self.rows = rows
    }
}

/// A row of the published text: its rule, its words, and its figures as they are in force.
public struct PublishedRow: Sendable, Hashable {
    /// What a row says in figures.
    public enum Value: Sendable, Hashable {
        case points(Points)
        case pointsEach(Points)
        case pointsBand(from: Points, through: Points?)
        case spendRate(EarningTable.SpendRate)
        case recruits(Int)
        case off(OffRate)
        case pays(PayRate)
        case money(Money)
        case atMost(Money)
        case day(Day)
        case days(Int)
        case tiers([TierID])
        case words(String)
        case festivals([ExtraDiscount.Festival])
        case gifts([GiftCatalogue.Gift])
        /// Months of a ladder, counted from 1.
        case months(ClosedRange<Int>)
        /// Points for each month of a ladder.
        case pointsMonthly(Points)
        /// So many days in which a recruit is taken back.
        case takenBackWithin(Int)
        /// So many months at most.
        case withinMonths(Int)
        case hours(Int)
        case minutes(Int)
        /// So many members a day.
        case daily(Int)
        case price(PriceList.Price)
        case priceList([PriceList.Item])
        /// Tiers that the owner has set.
        case levels([TierLadder.Tier])
        /// Rates that the owner's levels and rewards bring.
        case rates([TierDiscount.Row])
        case levelFees([TierID: Money])
        case benefits([Benefit])
        case promotions([Promotion])
        case directory([DirectoryEntry])
        /// The owner does without.
        case notOffered
        /// Nobody has said; the key is where a setting would.
        case unknown(key: String)
    }

    /// The rule.
    public var rule: RuleID
    /// The published words, in the club's language and perhaps in English.
    public var words: Wording
    /// The figures, in the table's order.
    public var values: [Value]

    /// A row.
    public init(rule: RuleID, words: Wording, values: [Value] = []) {
        self.rule = rule
        self.words = words
        self.values = values
    }
}
