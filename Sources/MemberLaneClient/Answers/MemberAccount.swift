/// A member's account: balance, entries, and what comes.
public struct MemberAccount: Codable, Sendable, Hashable {
    /// A dated change that will come if nothing happens.
    public struct ForecastStep: Codable, Sendable, Hashable {
        /// The day in the club's zone, `2026-03-02`.
        public let date: String
        /// The change of points.
        public let points: Int
        /// The tier afterwards.
        public let tier: String
    }

    /// The account.
    public let member: String
    /// The balance.
    public let points: Int
    /// The part of the balance that cannot be spent yet.
    public let pending: Int
    /// Points that wait for the first purchase that counts.
    public let waiting: Int
    /// The tier.
    public let tier: String
    /// Deductions and tier changes to come.
    public let forecast: [ForecastStep]
    /// Money on deposit, minor units.
    public let storedValue: Int
    /// Recruits that count.
    public let recruits: Int
    /// Gifts the member is entitled to.
    public let gifts: Int
    /// The last day that the membership fee is paid for; nil where there is none.
    public let paidThrough: String?
    /// The entries, oldest first.
    public let entries: [LedgerEntry]

    enum CodingKeys: String, CodingKey {
        case member, points, pending, waiting, tier, forecast, recruits, gifts, entries
        case storedValue = "stored_value"
        case paidThrough = "paid_through"
    }
}

/// Something that the balance pays for in full.
public struct SpendSuggestion: Codable, Sendable, Hashable {
    /// The shop's article number.
    public let sku: String
    /// What it is.
    public let name: String
    /// What it costs at most, minor units.
    public let price: Int
    /// The points that takes.
    public let points: Int
    /// The sentence.
    public let text: String
}
