/// A member as the till sees one.
public struct Member: Codable, Sendable, Hashable {
    /// The account.
    public let member: String
    /// The name as the member writes it.
    public let name: String?
    /// How the member wants to be addressed.
    public let address: String?
    /// Whether the particulars are complete.
    public let profileComplete: Bool
    /// The valid card.
    public let card: Card?
    /// The balance.
    public let points: Int
    /// The part of the balance that cannot be spent yet.
    public let pending: Int
    /// Points that wait for the first purchase that counts.
    public let waiting: Int
    /// Money on deposit, minor units.
    public let storedValue: Int
    /// The day of the next deduction if the member stays away, `2026-03-02`; nil where nothing is taken.
    public let nextDeduction: String?
    /// The last day that the membership fee is paid for; nil where there is none.
    public let paidThrough: String?
    /// The tier.
    public let tier: Tier
    /// What made it: `points`, `recruits` or `purchases`; nil below the first.
    public let tierReason: String?
    /// The next tier and what is missing to it; nil at the top, and where the club does not publish it.
    public let nextTier: NextTier?
    /// Recruits that count.
    public let recruits: Int
    /// Gifts the member is entitled to.
    public let gifts: Int
    /// What the tier gives.
    public let benefits: [Benefit]
    /// Whether the member has neither bought nor been logged before.
    public let isFirstVisit: Bool
    /// What the cashier says.
    public let sayBefore: [String]
    /// What to do next.
    public let tasks: [TillTask]
    /// What joining earned; only in the answer to joining.
    public let earned: Int?
    /// The entries it made; only in answers that made some.
    public let entries: [LedgerEntry]?
    /// What the balance pays for in full; nil when it pays for nothing.
    public let suggestions: [SpendSuggestion]?
    /// The messages the member has agreed to; nil while nobody has asked.
    public let agreesTo: [String]?

    enum CodingKeys: String, CodingKey {
        case member, name, address, card, points, pending, waiting, tier, recruits, gifts, benefits, tasks, earned, entries, suggestions
        case agreesTo = "agrees_to"
        case profileComplete = "profile_complete"
        case storedValue = "stored_value"
        case nextDeduction = "next_deduction"
        case paidThrough = "paid_through"
        case tierReason = "tier_reason"
        case nextTier = "next_tier"
        case isFirstVisit = "first_visit"
        case sayBefore = "say_before"
    }
}

/// A card, never with its whole number.
public struct Card: Codable, Sendable, Hashable {
    /// The last digits behind a mark.
    public let number: String
    /// The tier printed on it.
    public let tier: String
    /// `pending`, `valid`, `replaced`, `lost` or `unused`.
    public let state: String
    /// Whether it has been printed and read back.
    public let isPrinted: Bool

    enum CodingKeys: String, CodingKey {
        case number, tier, state
        case isPrinted = "printed"
    }
}

/// A tier.
public struct Tier: Codable, Sendable, Hashable {
    /// Its name in the club's table; `none` below the first.
    public let id: String
    /// Its name in the reader's language.
    public let name: String
    /// How high it stands: 0 below the first.
    public let rank: Int
}

/// The next tier and the way to it.
public struct NextTier: Codable, Sendable, Hashable {
    /// The tier.
    public let tier: Tier
    /// Points missing; nil where points do not lead there.
    public let points: Int?
    /// Recruits missing; nil where recruits do not lead there.
    public let recruits: Int?
    /// Purchases of the agreement year missing, minor units; nil where they do not lead there.
    public let purchases: Int?
}

/// A benefit of a tier.
public struct Benefit: Codable, Sendable, Hashable {
    /// Its name in requests.
    public let id: String
    /// Its name in the reader's language.
    public let name: String
    /// Whether it has to be requested.
    public let isRequested: Bool

    enum CodingKeys: String, CodingKey {
        case id, name
        case isRequested = "on_request"
    }
}
