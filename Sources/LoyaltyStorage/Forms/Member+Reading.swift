public import CanonicalJSON
public import LoyaltyModel

extension Member: JSONReadable {
    /// Reads the fields; those that may be absent are nil then.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        self.init(
            id: MemberID(try fields.text("id")), profile: try Profile(json: fields.part("profile")), enrolment: try Enrolment(json: fields.part("enrolment")))
        profileCompletedAt = try fields.partIfPresent("profileCompletedAt").map { try $0.instant() }
        recruits = try fields.part("recruits").elements().map { try $0.value(Recruit.self) }
        admissionReason = try fields.textIfPresent("admissionReason")
        introductions = try fields.part("introductions").elements().map { try $0.value(Introduction.self) }
    }
}

extension Profile: JSONReadable {
    /// Reads the fields that are there.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        self.init(
            name: try fields.textIfPresent("name"), address: try fields.textIfPresent("address"),
            birthday: try fields.valueIfPresent(Day.self, "birthday"), phone: try fields.textIfPresent("phone"),
            agreesTo: try fields.valueIfPresent([NoticeOccasion].self, "agreesTo"))
    }
}

extension Enrolment: JSONReadable {
    /// Reads the fields; those that may be absent are nil then.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        self.init(
            at: try fields.part("at").instant(), recruiter: try fields.textIfPresent("recruiter").map { MemberID($0) },
            introducedBy: try fields.textIfPresent("introducedBy").map { MemberID($0) },
            tickets: try fields.part("tickets").elements().map { TicketID(try $0.text()) }, terms: try fields.textIfPresent("terms"),
            allowedBy: try fields.textIfPresent("allowedBy"))
    }
}

extension JSONPart {
    /// The moment it is.
    func instant() throws -> Instant {
        guard let instant = Instant(try text()) else { throw fault("a time is RFC 3339 with an offset") }
        return instant
    }
}
