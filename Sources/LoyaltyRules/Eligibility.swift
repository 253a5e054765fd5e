public import LoyaltyModel

/// When a customer without a card is told of the club (TI-02, SH-02).
public struct Eligibility: Sendable, Hashable {
    /// The row of the table.
    public var rule: RuleID
    /// What the customer has to have bought; zero means anybody who buys.
    public var amount: Figure<Money>
    /// The categories that count towards it; empty means every category.
    public var categories: Set<CategoryID>

    /// Who qualifies.
    public init(rule: RuleID, amount: Figure<Money>, categories: Set<CategoryID> = []) {
        self.rule = rule
        self.amount = amount
        self.categories = categories
    }
}
