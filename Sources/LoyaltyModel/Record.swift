/// One accepted event and all entries it caused, as one link of the journal's chain.
public struct Record: Sendable, Hashable, Codable {
    /// 1, 2, 3 … without a gap.
    public let number: Int
    /// When it was entered.
    public let at: Instant
    /// What happened.
    public let fact: Fact
    /// Who did it and where; nil for what the calendar or a command of this computer did. Records without one have the bytes they always had.
    public let by: Operator?
    /// What it moved.
    public let entries: [Entry]

    /// A link of the chain.
    public init(number: Int, at: Instant, by: Operator? = nil, fact: Fact, entries: [Entry]) {
        self.number = number
        self.at = at
        self.by = by
        self.fact = fact
        self.entries = entries
    }
}

/// What happened, without personal data: members by their account, cards by their last digits.
public enum Fact: Sendable, Hashable, Codable {
    case enrolled(MemberID, Enrolment)
    case profileCompleted(MemberID)
    case profileChanged(MemberID)
    case sold(Sale)
    case returned(TicketID, lines: [ReturnedQuantity])
    case voided(TicketID)
    case benefitRequested(BenefitRequest)
    case benefitDecided(RequestID, approved: Bool, by: String?)
    case cardJobChanged(CardJobID, member: MemberID, state: CardJob.State, card: String)
    case programmePublished(ProgrammeVersion)
    case dealt(Dealing)
    case caughtUp(MemberID)
    case cardHandedOver(CardJobID, member: MemberID, by: String?)
    /// No old card came in for a card job, for this reason and by this permission.
    case oldCardExcused(CardJobID, member: MemberID, CardJob.Exception, by: String)
    case benefitReviewed(RequestID, by: String?)
    case benefitTold(RequestID, by: String?)
    /// The desk wrote something down or went on with it; what it is about lies in the document.
    case deskNoted(DocumentReference, DocumentStep, member: MemberID?)
    /// Somebody was let in, or is no more, or has a new PIN or staff card; names and hashes lie in the entry.
    case accessChanged(AccessID, AccessStep, Role)
}

/// How many units of a line come back.
public struct ReturnedQuantity: Sendable, Hashable, Codable {
    /// The till's number of the line.
    public let id: LineID
    /// How many units.
    public let quantity: Int

    /// Some units of a line.
    public init(id: LineID, quantity: Int) {
        self.id = id
        self.quantity = quantity
    }

    /// Reads both fields.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(LineID.self, forKey: .id)
        quantity = try WholeNumber.decode(.quantity, in: container)
    }
}
