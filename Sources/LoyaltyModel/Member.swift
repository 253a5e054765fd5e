/// What the shop knows of a member. Personal data stay in this record: the journal never holds them.
///
/// It is held once however often it is handed on: it goes through every function of the engine, and changes seldom.
public struct Member: Sendable, Hashable, Codable {
    private struct Facts: Sendable, Hashable, Codable {
        let id: MemberID
        var profile: Profile
        let enrolment: Enrolment
        var profileCompletedAt: Instant?
        var recruits: [Recruit] = []
        var admissionReason: String?
        var introductions: [Introduction] = []
    }

    private final class Record: Sendable {
        let facts: Facts
        init(_ facts: Facts) { self.facts = facts }
    }

    private var record: Record

    /// The account.
    public var id: MemberID { record.facts.id }
    /// The member's own particulars.
    public var profile: Profile {
        get { record.facts.profile }
        set { change { $0.profile = newValue } }
    }
    /// How the membership began.
    public var enrolment: Enrolment { record.facts.enrolment }
    /// When the required particulars were complete for the first time (A-KM-14); never cleared.
    public var profileCompletedAt: Instant? {
        get { record.facts.profileCompletedAt }
        set { change { $0.profileCompletedAt = newValue } }
    }
    /// The members this one recruited, in order of joining.
    public var recruits: [Recruit] {
        get { record.facts.recruits }
        set { change { $0.recruits = newValue } }
    }
    /// Why somebody was let in who had not qualified yet (TI-02); a person's own words, so the journal does not hold it.
    public var admissionReason: String? {
        get { record.facts.admissionReason }
        set { change { $0.admissionReason = newValue } }
    }
    /// The people this one introduced, in order of joining.
    public var introductions: [Introduction] {
        get { record.facts.introductions }
        set { change { $0.introductions = newValue } }
    }

    /// A new member.
    public init(id: MemberID, profile: Profile, enrolment: Enrolment) {
        record = Record(Facts(id: id, profile: profile, enrolment: enrolment))
    }

    private mutating func change(_ change: (inout Facts) -> Void) {
        var facts = record.facts
        change(&facts)
        record = Record(facts)
    }

    /// Equal when every particular is.
    public static func == (left: Member, right: Member) -> Bool { left.record === right.record || left.record.facts == right.record.facts }
    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(record.facts) }

    /// Reads the particulars.
    public init(from decoder: any Decoder) throws { record = Record(try Facts(from: decoder)) }
    /// Writes the particulars.
    public func encode(to encoder: any Encoder) throws { try record.facts.encode(to: encoder) }
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
