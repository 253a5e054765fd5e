public import LoyaltyModel
import LoyaltyRules

/// What a deposit, fee, gift or correction came to.
public struct DealingAnswer: Codable, Sendable, Hashable {
    /// What the till puts on its receipt.
    public struct Line: Codable, Sendable, Hashable {
        /// The row of the table.
        public let rule: RuleID
        /// The words.
        public let text: String
        /// What is to be paid, minor units; zero for a gift.
        public let net: Money
        /// What it costs the shop, where that is known.
        public let cost: Money?
    }

    /// The number of it.
    public let id: DealingID
    /// Whose account.
    public let member: MemberID
    /// The change of points.
    public let earned: Points
    /// The balance afterwards.
    public let points: Points
    /// The tier afterwards.
    public let tier: TierID
    /// Money on deposit afterwards, minor units.
    public let storedValue: Money
    /// Gifts still to be handed out.
    public let gifts: Int
    /// The last day that the membership fee is paid for; absent where there is none.
    public let paidThrough: Day?
    /// What the till puts on its receipt; absent where there is nothing to pay or to give.
    public let receiptLine: Line?
    /// The entries it made.
    public let entries: [EntryAnswer]
    /// What to do next.
    public let tasks: [TaskAnswer]
    /// The table it was made under.
    public let table: ProgrammeVersion

    enum CodingKeys: String, CodingKey {
        case id, member, earned, points, tier, gifts, entries, tasks, table
        case storedValue = "stored_value"
        case paidThrough = "paid_through"
        case receiptLine = "receipt_line"
    }
}
