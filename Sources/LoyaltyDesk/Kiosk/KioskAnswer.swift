public import LoyaltyModel

/// A member's own account as a screen shows it that anybody may look at: no account number, no whole name, nothing of anybody else's.
public struct KioskAnswer: Codable, Sendable, Hashable {
    /// The next tier, how far it is, and what it gives.
    public struct NextTier: Codable, Sendable, Hashable {
        /// The tier.
        public let tier: TierAnswer
        /// How far the points have come from this tier's beginning to the next one's, in per cent, rounded down; absent where points do not lead there.
        public let progress: Int?
        /// The ways there, each in a sentence; one of them is enough.
        public let ways: [String]
        /// What the tier gives that this one does not, as in `benefits`.
        public let benefits: [BenefitAnswer]
    }

    /// What is taken off next if the member stays away.
    public struct Deduction: Codable, Sendable, Hashable {
        /// The day, in the club's zone.
        public let date: Day
        /// How many, positive.
        public let points: Points
        /// The sentence.
        public let text: String
    }

    /// An entry of the ledger.
    public struct Entry: Codable, Sendable, Hashable {
        /// The day it counts from, in the club's zone.
        public let date: Day
        /// The day as the reader writes it.
        public let day: String
        /// The arithmetic in words.
        public let text: String
        /// The change of points.
        public let points: Points
        /// The change of the deposit, minor units; absent where points are moved.
        public let amount: Money?
    }

    /// How many entries it holds at most, the latest ones.
    public static let mostEntries = 5

    /// The first letter of each part of the name; absent where none is known.
    public let name: String?
    /// The last digits of the valid card behind a mark; absent where there is none.
    public let card: String?
    /// The tier.
    public let tier: TierAnswer
    /// The balance.
    public let points: Points
    /// The part of the balance that cannot be spent yet.
    public let pending: Points
    /// Points that wait for the first purchase that counts.
    public let waiting: Points
    /// Money on deposit, minor units; absent where the club keeps none.
    public let storedValue: Money?
    /// Gifts the member is entitled to.
    public let gifts: Int
    /// The last day that the membership fee is paid for, as the reader writes it; absent where there is none.
    public let paidThrough: String?
    /// What the tier gives.
    public let benefits: [BenefitAnswer]
    /// The next tier; absent at the top, and where the table does not publish the way.
    public let nextTier: NextTier?
    /// The next deduction; absent where nothing is taken.
    public let nextDeduction: Deduction?
    /// The latest entries, the newest first.
    public let entries: [Entry]
    /// The table and settings it was worked out under.
    public let table: ProgrammeVersion

    enum CodingKeys: String, CodingKey {
        case name, card, tier, points, pending, waiting, gifts, benefits, entries, table
        case storedValue = "stored_value"
        case paidThrough = "paid_through"
        case nextTier = "next_tier"
        case nextDeduction = "next_deduction"
    }
}
