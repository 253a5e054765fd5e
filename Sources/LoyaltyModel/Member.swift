/// What the shop knows of a member. Personal data stay in this record: the journal never holds them.
public struct Member: Sendable, Hashable, Codable {
    /// The account.
    public let id: MemberID
    /// The member's own particulars.
    public var profile: Profile
    /// How the membership began.
    public let enrolment: Enrolment
    /// When the required particulars were complete for the first time (A-KM-14); never cleared.
    public var profileCompletedAt: Instant?
    /// The members this one recruited, in order of joining.
    public var recruits: [Recruit]
    /// Why somebody was let in who had not qualified yet (TI-02); a person's own words, so the journal does not hold it.
    public var admissionReason: String?
    /// The people this one introduced, in order of joining.
    public var introductions: [Introduction]

    /// A new member.
    public init(id: MemberID, profile: Profile, enrolment: Enrolment) {
        self.id = id
        self.profile = profile
        self.enrolment = enrolment
        self.recruits = []
        self.introductions = []
    }
}

/// A member's particulars.
public struct Profile: Sendable, Hashable, Codable {
    /// The name as the member writes it.
    public var name: String?
    /// How the member wants to be addressed (CL-1).
    public var address: String?
    /// The birthday as registered.
    public var birthday: Day?
    /// The mobile number, digits with an optional leading `+`; unique in a store (SH-03).
    public var phone: String?
    /// The messages the member has agreed to, in their order; nil while nobody has asked (SH-14, SH-15, KM-12).
    public var agreesTo: [NoticeOccasion]?

    /// Particulars.
    public init(
        name: String? = nil, address: String? = nil, birthday: Day? = nil, phone: String? = nil, agreesTo: [NoticeOccasion]? = nil
    ) {
        self.name = name
        self.address = address
        self.birthday = birthday
        self.phone = phone
        self.agreesTo = agreesTo
    }
}

/// How a membership began.
public struct Enrolment: Sendable, Hashable, Codable {
    /// When.
    public let at: Instant
    /// The member who recruited this one (SH-05).
    public let recruiter: MemberID?
    /// The member who introduced this one (TI-09).
    public let introducedBy: MemberID?
    /// Earlier tickets named at joining.
    public let tickets: [TicketID]
    /// The version of the terms that was accepted (SA-01); nil where none is.
    public let terms: String?
    /// Who let somebody join who had not qualified yet (TI-02); nil where nobody had to.
    public let allowedBy: String?

    /// The beginning of a membership.
    public init(
        at: Instant, recruiter: MemberID? = nil, introducedBy: MemberID? = nil, tickets: [TicketID] = [], terms: String? = nil, allowedBy: String? = nil
    ) {
        self.at = at
        self.recruiter = recruiter
        self.introducedBy = introducedBy
        self.tickets = tickets
        self.terms = terms
        self.allowedBy = allowedBy
    }
}

/// A member recruited by another, with what decides whether the recruit counts (A-SH-7).
public struct Recruit: Sendable, Hashable, Codable {
    /// A purchase named at joining.
    public struct Purchase: Sendable, Hashable, Codable {
        /// The ticket.
        public let ticket: TicketID
        /// When it was bought.
        public let boughtAt: Instant
        /// When the last unit of it came back.
        public var returnedAt: Instant?

        /// A purchase that stands.
        public init(ticket: TicketID, boughtAt: Instant) {
            self.ticket = ticket
            self.boughtAt = boughtAt
        }
    }

    /// Who joined.
    public let member: MemberID
    /// When.
    public let joinedAt: Instant
    /// The purchases named at joining.
    public var purchases: [Purchase]
    /// How many generations down: nil or 1 for one's own recruit, 2 for a recruit's recruit.
    public let generation: Int?

    /// A recruit.
    public init(member: MemberID, joinedAt: Instant, purchases: [Purchase], generation: Int? = nil) {
        self.member = member
        self.joinedAt = joinedAt
        self.purchases = purchases
        self.generation = generation
    }
}
