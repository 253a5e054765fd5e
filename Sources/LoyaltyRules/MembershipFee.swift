public import LoyaltyModel

/// The fee that keeps a membership alive from one agreement year to the next (SA-02, SA-04, A-SA-1, A-SA-2).
public struct MembershipFee: Sendable, Hashable {
    /// What a fee is paid for.
    public enum Period: String, Sendable, Codable, CaseIterable {
        /// A year from signing, then from each anniversary.
        case agreementYear = "agreement_year"
        /// A calendar year.
        case calendarYear = "calendar_year"
    }

    /// The fee's name in requests, such as `annual`.
    public var id: FeeID
    /// The row of the table.
    public var rule: RuleID
    /// Its name on the receipt.
    public var name: Wording
    /// What is due where no level says otherwise.
    public var amount: Figure<Money>
    /// What single levels pay instead.
    public var byLevel: [TierID: Money]
    /// What it is paid for.
    public var period: Period
    /// The rule by which an entry condition takes the place of the first fee; nil where there is none.
    public var conditionRule: RuleID?

    /// A fee.
    public init(
        id: FeeID, rule: RuleID, name: Wording, amount: Figure<Money>, byLevel: [TierID: Money] = [:], period: Period = .agreementYear,
        conditionRule: RuleID? = nil
    ) {
        self.id = id
        self.rule = rule
        self.name = name
        self.amount = amount
        self.byLevel = byLevel
        self.period = period
        self.conditionRule = conditionRule
    }
}
