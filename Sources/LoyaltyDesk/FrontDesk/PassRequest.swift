public import LoyaltyModel

/// A certificate or season ticket to issue.
public struct PassRequest: Codable, Sendable, Hashable, MemberNaming {
    /// The shop's own number of it; drawn when absent.
    public var pass: PassID?
    /// The member, by account.
    public var member: MemberID?
    /// The member, by what was swiped, scanned or keyed.
    public var card: String?
    /// How.
    public var entry: CardEntry?
    /// Certificate or season ticket.
    public var kind: Pass.Kind
    /// What it is for, in the shop's words.
    public var name: String
    /// How many units; one when absent.
    public var units: Int?
    /// The last day it can be used, ISO date; it does not end when absent.
    public var lastDay: Day?
    /// Who issues it.
    public var staff: String?

    enum CodingKeys: String, CodingKey {
        case pass, member, card, entry, kind, name, units, staff
        case lastDay = "last_day"
    }

    /// A pass to issue.
    public init(
        pass: PassID? = nil, member: MemberID? = nil, kind: Pass.Kind, name: String, units: Int? = nil, lastDay: Day? = nil, staff: String? = nil
    ) {
        self.pass = pass
        self.member = member
        self.kind = kind
        self.name = name
        self.units = units
        self.lastDay = lastDay
        self.staff = staff
    }

    /// Reads the fields; only `kind` and `name` may not be absent.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        pass = try container.decodeIfPresent(PassID.self, forKey: .pass)
        member = try container.decodeIfPresent(MemberID.self, forKey: .member)
        card = try container.decodeIfPresent(String.self, forKey: .card)
        entry = try container.decodeIfPresent(CardEntry.self, forKey: .entry)
        kind = try container.decode(Pass.Kind.self, forKey: .kind)
        name = try container.decode(String.self, forKey: .name)
        units = try WholeNumber.decodeIfPresent(.units, in: container)
        lastDay = try container.decodeIfPresent(Day.self, forKey: .lastDay)
        staff = try container.decodeIfPresent(String.self, forKey: .staff)
    }
}

/// Units to take off a pass.
public struct PassUseRequest: Codable, Sendable, Hashable {
    /// How many; one when absent.
    public var units: Int?
    /// For which ticket.
    public var ticket: TicketID?
    /// Who takes them.
    public var staff: String?

    enum CodingKeys: CodingKey {
        case units, ticket, staff
    }

    /// Units to take off.
    public init(units: Int? = nil, ticket: TicketID? = nil, staff: String? = nil) {
        self.units = units
        self.ticket = ticket
        self.staff = staff
    }

    /// Reads the fields; all may be absent.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        units = try WholeNumber.decodeIfPresent(.units, in: container)
        ticket = try container.decodeIfPresent(TicketID.self, forKey: .ticket)
        staff = try container.decodeIfPresent(String.self, forKey: .staff)
    }
}
