/// Somebody whom a member introduced, with the paid services that make the introduction count (TI-09).
public struct Introduction: Sendable, Hashable, Codable {
    /// A paid service of the new member.
    public struct Service: Sendable, Hashable, Codable {
        /// The ticket.
        public let ticket: TicketID
        /// When the service was given.
        public let occurredAt: Instant
        /// Whether every unit of it has come back.
        public var isReturned: Bool

        /// A service that stands.
        public init(ticket: TicketID, occurredAt: Instant) {
            self.ticket = ticket
            self.occurredAt = occurredAt
            self.isReturned = false
        }
    }

    /// Who joined.
    public let member: MemberID
    /// When.
    public let joinedAt: Instant
    /// The paid services, in the order they were entered.
    public var services: [Service]

    /// An introduction without a service so far.
    public init(member: MemberID, joinedAt: Instant, services: [Service] = []) {
        self.member = member
        self.joinedAt = joinedAt
        self.services = services
    }
}
