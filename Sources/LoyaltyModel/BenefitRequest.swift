/// A member's wish for a benefit that the club has to approve (KM-15 … KM-18).
public struct BenefitRequest: Sendable, Hashable, Codable {
    /// Where it stands.
    public enum State: String, Sendable, Codable {
        case requested, approved, refused
    }

    /// The till's or desk's number of it.
    public let id: RequestID
    /// Whose wish.
    public let member: MemberID
    /// For what.
    public let benefit: BenefitID
    /// When it was made.
    public let at: Instant
    /// Where it stands.
    public var state: State

    /// A request as it is made.
    public init(id: RequestID, member: MemberID, benefit: BenefitID, at: Instant) {
        self.id = id
        self.member = member
        self.benefit = benefit
        self.at = at
        self.state = .requested
    }
}
