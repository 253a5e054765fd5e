/// A word from a member or caller that somebody has to follow up (KM-21, SH-16, LB-10, LB-12, CL-7).
public struct Feedback: KeptDocument, Hashable {
    /// The kinds.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case opinion, suggestion, complaint
        case callBack = "call_back"
    }

    /// What came of it.
    public struct Outcome: Sendable, Hashable, Codable {
        /// In words.
        public let text: String
        /// When it was noted.
        public let at: Instant
        /// Who saw to it.
        public let by: String?
        /// Whether a suggestion was adopted (SH-16).
        public let isAdopted: Bool

        /// What came of it.
        public init(text: String, at: Instant, by: String?, isAdopted: Bool) {
            self.text = text
            self.at = at
            self.by = by
            self.isAdopted = isAdopted
        }
    }

    /// Words of feedback.
    public static let kind = DocumentKind.feedback

    /// The desk's number of it.
    public let id: FeedbackID
    /// What it is.
    public let about: Kind
    /// The member who said it.
    public let member: MemberID?
    /// The ticket it is about.
    public let ticket: TicketID?
    /// When it was taken in.
    public let at: Instant
    /// The club's day.
    public let day: Day
    /// Who said it, as the person gave it.
    public var name: String?
    /// Where to reach the person; nil where the member's record says it.
    public var contact: String?
    /// What it is about, in the person's words.
    public var essence: String?
    /// How the person liked it, 1 to 5.
    public var rating: Int?
    /// When to call back (LB-12).
    public let dueAt: Instant?
    /// Who took it in.
    public let takenBy: String?
    /// What came of it; nil while it waits on the manager's list.
    public var outcome: Outcome?

    /// A word as it is taken in.
    public init(
        id: FeedbackID, about: Kind, member: MemberID?, ticket: TicketID?, at: Instant, day: Day, name: String?, contact: String?, essence: String?,
        rating: Int?, dueAt: Instant?, takenBy: String?
    ) {
        self.id = id
        self.about = about
        self.member = member
        self.ticket = ticket
        self.at = at
        self.day = day
        self.name = name
        self.contact = contact
        self.essence = essence
        self.rating = rating
        self.dueAt = dueAt
        self.takenBy = takenBy
    }

    /// The member who said it.
    public var owner: MemberID? { member }
    /// Whether it waits for an outcome.
    public var isOpen: Bool { outcome == nil }

    /// Whether a call was promised for before `instant` and nobody has noted it yet (LB-12).
    public func isOverdue(at instant: Instant) -> Bool { isOpen && dueAt.map { $0 <= instant } ?? false }
}
