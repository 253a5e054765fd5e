public import LoyaltyModel

/// Points for the first, second, third … purchase of a kind (KM-06 … KM-10).
public struct OrdinalTable: Sendable, Hashable {
    /// Points for the purchases at `positions`.
    public struct Row: Sendable, Hashable {
        /// The row of the table.
        public var rule: RuleID
        /// Which purchases, counted from 1.
        public var positions: ClosedRange<Int>
        /// Points for each of them.
        public var points: Points

        /// A row.
        public init(rule: RuleID, positions: ClosedRange<Int>, points: Points) {
            self.rule = rule
            self.positions = positions
            self.points = points
        }
    }

    /// How the single-position rows are read (A-KM-1).
    public enum Mode: String, Sendable, Codable, CaseIterable {
        /// Each row is what its purchase adds.
        case incremental
        /// Each single-position row is the running total up to its purchase.
        case cumulative
    }

    /// What a row for several positions is about (A-KM-4).
    public enum RowMeaning: String, Sendable, Codable, CaseIterable {
        /// The fourth to the tenth purchase, in whatever orders they come.
        case positions
        /// One order of four to ten: each unit of it.
        case orders
    }

    /// The rows, in order of position.
    public var rows: [Row]
    /// How they are read.
    public var mode: Mode
    /// What a row for several positions is about.
    public var rowMeaning: RowMeaning
    /// Whether later purchases move up when one is cancelled (A-KM-11).
    public var reranksOnCancel: Bool
    /// What counts.
    public var category: CategoryID
    /// The flags that make a purchase count in the phase in force, with the rule that says so.
    public var countedFlags: Set<FlagID>
    /// The rule of the flags.
    public var flagRule: RuleID
    /// The first day on which a purchase counts.
    public var from: Day
    /// The rule of that day.
    public var fromRule: RuleID

    /// A table.
    public init(
        rows: [Row], mode: Mode, category: CategoryID, countedFlags: Set<FlagID>, flagRule: RuleID, from: Day, fromRule: RuleID,
        rowMeaning: RowMeaning = .positions, reranksOnCancel: Bool = true
    ) {
        self.rows = rows
        self.mode = mode
        self.category = category
        self.countedFlags = countedFlags
        self.flagRule = flagRule
        self.from = from
        self.fromRule = fromRule
        self.rowMeaning = rowMeaning
        self.reranksOnCancel = reranksOnCancel
    }

    /// The row and the points of the purchase at `position`, one of `order` in its order; nil beyond the table (A-KM-2).
    public func award(at position: Int, order: Int = 1) -> (row: Row, points: Points)? {
        if rowMeaning == .orders {
            if let row = rows.first(where: { $0.positions.count > 1 && $0.positions.contains(order) }) { return (row, row.points) }
            guard rows.contains(where: { $0.positions == position...position }) else { return nil }
        }
        guard let index = rows.firstIndex(where: { $0.positions.contains(position) }) else { return nil }
        let row = rows[index]
        guard mode == .cumulative, row.positions.count == 1, index > 0 else { return (row, row.points) }
        return (row, row.points - rows[index - 1].points)
    }
}
