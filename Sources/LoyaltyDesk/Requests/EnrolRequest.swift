public import LoyaltyModel

/// Somebody wants to join.
public struct EnrolRequest: Codable, Sendable, Hashable {
    /// The account's name; drawn when absent.
    public var member: MemberID?
    /// The name as the member writes it.
    public var name: String?
    /// How the member wants to be addressed.
    public var address: String?
    /// The birthday, ISO date.
    public var birthday: Day?
    /// The mobile number.
    public var phone: String?
    /// The member who recruited this one.
    public var recruiter: MemberID?
    /// The member who introduced this one.
    public var introducedBy: MemberID?
    /// Earlier anonymous tickets of this person.
    public var tickets: [TicketID]?
    /// The till's own number for this person before joining: all their earlier tickets are named by it (TI-02).
    public var visitor: VisitorID?
    /// The version of the terms that was accepted (SA-01).
    public var terms: String?
    /// Who lets somebody join who has not qualified yet (TI-02); needs `reason`.
    public var allowedBy: String?
    /// Why.
    public var reason: String?
    /// The messages this person agrees to.
    public var agreesTo: [NoticeOccasion]?

    enum CodingKeys: String, CodingKey {
        case member, name, address, birthday, phone, recruiter, tickets, visitor, terms, reason
        case introducedBy = "introduced_by"
        case allowedBy = "allowed_by"
        case agreesTo = "agrees_to"
    }

    /// Somebody who wants to join.
    public init(
        member: MemberID? = nil, name: String? = nil, address: String? = nil, birthday: Day? = nil, phone: String? = nil, recruiter: MemberID? = nil,
        introducedBy: MemberID? = nil, tickets: [TicketID]? = nil, agreesTo: [NoticeOccasion]? = nil
    ) {
        self.member = member
        self.name = name
        self.address = address
        self.birthday = birthday
        self.phone = phone
        self.recruiter = recruiter
        self.introducedBy = introducedBy
        self.tickets = tickets
        self.agreesTo = agreesTo
    }
}

/// Particulars to change; absent ones stay, empty ones are cleared.
public struct ProfileRequest: Codable, Sendable, Hashable {
    /// The name as the member writes it.
    public var name: String?
    /// How the member wants to be addressed.
    public var address: String?
    /// The birthday, ISO date.
    public var birthday: Day?
    /// The mobile number.
    public var phone: String?
    /// The messages the member agrees to; an empty list takes every consent back.
    public var agreesTo: [NoticeOccasion]?

    enum CodingKeys: String, CodingKey {
        case name, address, birthday, phone
        case agreesTo = "agrees_to"
    }

    /// Particulars to change.
    public init(name: String? = nil, address: String? = nil, birthday: Day? = nil, phone: String? = nil, agreesTo: [NoticeOccasion]? = nil) {
        self.name = name
        self.address = address
        self.birthday = birthday
        self.phone = phone
        self.agreesTo = agreesTo
    }
}
