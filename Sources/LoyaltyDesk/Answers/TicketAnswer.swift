public import LoyaltyModel
import LoyaltyRules

/// A ticket priced, sold or taken back. Amounts are minor units; those of a return or void are negative.
public struct TicketAnswer: Codable, Sendable, Hashable {
    /// The till's number of the ticket.
    public var ticket: TicketID
    /// The member; absent for a visitor.
    public var member: MemberID?
    /// What the ticket earns; on a return or void the member's change of points, re-ranking included.
    public var earned: Points
    /// The balance afterwards; of a quote, the balance now.
    public var points: Points?
    /// Points that wait for the first purchase that counts.
    public var waiting: Points?
    /// The tier afterwards; of a quote, the tier that prices it.
    public var tier: TierID?
    /// The tier's name in the reader's language.
    public var tierName: String?
    /// The sum of the lines' list prices.
    public var list: Money
    /// The sum of what is paid.
    public var total: Money
    /// What money is counted in.
    public var currency: Currency
    /// The lines in the till's order.
    public var lines: [LineAnswer]
    /// Remarks on the ticket as a whole.
    public var notes: [NoteAnswer]
    /// The entries it made.
    public var entries: [EntryAnswer]
    /// What to do next.
    public var tasks: [TaskAnswer]
    /// What the cashier says before taking payment.
    public var sayBefore: [String]
    /// What the cashier says after payment.
    public var sayAfter: [String]
    /// The benefit to request, and what it would take off.
    public var needsApproval: NeededApprovalAnswer?
    /// Points that may be used on this ticket; none where the table sells nothing for points.
    public var redeemOptions: [RedeemOption]
    /// The change of tier it made.
    public var tierChange: TierChangeAnswer?
    /// The lines of the receipt, in the club's language.
    public var receipt: [String]
    /// The table and settings it was priced under.
    public var table: ProgrammeVersion

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

/// One line of an answer: list plus adjustments is net.
public struct LineAnswer: Codable, Sendable, Hashable {
    /// The till's number of the line.
    public let id: LineID
    /// How many units.
    public let quantity: Int
    /// The list price.
    public let list: Money
    /// What is paid.
    public let net: Money
    /// What was taken off, and why.
    public let adjustments: [AdjustmentAnswer]
    /// Remarks on the line.
    public let notes: [NoteAnswer]
}

/// An amount taken off a line.
public struct AdjustmentAnswer: Codable, Sendable, Hashable {
    /// The row of the table.
    public let rule: RuleID
    /// Negative for a reduction.
    public let amount: Money
    /// The arithmetic in words.
    public let text: String
}

/// A remark with the rule that makes it.
public struct NoteAnswer: Codable, Sendable, Hashable {
    /// The row of the table.
    public let rule: RuleID
    /// The remark.
    public let text: String
}

/// A discount that somebody has to approve.
public struct NeededApprovalAnswer: Codable, Sendable, Hashable {
    /// The benefit to request.
    public let benefit: BenefitID
    /// What it would take off; positive.
    public let amount: Money
    /// The rule of the approval.
    public let rule: RuleID
}

/// A way to use points on a ticket.
public struct RedeemOption: Codable, Sendable, Hashable {
    /// Points to give.
    public let points: Points
    /// Money it takes off.
    public let amount: Money
}

extension TicketAnswer {
    init(_ quote: Quote, speech: Speech) {
        self.init(
            ticket: quote.sale.ticket, member: quote.sale.member, earned: quote.willEarn, points: nil, waiting: nil, tier: nil, tierName: nil,
            list: quote.sale.lines.reduce(.zero) { $0 + $1.list }, total: quote.sale.total, currency: speech.programme.currency,
            lines: quote.sale.lines.map { line in LineAnswer(line, notes: quote.notes.filter { $0.line == line.id }, speech: speech) },
            notes: quote.notes.filter { $0.line == nil }.map { NoteAnswer(rule: $0.rule, text: speech($0.text)) }, entries: [], tasks: [], sayBefore: [],
            sayAfter: [], needsApproval: nil, redeemOptions: [], tierChange: nil, receipt: [], table: quote.sale.programme)
    }
}

extension LineAnswer {
    init(_ line: SoldLine, notes: [Note], speech: Speech) {
        self.init(
            id: line.id, quantity: line.quantity, list: line.list, net: line.net, adjustments: line.adjustments.map { AdjustmentAnswer($0, speech) },
            notes: notes.map { NoteAnswer(rule: $0.rule, text: speech($0.text)) })
    }

    init(_ line: ReturnedLine, speech: Speech) {
        self.init(
            id: line.id, quantity: -line.quantity, list: line.list, net: line.net, adjustments: line.adjustments.map { AdjustmentAnswer($0, speech) },
            notes: [])
    }
}

extension AdjustmentAnswer {
    fileprivate init(_ adjustment: Adjustment, _ speech: Speech) {
        self.init(rule: adjustment.rule, amount: adjustment.amount, text: speech(adjustment.text))
    }
}
