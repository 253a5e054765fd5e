/// A double entry: its postings sum to zero in each unit. Never edited; a correction is an opposite entry that names it.
public struct Entry: Sendable, Hashable, Codable {
    /// Where it stands: record number and position, such as `17.0`.
    public let id: EntryID
    /// Whose account it moves.
    public let member: MemberID
    /// The move it makes or unmakes; the sum of a key's entries is what the move comes to now.
    public let key: MoveKey
    /// The row of the table.
    public let rule: RuleID
    /// The table and settings it was made under.
    public let programme: ProgrammeVersion
    /// When it counts from; `at` of its record is when it was entered.
    public let effective: Instant
    /// The ticket that caused it.
    public let ticket: TicketID?
    /// The entry it corrects.
    public let corrects: EntryID?
    /// The arithmetic in words.
    public let text: Phrase
    /// The amounts.
    public let postings: [Posting]

    /// An entry.
    public init(
        id: EntryID, member: MemberID, key: MoveKey, rule: RuleID, programme: ProgrammeVersion, effective: Instant, ticket: TicketID?, corrects: EntryID?,
        text: Phrase, postings: [Posting]
    ) {
        self.id = id
        self.member = member
        self.key = key
        self.rule = rule
        self.programme = programme
        self.effective = effective
        self.ticket = ticket
        self.corrects = corrects
        self.text = text
        self.postings = postings
    }

    /// The change of the member's points.
    public var points: Points {
        postings.reduce(.zero) { sum, posting in
            posting.account == .memberPoints(member) ? sum + Points(posting.amount) : sum
        }
    }

    /// Whether the postings sum to zero in points and in money apart.
    public var isBalanced: Bool {
        var points = Int128(0)
        var money = Int128(0)
        for posting in postings {
            switch posting.account.unit {
            case .points: points += Int128(posting.amount)
            case .money: money += Int128(posting.amount)
            }
        }
        return points == 0 && money == 0
    }
}

/// Where an entry stands in the journal: `record.position`.
public struct EntryID: TextIdentifier {
    /// `record.position`.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
    /// The entry at `position` of record `number`.
    public init(record number: Int, position: Int) { rawValue = String(number) + "." + String(position) }
}

/// What a move of points is about, the same in every recomputation: `joining`, `unit T1/1/0`.
public struct MoveKey: TextIdentifier {
    /// The key as stored.
    public let rawValue: String
    /// Wraps the name as it stands.
    public init(_ text: String) { rawValue = text }
}

/// One side of an entry.
public struct Posting: Sendable, Hashable, Codable {
    /// Which account.
    public let account: Account
    /// Points or minor units of money; positive is a credit to the account.
    public let amount: Int

    /// One side of an entry.
    public init(account: Account, amount: Int) {
        self.account = account
        self.amount = amount
    }
}

/// The accounts of the ledger. Points and stored money never meet in one account.
public enum Account: Sendable, Hashable, Codable {
    /// What a member may spend.
    case memberPoints(MemberID)
    /// Points the club has given out; its balance is the liability with the opposite sign.
    case issuedPoints
    /// Points that members have spent.
    case redeemedPoints
    /// Points that have lapsed.
    case lapsedPoints
    /// Money a member has deposited.
    case storedValue(MemberID)
    /// Money taken in for deposits.
    case depositsReceived
    /// Deposited money that has paid for purchases.
    case depositsSpent

    /// What an account counts.
    public enum Unit: String, Sendable, Codable, CaseIterable {
        case points, money
    }

    /// What this account counts.
    public var unit: Unit {
        switch self {
        case .memberPoints, .issuedPoints, .redeemedPoints, .lapsedPoints: .points
        case .storedValue, .depositsReceived, .depositsSpent: .money
        }
    }
}
