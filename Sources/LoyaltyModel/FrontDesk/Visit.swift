/// A member's visit, as the desk logged it (GY-9, CL-3).
public struct Visit: KeptDocument, Hashable {
    /// Visits.
    public static let kind = DocumentKind.visit

    /// The desk's number of it.
    public let id: VisitID
    /// Who came.
    public let member: MemberID
    /// When.
    public let at: Instant
    /// The club's day.
    public let day: Day
    /// Who served the member.
    public let staff: String?
    /// At which desk or till.
    public let register: String?

    /// A visit.
    public init(id: VisitID, member: MemberID, at: Instant, day: Day, staff: String?, register: String?) {
        self.id = id
        self.member = member
        self.at = at
        self.day = day
        self.staff = staff
        self.register = register
    }

    /// Who came.
    public var owner: MemberID? { member }
    /// A visit is done when it is logged.
    public var isOpen: Bool { false }
}
