public import LoyaltyModel

/// Units of a ticket that come back.
public struct ReturnRequest: Codable, Sendable, Hashable {
    /// How many units of which lines.
    public var lines: [ReturnedQuantity]

    /// Units that come back.
    public init(lines: [ReturnedQuantity]) { self.lines = lines }
}

/// What was swiped, scanned or keyed.
public struct IdentifyRequest: Codable, Sendable, Hashable {
    /// The number or code, or a telephone number.
    public var value: String
    /// How it was presented.
    public var entry: CardEntry

    /// Something to identify a member by.
    public init(value: String, entry: CardEntry) {
        self.value = value
        self.entry = entry
    }
}

/// A wish for a benefit.
public struct BenefitRequestRequest: Codable, Sendable, Hashable {
    /// The desk's number of the wish.
    public var request: RequestID
    /// Whose wish.
    public var member: MemberID
    /// For what.
    public var benefit: BenefitID
    /// The day on which delivery falls due.
    public var dueDate: Day?
    /// Whether the invitation has been issued.
    public var invitation: Bool?
    /// Whether everything is paid.
    public var paidInFull: Bool?
    /// The scheme to register in.
    public var scheme: BenefitRequest.Scheme?
    /// The first day of the time announced to the customer.
    public var announcedFrom: Day?
    /// The last day of it.
    public var announcedThrough: Day?

    enum CodingKeys: String, CodingKey {
        case request, member, benefit, invitation, scheme
        case dueDate = "due_date"
        case paidInFull = "paid_in_full"
        case announcedFrom = "announced_from"
        case announcedThrough = "announced_through"
    }

    /// A wish for a benefit.
    public init(request: RequestID, member: MemberID, benefit: BenefitID) {
        self.request = request
        self.member = member
        self.benefit = benefit
    }

    var circumstances: BenefitRequest.Circumstances {
        .init(
            dueDate: dueDate, invitation: invitation, paidInFull: paidInFull, scheme: scheme, announcedFrom: announcedFrom,
            announcedThrough: announcedThrough)
    }
}

/// The club's answer to a wish.
public struct DecisionRequest: Codable, Sendable, Hashable {
    /// Whether it agrees.
    public var approved: Bool
    /// Who decided.
    public var by: String?
    /// Why, in the words the customer is told.
    public var reason: String?

    /// The club's answer.
    public init(approved: Bool, by: String? = nil, reason: String? = nil) {
        self.approved = approved
        self.by = by
        self.reason = reason
    }
}
