public import LoyaltyModel

/// Something a tier gives: one row of the benefit matrix.
public struct Benefit: Sendable, Hashable {
    /// What its worth is (TI-01).
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case material
        case nonMaterial = "non_material"
    }

    /// Its name in requests.
    public var id: BenefitID
    /// Its name on screen and paper.
    public var name: Wording
    /// The row of the table.
    public var rule: RuleID
    /// The tiers that have it; `none` among them where every member has.
    public var tiers: Set<TierID>
    /// Whether it has to be requested and approved; a benefit that needs no request is simply there.
    public var isRequested: Bool
    /// Whether it puts the member first in the queue (TI-07, CI-03, SA-03).
    public var isPriority: Bool
    /// What its worth is; nil where the text does not say.
    public var kind: Kind?
    /// What a request has to show; of two rows that hang on the invitation, the one that fits.
    public var conditions: [RequestCondition]

    /// A row of the matrix.
    public init(
        id: BenefitID, name: Wording, rule: RuleID, tiers: Set<TierID>, isRequested: Bool, isPriority: Bool = false, kind: Kind? = nil,
        conditions: [RequestCondition] = []
    ) {
        self.id = id
        self.name = name
        self.rule = rule
        self.tiers = tiers
        self.isRequested = isRequested
        self.isPriority = isPriority
        self.kind = kind
        self.conditions = conditions
    }
}

extension Programme {
    /// The benefits a member has now: none while the membership is not paid for (SA-04).
    public func benefits(of standing: Standing) -> [Benefit] { standing.isActive ? benefits.filter { $0.tiers.contains(standing.tier) } : [] }
}
