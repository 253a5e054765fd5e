public import LoyaltyModel

/// What the tiers take off the price.
public struct TierDiscount: Sendable, Hashable {
    /// A tier's figure, in the form the text publishes it.
    public enum Rate: Sendable, Hashable {
        /// So much is taken off (KM-14).
        case off(OffRate)
        /// So much is paid (SH-08).
        case pays(PayRate)
    }

    /// A tier's row.
    public struct Row: Sendable, Hashable {
        /// The row of the table.
        public var rule: RuleID
        /// The tier.
        public var tier: TierID
        /// Its figure.
        public var rate: Rate

        /// A tier's row.
        public init(rule: RuleID, tier: TierID, rate: Rate) {
            self.rule = rule
            self.tier = tier
            self.rate = rate
        }
    }

    /// Which tier prices a purchase (A-KM-13).
    public enum PricedBy: String, Sendable, Codable, CaseIterable {
        case beforeSale = "before_sale"
        /// The tier that the purchase's own points lead to.
        case afterSale = "after_sale"
    }

    /// The rows; a tier without one pays the list price.
    public var rows: [Row]
    /// The categories it is taken off; empty means every category (A-KM-6).
    public var categories: Set<CategoryID>
    /// The flags that exclude a line, with the rule that says so (A-SH-6).
    public var excludedFlags: Set<FlagID>
    /// The rule of the exclusion.
    public var exclusionRule: RuleID?
    /// The benefit whose approved request it needs (KM-18); nil when it is automatic.
    public var approval: BenefitID?
    /// The rule of the approval.
    public var approvalRule: RuleID?
    /// Which tier prices a purchase.
    public var pricedBy: PricedBy

    /// The tiers' discount.
    public init(
        rows: [Row], categories: Set<CategoryID> = [], excludedFlags: Set<FlagID> = [], exclusionRule: RuleID? = nil, approval: BenefitID? = nil,
        approvalRule: RuleID? = nil, pricedBy: PricedBy = .beforeSale
    ) {
        self.rows = rows
        self.categories = categories
        self.excludedFlags = excludedFlags
        self.exclusionRule = exclusionRule
        self.approval = approval
        self.approvalRule = approvalRule
        self.pricedBy = pricedBy
    }

    /// The row of a tier.
    public subscript(tier: TierID) -> Row? { rows.first { $0.tier == tier } }
}

/// The extra on the member's birthday and on festivals, multiplied after the tier's rate (SH-09, A-SH-5).
public struct ExtraDiscount: Sendable, Hashable {
    /// A festival.
    public struct Festival: Sendable, Hashable {
        /// When it is kept.
        public enum Date: Sendable, Hashable {
            /// On one day, in the club's zone.
            case on(Day)
            /// Every year.
            case every(YearlyDate)
        }

        /// Its name.
        public var name: Wording
        /// When it is kept.
        public var date: Date

        /// A festival.
        public init(name: Wording, date: Date) {
            self.name = name
            self.date = date
        }

        /// A festival of one day.
        public init(name: Wording, day: Day) { self.init(name: name, date: .on(day)) }

        /// Its only day; nil when it comes round.
        public var day: Day? { if case .on(let day) = date { day } else { nil } }

        /// Whether it is kept on `day`.
        public func falls(on day: Day) -> Bool {
            switch date {
            case .on(let only): only == day
            case .every(let date): date.falls(on: day)
            }
        }
    }

    /// How the extra stands to the tier's rate (A-SH-5).
    public enum Stacking: String, Sendable, Codable, CaseIterable {
        /// The extra is paid of the tier's price.
        case multiplyAfterTier = "multiply_after_tier"
        /// What both take off is added.
        case addPercent = "add_percent"
        /// The extra takes the place of the tier's rate.
        case replace
        /// The better of the two for the member, not both.
        case bestForMember = "best_for_member"
    }

    /// The row of the table.
    public var rule: RuleID
    /// How the extra stands to the tier's rate.
    public var stacking: Stacking = .multiplyAfterTier
    /// What is paid of the tier's price on such a day.
    public var rate: Figure<PayRate>
    /// The festivals.
    public var festivals: Figure<[Festival]>
    /// The calendar that birthdays are kept in (A-SH-5).
    public var birthday: BirthdayCalendar

    /// The extra.
    public init(rule: RuleID, rate: Figure<PayRate>, festivals: Figure<[Festival]>, birthday: BirthdayCalendar = .gregorian) {
        self.rule = rule
        self.rate = rate
        self.festivals = festivals
        self.birthday = birthday
    }
}
