public import LoyaltyModel

/// Where a word of feedback stands.
public enum FeedbackState: String, Codable, Sendable {
    case open, closed
}

/// That a word was taken in, and what to say to the person. It holds nothing personal.
public struct TakenFeedbackAnswer: Codable, Sendable, Hashable {
    /// The desk's number of it.
    public let feedback: FeedbackID
    /// What it is.
    public let kind: Feedback.Kind
    /// It waits on the manager's list.
    public let state: FeedbackState
    /// The member who said it.
    public let member: MemberID?
    /// The ticket it is about.
    public let ticket: TicketID?
    /// When it was taken in.
    public let at: Instant
    /// When to call back.
    public let dueAt: Instant?
    /// What to say to the person.
    public let say: [String]
    /// The row of the table; absent where it has none.
    public let rule: RuleID?

    enum CodingKeys: String, CodingKey {
        case feedback, kind, state, member, ticket, at, say, rule
        case dueAt = "due_at"
    }
}

/// What the manager's list says of a word of feedback.
public struct FeedbackAnswer: Codable, Sendable, Hashable {
    /// What came of it.
    public struct Outcome: Codable, Sendable, Hashable {
        /// In words.
        public let text: String
        /// When it was noted.
        public let at: Instant
        /// Who saw to it.
        public let by: String?
        /// Whether a suggestion was adopted.
        public let adopted: Bool
    }

    /// The desk's number of it.
    public let feedback: FeedbackID
    /// What it is.
    public let kind: Feedback.Kind
    /// Whether it waits.
    public let state: FeedbackState
    /// The member who said it.
    public let member: MemberID?
    /// Who said it.
    public let name: String?
    /// Where to reach the person: as given, else the member's telephone.
    public let contact: String?
    /// The ticket it is about.
    public let ticket: TicketID?
    /// What it is about.
    public let essence: String?
    /// 1 to 5.
    public let rating: Int?
    /// When it was taken in.
    public let at: Instant
    /// When to call back.
    public let dueAt: Instant?
    /// Whether a promised call is due and not yet noted.
    public let isOverdue: Bool
    /// Who took it in.
    public let takenBy: String?
    /// What came of it.
    public let outcome: Outcome?
    /// The row of the table; absent where it has none.
    public let rule: RuleID?

    enum CodingKeys: String, CodingKey {
        case feedback, kind, state, member, name, contact, ticket, essence, rating, at, outcome, rule
        case dueAt = "due_at"
        case isOverdue = "overdue"
        case takenBy = "staff"
    }
}

/// Words of feedback in the order they are to be seen to.
public struct FeedbackListAnswer: Codable, Sendable, Hashable {
    /// The words.
    public internal(set) var feedback: [FeedbackAnswer]
    /// What the next part comes after; absent at the end, and in the whole list.
    public internal(set) var next: String?
}

/// That a word of feedback has its outcome.
public struct ClosedFeedbackAnswer: Codable, Sendable, Hashable {
    /// The desk's number of it.
    public let feedback: FeedbackID
    /// What it is.
    public let kind: Feedback.Kind
    /// It is off the list.
    public let state: FeedbackState
    /// Whether a suggestion was adopted.
    public let adopted: Bool
    /// The gift that the member gets for it.
    public let gift: String?
}
