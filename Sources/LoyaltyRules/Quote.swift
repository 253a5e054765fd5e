public import LoyaltyModel

/// What a ticket costs, earns and unlocks, and why. Reproducible from table version, account, ticket and instant.
public struct Quote: Sendable, Hashable {
    /// The sale as it would be made.
    public let sale: Sale
    /// What stands beside a line or the ticket, with the rule that says so.
    public let notes: [Note]
    /// What the ticket would earn.
    public let willEarn: Points
    /// The benefit that somebody has to approve before it is given, with what it would take off.
    public let needsApproval: NeededApproval?
    /// What points may pay for on this ticket; nil where they pay for nothing.
    public let redeemable: Redeemable?
    /// What the cashier says before taking payment (CL-12a).
    public let sayBefore: [Phrase]
}

/// The most that points may pay for on a ticket.
public struct Redeemable: Sendable, Hashable {
    /// Points.
    public let points: Points
    /// What they take off.
    public let amount: Money
}

/// A remark on a line, or on the ticket.
public struct Note: Sendable, Hashable {
    /// The rule that says so.
    public let rule: RuleID
    /// The line; nil for the ticket.
    public let line: LineID?
    /// The remark.
    public let text: Phrase
}

/// A discount the member may have once somebody agrees (KM-18).
public struct NeededApproval: Sendable, Hashable {
    /// The benefit to request.
    public let benefit: BenefitID
    /// What it would take off the ticket; positive.
    public let amount: Money
    /// The rule of the approval.
    public let rule: RuleID
}

/// What is known of the approval a ticket names.
public enum Approval: Sendable, Hashable {
    /// The ticket names none.
    case absent
    /// Somebody agreed, and no live sale has used it.
    case granted
    /// Why a named approval does not count.
    case lacking(PhraseKey)
}
