public import LoyaltyModel
import LoyaltyRules

/// A member as the till sees one.
public struct MemberAnswer: Codable, Sendable, Hashable {
    /// The account.
    public var member: MemberID
    /// The name as the member writes it.
    public var name: String?
    /// How the member wants to be addressed.
    public var address: String?
    /// Whether the particulars are complete.
    public var profileComplete: Bool
    /// The valid card.
    public var card: CardAnswer?
    /// The balance.
    public var points: Points
    /// The part of the balance that cannot be spent yet.
    public var pending: Points
    /// Points that wait for the first purchase that counts.
    public var waiting: Points
    /// Money on deposit, minor units.
    public var storedValue: Money
    /// The day of the next deduction if the member stays away; absent where nothing is taken.
    public var nextDeduction: Day?
    /// What it takes, negative: less than published where the balance ends first; absent where nothing is taken.
    public var nextDeductionPoints: Points?
    /// The last day that the membership fee is paid for; absent where there is none.
    public var paidThrough: Day?
    /// The tier.
    public var tier: TierAnswer
    /// What made it: `points`, `recruits` or `purchases`; absent below the first (SH-05).
    public var tierReason: String?
    /// The next tier and what is missing to it; absent at the top, and where the table does not publish it.
    public var nextTier: NextTierAnswer?
    /// Recruits that count.
    public var recruits: Int
    /// Gifts the member is entitled to.
    public var gifts: Int
    /// What the tier gives.
    public var benefits: [BenefitAnswer]
    /// Whether the member has neither bought nor been logged before (CL-3).
    public var isFirstVisit: Bool
    /// What the cashier says.
    public var sayBefore: [String]
    /// What to do next.
    public var tasks: [TaskAnswer]
    /// What joining earned; only in the answer to joining.
    public var earned: Points?
    /// The entries it made; only in answers that made some.
    public var entries: [EntryAnswer]?
    /// What the balance pays for in full; absent when it pays for nothing (CL-15).
    public var suggestions: [SpendSuggestionAnswer]?
    /// The messages the member has agreed to; absent while nobody has asked.
    public var agreesTo: [NoticeOccasion]?

    enum CodingKeys: String, CodingKey {
        case member, name, address, card, points, pending, waiting, tier, recruits, gifts, benefits, tasks, earned, entries, suggestions
        case agreesTo = "agrees_to"
        case profileComplete = "profile_complete"
        case storedValue = "stored_value"
        case nextDeduction = "next_deduction"
        case nextDeductionPoints = "next_deduction_points"
        case paidThrough = "paid_through"
        case tierReason = "tier_reason"
        case nextTier = "next_tier"
        case isFirstVisit = "first_visit"
        case sayBefore = "say_before"
    }
}

/// A card as answers show it: never the whole number.
public struct CardAnswer: Codable, Sendable, Hashable {
    /// The last digits behind a mark.
    public let number: String
    /// The tier printed on it.
    public let tier: TierID
    /// What it is worth.
    public let state: Card.State
    /// Whether it has been printed and read back.
    public let isPrinted: Bool

    enum CodingKeys: String, CodingKey {
        case number, tier, state
        case isPrinted = "printed"
    }

    init(_ card: Card) {
        self.number = card.number.description
        self.tier = card.tier
        self.state = card.state
        self.isPrinted = card.isPrinted
    }
}

/// The next tier and the way to it.
public struct NextTierAnswer: Codable, Sendable, Hashable {
    /// The tier.
    public let tier: TierAnswer
    /// Points missing; absent where points do not lead there.
    public let points: Points?
    /// Recruits missing; absent where recruits do not lead there.
    public let recruits: Int?
    /// Purchases of the agreement year missing, minor units; absent where they do not lead there.
    public let purchases: Money?
}

/// A benefit of a tier.
public struct BenefitAnswer: Codable, Sendable, Hashable {
    /// Its name in requests.
    public let id: BenefitID
    /// Its name in the reader's language.
    public let name: String
    /// Whether it has to be requested.
    public let isRequested: Bool

    enum CodingKeys: String, CodingKey {
        case id, name
        case isRequested = "on_request"
    }
}

/// A member's account: balance, every entry, and what comes.
public struct StatementAnswer: Codable, Sendable, Hashable {
    /// A dated change that will come if nothing happens.
    public struct ForecastStep: Codable, Sendable, Hashable {
        /// The day, in the club's zone.
        public let date: Day
        /// The change.
        public let points: Points
        /// The tier afterwards.
        public let tier: TierID
    }

    /// The account.
    public let member: MemberID
    /// The balance.
    public let points: Points
    /// The part of the balance that cannot be spent yet.
    public let pending: Points
    /// Points that wait for the first purchase that counts.
    public let waiting: Points
    /// The tier.
    public let tier: TierID
    /// Deductions and tier changes to come; none where the table has no decay.
    public let forecast: [ForecastStep]
    /// Money on deposit, minor units.
    public let storedValue: Money
    /// Recruits that count.
    public let recruits: Int
    /// Gifts the member is entitled to.
    public let gifts: Int
    /// The last day that the membership fee is paid for; absent where there is none.
    public let paidThrough: Day?
    /// The entries, oldest first.
    public internal(set) var entries: [EntryAnswer]
    /// What the next part comes after; absent at the end, and in the whole list.
    public internal(set) var next: String?

    enum CodingKeys: String, CodingKey {
        case member, points, pending, waiting, tier, forecast, recruits, gifts, entries, next
        case storedValue = "stored_value"
        case paidThrough = "paid_through"
    }
}
