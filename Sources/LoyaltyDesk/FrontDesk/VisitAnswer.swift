public import LoyaltyModel

/// A visit that was logged.
public struct VisitAnswer: Codable, Sendable, Hashable {
    /// The desk's number of it.
    public let visit: VisitID
    /// Who came.
    public let member: MemberID
    /// How to address the member.
    public let name: String?
    /// When.
    public let at: Instant
    /// Who serves the member.
    public let staff: String?
    /// At which desk or till.
    public let register: String?
    /// Whether the member has neither bought nor been logged before.
    public let isFirstVisit: Bool
    /// The day's count of `staff`; absent without one.
    public let count: StaffCount?
    /// The lines of a slip to sign, in the club's language; absent where the table asks for none.
    public let slip: [String]?
    /// The row of the table; absent where it has none.
    public let rule: RuleID?

    enum CodingKeys: String, CodingKey {
        case visit, member, name, at, staff, register, count, slip, rule
        case isFirstVisit = "first_visit"
    }
}

/// How many different members a member of staff served on a day.
public struct StaffCount: Codable, Sendable, Hashable {
    /// Who.
    public let staff: String
    /// The club's day.
    public let day: Day
    /// How many different members.
    public let members: Int
    /// The least the table asks for; absent where it does not count.
    public let minimum: Int?
    /// How many are missing to it, zero and up.
    public let missing: Int?
}

/// A day of the visit log.
public struct DayVisitsAnswer: Codable, Sendable, Hashable {
    /// The club's day.
    public let day: Day
    /// The visits in the order they were logged.
    public internal(set) var visits: [VisitLine]
    /// The count of everybody who served, by name.
    public let staff: [StaffCount]
    /// What the next part comes after; absent at the end, and in the whole list.
    public internal(set) var next: String?
}

/// A visit in the log.
public struct VisitLine: Codable, Sendable, Hashable {
    /// The desk's number of it.
    public let visit: VisitID
    /// Who came.
    public let member: MemberID
    /// The member's name.
    public let name: String?
    /// When.
    public let at: Instant
    /// Who served.
    public let staff: String?
    /// Where.
    public let register: String?
}
