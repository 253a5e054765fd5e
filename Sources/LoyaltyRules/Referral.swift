public import LoyaltyModel

/// Points for introducing somebody (TI-09).
public struct Referral: Sendable, Hashable {
    /// When they are credited (A-TI-9).
    public enum Trigger: String, Sendable, Codable, CaseIterable {
        /// With the new member's first paid service; gone when no paid service of theirs stands.
        case firstPaidService = "first_paid_service"
        /// With the new member's joining.
        case introduction
    }

    /// The row of the table.
    public var rule: RuleID
    /// Points for each person introduced.
    public var points: Figure<Points>
    /// When they are credited.
    public var trigger: Trigger
    /// The categories that are services.
    public var categories: Set<CategoryID>

    /// Points for introducing somebody.
    public init(rule: RuleID, points: Figure<Points>, trigger: Trigger = .firstPaidService, categories: Set<CategoryID>) {
        self.rule = rule
        self.points = points
        self.trigger = trigger
        self.categories = categories
    }
}
