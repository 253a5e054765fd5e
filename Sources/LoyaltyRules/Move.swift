public import LoyaltyModel

/// A change of a member's points that the facts call for.
public struct Move: Sendable, Hashable {
    /// What it is about, the same in every recomputation.
    public let key: MoveKey
    /// The row of the table.
    public let rule: RuleID
    /// The table it comes from.
    public let programme: ProgrammeVersion
    /// How many points; never zero.
    public let points: Points
    /// When it counts from.
    public let effective: Instant
    /// The ticket that causes it.
    public let ticket: TicketID?
    /// The arithmetic in words.
    public let text: Phrase

    /// A change of points.
    public init(key: MoveKey, rule: RuleID, programme: ProgrammeVersion, points: Points, effective: Instant, ticket: TicketID?, text: Phrase) {
        self.key = key
        self.rule = rule
        self.programme = programme
        self.points = points
        self.effective = effective
        self.ticket = ticket
        self.text = text
    }
}
