public import LoyaltyModel

/// What recruiting brings (SH-05 … SH-07, SH-12).
public struct Recruiting: Sendable, Hashable {
    /// A gift for a number of recruits, once in a membership (A-SH-4).
    public struct Gift: Sendable, Hashable {
        /// The row of the table.
        public var rule: RuleID
        /// How many recruits.
        public var recruits: Int
        /// What it is.
        public var name: Wording
        /// The most it may cost.
        public var limit: Figure<Money>

        /// A gift for recruiting.
        public init(rule: RuleID, recruits: Int, name: Wording, limit: Figure<Money>) {
            self.rule = rule
            self.recruits = recruits
            self.name = name
            self.limit = limit
        }
    }

    /// When a recruit counts (A-SH-7).
    public enum Trigger: String, Sendable, Codable, CaseIterable {
        /// With joining, until everything named at joining is back in time.
        case joining
        /// With the purchases named at joining, for as long as one of them stands.
        case firstPurchase = "first_purchase"
    }

    /// Which recruits a tier above the first that recruits lead to counts (A-SH-3).
    public enum CountFrom: String, Sendable, Codable, CaseIterable {
        /// All of them.
        case inAll = "in_all"
        /// Those beyond the number that made the tier below.
        case tierBelow = "tier_below"
    }

    /// The row that makes a recruit count.
    public var rule: RuleID
    /// The gift.
    public var gift: Gift?
    /// A recruit is taken back when everything named at joining is back within so many days of the purchase, that day included
    /// (A-SH-7, RULES 10.13). Where the figure is not known, whenever it comes back.
    public var reversalDays: Figure<Int>
    /// When a recruit counts.
    public var trigger: Trigger
    /// Which recruits a higher tier counts.
    public var countFrom: CountFrom
    /// How many generations of recruits count: 1 is one's own alone (A-SH-2).
    public var depth: Int
    /// Whether the gift comes again for every further number of recruits (A-SH-4).
    public var repeatsGift: Bool

    /// What recruiting brings.
    public init(
        rule: RuleID, gift: Gift?, reversalDays: Figure<Int>, trigger: Trigger = .joining, countFrom: CountFrom = .inAll, depth: Int = 1,
        repeatsGift: Bool = false
    ) {
        self.rule = rule
        self.gift = gift
        self.reversalDays = reversalDays
        self.trigger = trigger
        self.countFrom = countFrom
        self.depth = depth
        self.repeatsGift = repeatsGift
    }
}
