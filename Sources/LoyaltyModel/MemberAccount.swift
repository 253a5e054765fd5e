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

    /// An account.
    public init(member: Member, sales: [Sale] = [], posted: [MoveKey: PostedMove] = [:], requests: [BenefitRequest] = []) {
        self.member = member
        self.sales = sales
        self.posted = posted
        self.requests = requests
    }

    /// The balance: the sum of everything posted.
    public var points: Points { posted.values.reduce(.zero) { $0 + $1.points } }
}

/// What a move has come to: the sum of its entries, and the entry that a correction names.
public struct PostedMove: Sendable, Hashable {
    /// The sum of the entries with this key.
    public var points: Points
    /// The rule of the entry that stands.
    public var rule: RuleID
    /// The entry that stands.
    public var entry: EntryID

    /// A move with what it has come to.
    public init(points: Points, rule: RuleID, entry: EntryID) {
        self.points = points
        self.rule = rule
        self.entry = entry
    }
}
