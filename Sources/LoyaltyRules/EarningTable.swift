public import LoyaltyModel

/// What earns points.
public struct EarningTable: Sendable, Hashable {
    /// Points paid once in a membership.
    public struct Once: Sendable, Hashable {
        /// The row of the table.
        public var rule: RuleID
        /// How many.
        public var points: Points

        /// Points paid once.
        public init(rule: RuleID, points: Points) {
            self.rule = rule
            self.points = points
        }
    }

    /// Points for money spent: `points` per `per`, rounded down once per line (A-X-1).
    public struct SpendRate: Sendable, Hashable {
        /// Points for each step.
        public var points: Points
        /// The step.
        public var per: Money

        /// What `spent` earns, rounded down.
        public func points(for spent: Money) -> Points {
            Points(Fraction(numerator: points.count, denominator: per.minor).down(of: max(0, spent.minor)))
        }

        /// Points per step of money.
        public init(points: Points, per: Money) {
            self.points = points
            self.per = per
        }
    }

    /// Points for money spent, with the row they come from.
    public struct Spend: Sendable, Hashable {
        /// The row of the table.
        public var rule: RuleID
        /// The rate.
        public var rate: Figure<SpendRate>
        /// The categories that earn; empty means every category.
        public var categories: Set<CategoryID>

        /// Points for money spent.
        public init(rule: RuleID, rate: Figure<SpendRate>, categories: Set<CategoryID> = []) {
            self.rule = rule
            self.rate = rate
            self.categories = categories
        }
    }

    /// For joining.
    public var joining: Once?
    /// For completing the profile.
    public var profile: Once?
    /// For the first, second, third … thing of a kind.
    public var ordinal: OrdinalTable?
    /// For money spent.
    public var spend: Spend?
    /// How many days what a sale earned waits before it can be spent (A-CL-3).
    public var pendingDays: Figure<Int>

    /// What earns points.
    public init(joining: Once? = nil, profile: Once? = nil, ordinal: OrdinalTable? = nil, spend: Spend? = nil, pendingDays: Figure<Int> = .notOffered) {
        self.joining = joining
        self.profile = profile
        self.ordinal = ordinal
        self.spend = spend
        self.pendingDays = pendingDays
    }
}
