/// A certificate or season ticket: so many units, used one by one (CL-12b).
public struct Pass: KeptDocument, Hashable {
    /// The kinds.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case certificate
        case seasonTicket = "season_ticket"
    }

    /// Units taken at one time.
    public struct Use: Sendable, Hashable, Codable {
        /// When.
        public let at: Instant
        /// How many, 1 and up.
        public let units: Int
        /// For which ticket.
        public let ticket: TicketID?
        /// Who took them.
        public let by: String?

        /// Units taken at one time.
        public init(at: Instant, units: Int, ticket: TicketID?, by: String?) {
            self.at = at
            self.units = units
            self.ticket = ticket
            self.by = by
        }
    }

    /// Certificates and season tickets.
    public static let kind = DocumentKind.pass

    /// The desk's number of it.
    public let id: PassID
    /// Whose.
    public let member: MemberID
    /// Certificate or season ticket.
    public let form: Kind
    /// What it is for, in the shop's words.
    public let name: String
    /// How many units it began with, 1 and up.
    public let units: Int
    /// The last day it can be used; nil when it does not end.
    public let lastDay: Day?
    /// When it was issued.
    public let at: Instant
    /// The club's day of that.
    public let day: Day
    /// Who issued it.
    public let issuedBy: String?
    /// What has been used, oldest first.
    public private(set) var uses: [Use]

    /// A pass as it is issued.
    public init(id: PassID, member: MemberID, form: Kind, name: String, units: Int, lastDay: Day?, at: Instant, day: Day, issuedBy: String?) {
        self.id = id
        self.member = member
        self.form = form
        self.name = name
        self.units = units
        self.lastDay = lastDay
        self.at = at
        self.day = day
        self.issuedBy = issuedBy
        self.uses = []
    }

    /// Whose.
    public var owner: MemberID? { member }
    /// Units left, never below zero.
    public var left: Int { max(0, uses.reduce(units) { $0 - $1.units }) }
    /// Whether units are left; the last day is another matter.
    public var isOpen: Bool { left > 0 }

    /// Whether a unit can be used on `day`.
    public func isUsable(on day: Day) -> Bool { isOpen && day <= lastDay ?? day }

    /// Takes units off. `passUsedUp` when fewer are left, `passEnded` when `day` is after the last one; then nothing is taken.
    public mutating func take(_ use: Use, on day: Day) throws(Trouble) {
        if let lastDay, day > lastDay { throw Trouble(.passEnded, ["day": .day(lastDay)]) }
        guard use.units >= 1, use.units <= left else { throw Trouble(.passUsedUp, ["left": .count(left)], field: "units") }
        uses.append(use)
    }
}
