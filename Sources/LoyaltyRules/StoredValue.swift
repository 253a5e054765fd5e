public import LoyaltyModel

/// Money deposited beforehand and spent from the card (SH-01).
public struct StoredValue: Sendable, Hashable {
    /// The row of the table.
    public var rule: RuleID
    /// What is paid of a price that is paid from the deposit; `notOffered`: the club keeps no deposits.
    public var rate: Figure<PayRate>
    /// The most that a member may have deposited; `notOffered`: no limit.
    public var limit: Figure<Money>

    /// Deposits.
    public init(rule: RuleID, rate: Figure<PayRate>, limit: Figure<Money>) {
        self.rule = rule
        self.rate = rate
        self.limit = limit
    }
}
