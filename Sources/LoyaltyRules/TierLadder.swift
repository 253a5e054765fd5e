public import LoyaltyModel

/// The tiers of a club, lowest first.
public struct TierLadder: Sendable, Hashable {
    /// One tier: reached by points or by recruits, whichever comes first.
    public struct Tier: Sendable, Hashable {
        /// Its name in answers.
        public var id: TierID
        /// Its name on card and screen.
        public var name: Wording
        /// The row of the table.
        public var rule: RuleID
        /// The points it begins at, inclusive; the next tier's beginning ends it. `notOffered`: points do not lead here.
        public var points: Figure<Points>
        /// The recruits it begins at; nil where recruits do not lead here.
        public var recruits: Int?
        /// The purchases of the agreement year it begins at, net of returns (SA-05, A-SA-4); nil where purchases do not lead here.
        public var purchases: Figure<Money>?

        /// A tier.
        public init(id: TierID, name: Wording, rule: RuleID, points: Figure<Points>, recruits: Int? = nil, purchases: Figure<Money>? = nil) {
            self.id = id
            self.name = name
            self.rule = rule
            self.points = points
            self.recruits = recruits
            self.purchases = purchases
        }

        /// What of these reaches it; nil when nothing does.
        fileprivate func reason(_ points: Points, _ recruits: Int, _ purchases: Money) -> Reason? {
            if let from = self.points.value, points >= from { return .points }
            if let from = self.recruits, recruits >= from { return .recruits }
            if let from = self.purchases?.value, purchases >= from { return .purchases }
            return nil
        }
    }

    /// Why a member stands where they stand.
    public enum Reason: String, Sendable, Codable {
        case points, recruits, purchases
    }

    /// Whether fewer points lower the tier (A-TI-7).
    public enum Demotion: String, Sendable, Codable, CaseIterable {
        case atOnce = "at_once"
        /// On each anniversary of joining.
        case yearlyReview = "yearly_review"
        case never
    }

    /// The tiers, lowest first.
    public var tiers: [Tier]
    /// What a member below the first tier is called (A-KM-3).
    public var belowFirst: Wording
    /// Whether fewer points lower the tier.
    public var demotion: Demotion
    /// Whether what came back is taken off the year's purchases (A-SA-4).
    public var countsNetOfReturns: Bool

    /// Tiers, lowest first.
    public init(tiers: [Tier], belowFirst: Wording, demotion: Demotion = .atOnce, countsNetOfReturns: Bool = true) {
        self.tiers = tiers
        self.belowFirst = belowFirst
        self.demotion = demotion
        self.countsNetOfReturns = countsNetOfReturns
    }

    /// The highest tier that points, recruits or the year's purchases reach, and by which of them; nil below the first.
    public func standing(points: Points, recruits: Int, purchases: Money = .zero) -> (tier: Tier, reason: Reason)? {
        var index = tiers.count
        while index > 0 {
            index -= 1
            if let reason = tiers[index].reason(points, recruits, purchases) { return (tiers[index], reason) }
        }
        return nil
    }

    /// The tier of this name.
    public subscript(id: TierID) -> Tier? { index(of: id).map { tiers[$0] } }

    private func index(of id: TierID) -> Int? { tiers.firstIndex { $0.id == id } }

    /// How high a tier stands: 0 below the first, then 1, 2, 3 …
    public func rank(of id: TierID) -> Int { (index(of: id) ?? -1) + 1 }

    /// The name of a tier, or the words for standing below the first.
    public func name(of id: TierID) -> Wording { index(of: id).map { tiers[$0].name } ?? belowFirst }

    /// The tiers from just above `low` up to `high`: each step of a rise, in order.
    public func steps(from low: TierID, to high: TierID) -> [Tier] {
        let start = rank(of: low)
        let end = rank(of: high)
        return start < end ? Array(tiers[start..<end]) : []
    }
}
