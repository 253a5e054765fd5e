public import LoyaltyModel

/// Visits by swipe, counted by day and member of staff (GY-9).
public struct VisitLog: Sendable, Hashable {
    /// The row of the table.
    public var rule: RuleID
    /// How many different members one member of staff serves a day at least; `notOffered`: nobody counts.
    public var dailyMinimum: Figure<Int>
    /// Whether a slip is printed for the member's signature.
    public var hasSlip: Bool

    /// A log.
    public init(rule: RuleID, dailyMinimum: Figure<Int>, hasSlip: Bool) {
        self.rule = rule
        self.dailyMinimum = dailyMinimum
        self.hasSlip = hasSlip
    }
}
