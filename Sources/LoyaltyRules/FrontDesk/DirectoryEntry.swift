public import LoyaltyModel

/// A telephone number for a topic, and who may see it (LB-08, KM-19).
public struct DirectoryEntry: Sendable, Hashable {
    /// The row of the table.
    public var rule: RuleID
    /// What it is for.
    public var topic: Wording
    /// The number as it is published.
    public var phone: String
    /// Whether it stays inside: an internal one never reaches a customer's screen, slip or message.
    public var isInternal: Bool

    /// A number for a topic.
    public init(rule: RuleID, topic: Wording, phone: String, isInternal: Bool) {
        self.rule = rule
        self.topic = topic
        self.phone = phone
        self.isInternal = isInternal
    }
}
