public import Foundation

/// A ticket priced, sold or taken back. Amounts are minor units; those of a return or void are negative.
public struct PricedTicket: Codable, Sendable, Hashable {
    /// The till's number of the ticket.
    public let ticket: String
    /// The member; nil for a visitor.
    public let member: String?
    /// What the ticket earns; on a return or void the member's change of points.
    public let earned: Int
    /// The balance afterwards; of a quote, the balance now.
    public let points: Int?
    /// Points that wait for the first purchase that counts.
    public let waiting: Int?
    /// The tier afterwards; of a quote, the tier that prices it.
    public let tier: String?
    /// The tier's name in the reader's language.
    public let tierName: String?
    /// The sum of the lines' list prices.
    public let list: Int
    /// The sum of what is paid.
    public let total: Int
    /// What money is counted in.
    public let currency: Currency
    /// The lines in the till's order.
    public let lines: [PricedLine]
    /// Remarks on the ticket as a whole.
    public let notes: [Remark]
    /// The entries it made; none of a quote.
    public let entries: [LedgerEntry]
    /// What to do next.
    public let tasks: [TillTask]
    /// What the cashier says before taking payment: to be shown before payment can be taken.
    public let sayBefore: [String]
    /// What the cashier says after payment.
    public let sayAfter: [String]
    /// The benefit to request, and what it would take off.
    public let needsApproval: NeededApproval?
    /// Points that may be used on this ticket.
    public let redeemOptions: [RedeemOption]
    /// The change of tier it made.
    public let tierChange: TierChange?
    /// The lines of the receipt, in the club's language.
    public let receipt: [String]
    /// The table and settings it was priced under.
    public let table: String

    enum CodingKeys: String, CodingKey {
        case ticket, member, earned, points, waiting, tier, list, total, currency, lines, notes, entries, tasks, receipt, table
        case tierName = "tier_name"
        case sayBefore = "say_before"
        case sayAfter = "say_after"
        case needsApproval = "needs_approval"
        case redeemOptions = "redeem_options"
        case tierChange = "tier_change"
    }
}

/// The money a club counts in.
public struct Currency: Codable, Sendable, Hashable {
    /// ISO 4217, such as `IRR`.
    public let code: String
    /// How many decimals the minor unit has.
    public let minorDigits: Int

    enum CodingKeys: String, CodingKey {
        case code
        case minorDigits = "minor_digits"
    }
}

/// A line: list plus adjustments is net.
public struct PricedLine: Codable, Sendable, Hashable {
    /// The till's number of the line.
    public let id: String
    /// How many units; negative on a return.
    public let quantity: Int
    /// The list price.
    public let list: Int
    /// What is paid.
    public let net: Int
    /// What was taken off, and why.
    public let adjustments: [PriceAdjustment]
    /// Remarks on the line.
    public let notes: [Remark]
}

/// An amount taken off a line.
public struct PriceAdjustment: Codable, Sendable, Hashable {
    /// The row of the club's table.
    public let rule: String
    /// Negative for a reduction.
    public let amount: Int
    /// The arithmetic in words.
    public let text: String
}

/// A remark with the rule that makes it.
public struct Remark: Codable, Sendable, Hashable {
    /// The row of the club's table.
    public let rule: String
    /// The remark.
    public let text: String
}

/// A discount that somebody has to approve.
public struct NeededApproval: Codable, Sendable, Hashable {
    /// The benefit to request.
    public let benefit: String
    /// What it would take off; positive.
    public let amount: Int
    /// The rule of the approval.
    public let rule: String
}

/// A way to use points on a ticket.
public struct RedeemOption: Codable, Sendable, Hashable {
    /// Points to give.
    public let points: Int
    /// Money it takes off.
    public let amount: Int
}

/// A change of tier.
public struct TierChange: Codable, Sendable, Hashable {
    /// One step of a rise.
    public struct Step: Codable, Sendable, Hashable {
        /// The tier reached.
        public let tier: String
        /// The row of the club's table.
        public let rule: String
    }

    /// The tier before.
    public let from: String
    /// The tier now.
    public let to: String
    /// `points` or `recruits`; nil below the first tier.
    public let reason: String?
    /// The steps of a rise; none for a fall.
    public let steps: [Step]
}

/// Something for the cashier to do next.
public struct TillTask: Codable, Sendable, Hashable {
    /// What kind of task, such as `exchange_card` or `ask_approval`; kinds may be added.
    public let kind: String
    /// The sentence, in the reader's language.
    public let text: String
    /// The number of what it is about, such as a pick-up's.
    public let subject: String?
}

/// An entry of the ledger.
public struct LedgerEntry: Codable, Sendable, Hashable {
    /// Where it stands in the journal.
    public let id: String
    /// Whose account.
    public let member: String
    /// The row of the club's table.
    public let rule: String
    /// The change of points.
    public let points: Int
    /// The change of the deposit, minor units; nil where points are moved.
    public let amount: Int?
    /// `earned`, `redeemed`, `lapsed`, `deposited` or `paid`.
    public let kind: String
    /// When it counts from.
    public let effective: Date
    /// The ticket that caused it.
    public let ticket: String?
    /// The entry it corrects.
    public let corrects: String?
    /// The table it was made under.
    public let table: String
    /// The arithmetic in words.
    public let text: String
}
