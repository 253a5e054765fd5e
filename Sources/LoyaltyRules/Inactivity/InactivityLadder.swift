public import LoyaltyModel

/// What a member loses by staying away: points for each month since the last service, in blocks that grow (TI-08, TI-10 … TI-13).
public struct InactivityLadder: Sendable, Hashable {
    /// A run of months that cost the same.
    public struct Block: Sendable, Hashable {
        /// The row of the table.
        public var rule: RuleID
        /// How many months it lasts.
        public var months: Int
        /// Points for each of them, positive.
        public var points: Points

        /// A run of months.
        public init(rule: RuleID, months: Int, points: Points) {
            self.rule = rule
            self.months = months
            self.points = points
        }
    }

    /// When deductions are posted (A-TI-2).
    public enum Posting: String, Sendable, Codable, CaseIterable {
        /// What the months of grace turn out to cost on the day they end, then every month at its end.
        case monthlyArrears = "monthly_arrears"
        /// Each block in one sum on the day it ends.
        case milestone
    }

    /// What happens after the last block (A-TI-3).
    public enum AfterLast: String, Sendable, Codable, CaseIterable {
        case stop
        /// Every further month costs what the last block's did.
        case asLastBlock = "as_last_block"
    }

    /// Whether a deduction may take the balance below zero (A-TI-4).
    public enum Floor: String, Sendable, Codable, CaseIterable {
        case zero, negative
    }

    /// What stops the clock (A-TI-5).
    public enum Activity: String, Sendable, Codable, CaseIterable {
        /// A line of the service categories.
        case service
        /// Any sale.
        case anySale = "any_sale"
    }

    /// Whether somebody who has had no service since joining has a clock (A-TI-6).
    public enum Anchor: String, Sendable, Codable, CaseIterable {
        case joining, none
    }

    /// How many months without a service cost nothing, if the member comes back before their end (TI-08).
    public var graceMonths: Int
    /// The month that the first block begins with: 1 or 7 (A-TI-1).
    public var firstBlockStartsMonth: Int
    /// The blocks, in order.
    public var blocks: [Block]
    /// When deductions are posted.
    public var posting: Posting
    /// What happens after the last block.
    public var afterLast: AfterLast
    /// Whether the balance stops at zero.
    public var floor: Floor
    /// What stops the clock.
    public var activity: Activity
    /// The categories that are services.
    public var categories: Set<CategoryID>
    /// What the clock starts with before the first service.
    public var anchor: Anchor
    /// Whether a service entered late gives back the deductions it disproves (A-TI-11).
    public var reversesOnLateActivity: Bool

    /// A ladder.
    public init(
        graceMonths: Int, firstBlockStartsMonth: Int = 1, blocks: [Block], posting: Posting = .monthlyArrears, afterLast: AfterLast = .stop,
        floor: Floor = .zero, activity: Activity = .service, categories: Set<CategoryID>, anchor: Anchor = .joining,
        reversesOnLateActivity: Bool = true
    ) {
        self.graceMonths = graceMonths
        self.firstBlockStartsMonth = firstBlockStartsMonth
        self.blocks = blocks
        self.posting = posting
        self.afterLast = afterLast
        self.floor = floor
        self.activity = activity
        self.categories = categories
        self.anchor = anchor
        self.reversesOnLateActivity = reversesOnLateActivity
    }
}
