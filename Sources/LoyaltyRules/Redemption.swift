public import LoyaltyModel

/// What points pay for at the till (CL-15, A-CL-2).
public struct Redemption: Sendable, Hashable {
    /// The row of the table.
    public var rule: RuleID
    /// What one point pays.
    public var value: Figure<Money>
    /// The categories that points pay for; empty means every category.
    public var categories: Set<CategoryID>
    /// Whether the part paid with points earns points (A-CL-4).
    public var earnsOnRedeemedPart: Bool

    /// What points pay for.
    public init(rule: RuleID, value: Figure<Money>, categories: Set<CategoryID>, earnsOnRedeemedPart: Bool = false) {
        self.rule = rule
        self.value = value
        self.categories = categories
        self.earnsOnRedeemedPart = earnsOnRedeemedPart
    }
}
