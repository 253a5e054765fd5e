public import LoyaltyModel

/// A member who came.
public struct VisitRequest: Codable, Sendable, Hashable, MemberNaming {
    /// The till's own number of the visit; drawn when absent.
    public var visit: VisitID?
    /// The account.
    public var member: MemberID?
    /// What was swiped, scanned or keyed.
    public var card: String?
    /// How.
    public var entry: CardEntry?
    /// Who serves the member; needed where the table counts by staff.
    public var staff: String?
    /// At which desk or till.
    public var register: String?

    /// A member who came.
    public init(
        visit: VisitID? = nil, member: MemberID? = nil, card: String? = nil, entry: CardEntry? = nil, staff: String? = nil, register: String? = nil
    ) {
        self.visit = visit
        self.member = member
        self.card = card
        self.entry = entry
        self.staff = staff
        self.register = register
    }
}
