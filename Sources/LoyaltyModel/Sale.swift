/// A ticket as it was sold: every price and every term that a later return has to mirror is frozen here.
public struct Sale: Sendable, Hashable, Codable {
    /// The till's number of the ticket.
    public let ticket: TicketID
    /// The buyer; an anonymous ticket gets one when a new member names it at joining.
    public var member: MemberID?
    /// Whether the ticket was anonymous when sold and claimed at joining.
    public var isClaimed: Bool
    /// When it was entered.
    public let at: Instant
    /// When the service was given or the invoice dated.
    public let occurredAt: Instant
    /// The table and settings it was sold under.
    public let programme: ProgrammeVersion
    /// The tier that priced it (A-KM-13: before its own points).
    public let tier: TierID
    /// The lines in the till's order.
    public var lines: [SoldLine]
    /// The request whose approval was used.
    public var approval: RequestID?
    /// `storedValue` when the whole ticket was paid from the member's deposit; nil for every other tender.
    public let paidFrom: PaymentSource?
    /// The customer without a card whom the till knows by a number of its own (TI-02).
    public let visitor: VisitorID?
    /// Where it was rung up; nil where the till did not say.
    public let place: Place?
    /// When the whole ticket was voided.
    public var voidedAt: Instant?

    /// A sale as it is made.
    public init(
        ticket: TicketID, member: MemberID?, at: Instant, occurredAt: Instant, programme: ProgrammeVersion, tier: TierID, lines: [SoldLine],
        approval: RequestID?, paidFrom: PaymentSource? = nil, visitor: VisitorID? = nil, place: Place? = nil
    ) {
        self.ticket = ticket
        self.member = member
        self.isClaimed = false
        self.at = at
        self.occurredAt = occurredAt
        self.programme = programme
        self.tier = tier
        self.lines = lines
        self.approval = approval
        self.paidFrom = paidFrom
        self.visitor = visitor
        self.place = place
    }

    /// Whether every unit of it has come back.
    public var isFullyReturned: Bool { lines.allSatisfy { $0.returned == $0.quantity } }
    /// What was paid for it when it was sold.
    public var total: Money { lines.reduce(.zero) { $0 + $1.net } }
    /// What is paid for the units that have not come back.
    public var standingTotal: Money { lines.reduce(.zero) { $0 + $1.standingNet } }
}

/// What else a ticket may be paid from.
public enum PaymentSource: String, Codable, Sendable, CaseIterable {
    case storedValue = "stored_value"
}

/// The table and settings that were in force, named so that they can be found again.
public struct ProgrammeVersion: TextIdentifier {
    /// Club, effective day and a digest of table and settings, such as `km 2017-03-21 4f1c0a92`.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// One line as it was sold.
public struct SoldLine: Sendable, Hashable, Codable {
    /// The figure of the line that is rounded half-up; the other one is the rest (RULES 10.14).
    public enum Rounding: String, Sendable, Codable {
        case reduction, price
    }

    /// The till's number of the line.
    public let id: LineID
    /// The shop's article number.
    public let sku: String
    /// The table's word for what it is.
    public let category: CategoryID
    /// The marks it carried.
    public let flags: Set<FlagID>
    /// How many units were sold.
    public let quantity: Int
    /// The list price of all units.
    public let list: Money
    /// What was taken off, and why; amounts are negative.
    public let adjustments: [Adjustment]
    /// What was paid.
    public let net: Money
    /// Which figure a part return rounds.
    public let rounding: Rounding
    /// Points earned by the money spent on it.
    public let earning: Earning?
    /// Points that paid for part of it; what they paid is one of `adjustments`.
    public let redemption: Earning?
    /// How many units have come back.
    public var returned: Int

    /// A line.
    public init(
        id: LineID, sku: String, category: CategoryID, flags: Set<FlagID>, quantity: Int, list: Money, adjustments: [Adjustment], rounding: Rounding,
        earning: Earning?, redemption: Earning? = nil
    ) {
        self.id = id
        self.sku = sku
        self.category = category
        self.flags = flags
        self.quantity = quantity
        self.list = list
        self.adjustments = adjustments
        self.net = adjustments.reduce(list) { $0 + $1.amount }
        self.rounding = rounding
        self.earning = earning
        self.redemption = redemption
        self.returned = 0
    }
}

/// An amount taken off a line, with the rule that takes it.
public struct Adjustment: Sendable, Hashable, Codable {
    /// The row of the table.
    public let rule: RuleID
    /// Negative for a reduction.
    public let amount: Money
    /// The arithmetic in words.
    public let text: Phrase

    /// An amount with its reason.
    public init(rule: RuleID, amount: Money, text: Phrase) {
        self.rule = rule
        self.amount = amount
        self.text = text
    }
}

/// Points that a line earned by the money spent, or that paid for part of it.
public struct Earning: Sendable, Hashable, Codable {
    /// The row of the table.
    public let rule: RuleID
    /// How many for the whole line, rounded down.
    public let points: Points
    /// The arithmetic in words.
    public let text: Phrase

    /// Points with their reason.
    public init(rule: RuleID, points: Points, text: Phrase) {
        self.rule = rule
        self.points = points
        self.text = text
    }
}
