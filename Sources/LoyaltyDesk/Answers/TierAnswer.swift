public import LoyaltyModel

/// A tier as answers name it.
public struct TierAnswer: Codable, Sendable, Hashable {
    /// Its name in tables; `none` below the first.
    public let id: TierID
    /// Its name in the reader's language.
    public let name: String
    /// How high it stands: 0 below the first.
    public let rank: Int
}

/// A change of tier, with every step of it and what made it (SH-05, A-SH-3).
public struct TierChangeAnswer: Codable, Sendable, Hashable {
    /// One step.
    public struct Step: Codable, Sendable, Hashable {
        /// The tier reached.
        public let tier: TierID
        /// The row of the table.
        public let rule: RuleID
    }

    /// The tier before.
    public let from: TierID
    /// The tier now.
    public let to: TierID
    /// `points` or `recruits`; absent below the first tier.
    public let reason: String?
    /// The steps of a rise; none for a fall.
    public let steps: [Step]
}

/// Something for the cashier to do next.
public struct TaskAnswer: Codable, Sendable, Hashable {
    /// What kind of task.
    public enum Kind: String, Codable, Sendable {
        case exchangeCard = "exchange_card"
        case firstCard = "first_card"
        case reissueCard = "reissue_card"
        case askApproval = "ask_approval"
        case gift
        case offerMembership = "offer_membership"
        case tierFallen = "tier_fallen"
        case checkHolder = "check_holder"
        case usedElsewhere = "used_elsewhere"
        case payFee = "pay_fee"
        /// The member goes first (CI-03).
        case priority
        /// Something booked waits to be handed over (CI-03).
        case pickUp = "pick_up"
    }

    /// What kind of task.
    public let kind: Kind
    /// The sentence.
    public let text: String
    /// What it is about: the number of a pick-up, what a gift is given for.
    public var subject: String?
}

/// An entry of the ledger as answers show it.
public struct EntryAnswer: Codable, Sendable, Hashable {
    /// Where it stands in the journal.
    public let id: EntryID
    /// Whose account.
    public let member: MemberID
    /// The row of the table.
    public let rule: RuleID
    /// The change of points.
    public let points: Points
    /// The change of the deposit, minor units; absent where points are moved.
    public let amount: Money?
    /// What kind of change it is.
    public let kind: MoveKind
    /// When it counts from.
    public let effective: Instant
    /// The ticket that caused it.
    public let ticket: TicketID?
    /// The entry it corrects.
    public let corrects: EntryID?
    /// The table it was made under.
    public let table: ProgrammeVersion
    /// The arithmetic in words.
    public let text: String

    init(_ entry: Entry, _ speech: Speech) {
        self.id = entry.id
        self.member = entry.member
        self.rule = entry.rule
        self.points = entry.points
        self.kind = entry.kind
        self.amount = entry.kind.unit == .money ? Money(minor: entry.amount) : nil
        self.effective = entry.effective
        self.ticket = entry.ticket
        self.corrects = entry.corrects
        self.table = entry.programme
        self.text = speech(entry.text)
    }
}
