public import LoyaltyModel

/// A change of a member's points or stored money that the facts call for.
public struct Move: Sendable, Hashable {
    /// What it is about, the same in every recomputation.
    public let key: MoveKey
    /// What kind of change it is.
    public let kind: MoveKind
    /// The row of the table.
    public let rule: RuleID
    /// The table it comes from.
    public let programme: ProgrammeVersion
    /// How much, in points or minor units as `kind` says; never zero.
    public let amount: Int
    /// When it counts from.
    public let effective: Instant
    /// The ticket that causes it.
    public let ticket: TicketID?
    /// The arithmetic in words.
    public let text: Phrase

    /// A change of points.
    public init(
        key: MoveKey, kind: MoveKind = .earned, rule: RuleID, programme: ProgrammeVersion, points: Points, effective: Instant, ticket: TicketID?,
        text: Phrase
    ) {
        self.init(key: key, kind: kind, rule: rule, programme: programme, amount: points.count, effective: effective, ticket: ticket, text: text)
    }

    /// A change in what `kind` counts.
    public init(
        key: MoveKey, kind: MoveKind, rule: RuleID, programme: ProgrammeVersion, amount: Int, effective: Instant, ticket: TicketID?, text: Phrase
    ) {
        self.key = key
        self.kind = kind
        self.rule = rule
        self.programme = programme
        self.amount = amount
        self.effective = effective
        self.ticket = ticket
        self.text = text
    }

    /// The change of points; none when it counts money.
    public var points: Points { kind.unit == .points ? Points(amount) : .zero }
}

extension Move {
    /// The same move with another amount and other words.
    func changed(to points: Points, text: Phrase) -> Move {
        Move(key: key, kind: kind, rule: rule, programme: programme, amount: points.count, effective: effective, ticket: ticket, text: text)
    }
}
