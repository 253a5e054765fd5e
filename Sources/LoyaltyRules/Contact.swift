public import LoyaltyModel

/// Whom to call when something does not go right (KM-20).
public struct Contact: Sendable, Hashable {
    /// Who may see the number (A-KM-15).
    public enum Audience: String, Sendable, Codable, CaseIterable {
        case dealers, customers
    }

    /// The row of the table.
    public var rule: RuleID
    /// The telephone number as it is published.
    public var phone: String
    /// Who may see it.
    public var audience: Audience

    /// A number with its audience.
    public init(rule: RuleID, phone: String, audience: Audience) {
        self.rule = rule
        self.phone = phone
        self.audience = audience
    }
}
