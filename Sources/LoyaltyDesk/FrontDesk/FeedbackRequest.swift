public import LoyaltyModel

/// A word from a member or caller.
public struct FeedbackRequest: Codable, Sendable, Hashable, MemberNaming {
    /// The till's own number of it; drawn when absent.
    public var feedback: FeedbackID?
    /// What it is.
    public var kind: Feedback.Kind
    /// The member, by account.
    public var member: MemberID?
    /// The member, by what was swiped, scanned or keyed.
    public var card: String?
    /// How.
    public var entry: CardEntry?
    /// The ticket it is about.
    public var ticket: TicketID?
    /// Who says it.
    public var name: String?
    /// Where to reach the person.
    public var contact: String?
    /// What it is about, in the person's words.
    public var essence: String?
    /// How the person liked it, 1 to 5; with it an opinion needs no words (CL-7).
    public var rating: Int?
    /// When to call back.
    public var dueAt: Instant?
    /// Who takes it in.
    public var staff: String?

    enum CodingKeys: String, CodingKey {
        case feedback, kind, member, card, entry, ticket, name, contact, essence, rating, staff
        case dueAt = "due_at"
    }

    /// A word from a member or caller.
    public init(
        feedback: FeedbackID? = nil, kind: Feedback.Kind, member: MemberID? = nil, ticket: TicketID? = nil, name: String? = nil, contact: String? = nil,
        essence: String? = nil, rating: Int? = nil, dueAt: Instant? = nil, staff: String? = nil
    ) {
        self.feedback = feedback
        self.kind = kind
        self.member = member
        self.ticket = ticket
        self.name = name
        self.contact = contact
        self.essence = essence
        self.rating = rating
        self.dueAt = dueAt
        self.staff = staff
    }

    /// Reads the fields; all but `kind` may be absent.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        feedback = try container.decodeIfPresent(FeedbackID.self, forKey: .feedback)
        kind = try container.decode(Feedback.Kind.self, forKey: .kind)
        member = try container.decodeIfPresent(MemberID.self, forKey: .member)
        card = try container.decodeIfPresent(String.self, forKey: .card)
        entry = try container.decodeIfPresent(CardEntry.self, forKey: .entry)
        ticket = try container.decodeIfPresent(TicketID.self, forKey: .ticket)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        contact = try container.decodeIfPresent(String.self, forKey: .contact)
        essence = try container.decodeIfPresent(String.self, forKey: .essence)
        rating = try WholeNumber.decodeIfPresent(.rating, in: container)
        dueAt = try container.decodeIfPresent(Instant.self, forKey: .dueAt)
        staff = try container.decodeIfPresent(String.self, forKey: .staff)
    }
}

/// What came of it.
public struct OutcomeRequest: Codable, Sendable, Hashable {
    /// In words.
    public var text: String
    /// Who saw to it.
    public var by: String?
    /// Whether a suggestion was adopted.
    public var adopted: Bool?

    /// What came of it.
    public init(text: String, by: String? = nil, adopted: Bool? = nil) {
        self.text = text
        self.by = by
        self.adopted = adopted
    }
}
