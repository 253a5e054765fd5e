/// All that the rules need to know of one member: the facts, and what has been posted because of them.
public struct MemberAccount: Sendable, Hashable {
    /// The member.
    public var member: Member
    /// The member's sales in the order they were entered, claimed ones included.
    public var sales: [Sale]
    /// What each move has come to so far.
    public var posted: [MoveKey: PostedMove]
    /// The member's requests for benefits.
    public var requests: [BenefitRequest]
    /// Deposits, fees, gifts and corrections, in the order they were entered.
    public var dealings: [Dealing]

    /// An account.
    public init(
        member: Member, sales: [Sale] = [], posted: [MoveKey: PostedMove] = [:], requests: [BenefitRequest] = [], dealings: [Dealing] = []
    ) {
        self.member = member
        self.sales = sales
        self.posted = posted
        self.requests = requests
        self.dealings = dealings
    }

    /// The balance: the sum of all points posted.
    public var points: Points { posted.values.reduce(.zero) { $0 + $1.points } }

    /// The money on deposit: the sum of all money posted.
    public var storedValue: Money { posted.values.reduce(.zero) { $1.kind.unit == .money ? $0 + Money(minor: $1.amount) : $0 } }
}

/// What a move has come to: the sum of its entries, and the entry that a correction names.
public struct PostedMove: Sendable, Hashable {
    /// The sum of the entries with this key, in what `kind` counts.
    public var amount: Int
    /// What kind of change it is.
    public var kind: MoveKind
    /// The rule of the entry that stands.
    public var rule: RuleID
    /// The entry that stands.
    public var entry: EntryID

    /// A move with what it has come to.
    public init(amount: Int, kind: MoveKind, rule: RuleID, entry: EntryID) {
        self.amount = amount
        self.kind = kind
        self.rule = rule
        self.entry = entry
    }

    /// The points it has come to; none when it counts money.
    public var points: Points { kind.unit == .points ? Points(amount) : .zero }
}
