import CanonicalJSON
import LoyaltyDesk
import LoyaltyModel

/// An entry of the ledger in Square's form.
struct SquareEvent: Encodable, Sendable {
    /// What it is to Square.
    enum Kind: String, Codable, Sendable {
        case accumulate = "ACCUMULATE_POINTS"
        case redeem = "REDEEM_REWARD"
        case adjust = "ADJUST_POINTS"
        case expire = "EXPIRE_POINTS"
        case other = "OTHER"
        // Kinds that are asked for and never happen here.
        case create = "CREATE_REWARD"
        case delete = "DELETE_REWARD"
        case promotion = "ACCUMULATE_PROMOTION_POINTS"
    }

    /// What every kind says of itself, as far as it does.
    struct Details: Encodable, Sendable {
        let program: ProgrammeID
        var points: Points?
        var order: TicketID?
        var reward: String?
        var reason: String?

        enum CodingKeys: String, CodingKey {
            case points, reason
            case program = "loyalty_program_id"
            case order = "order_id"
            case reward = "reward_id"
        }
    }

    /// An event alone, as Square answers a write.
    struct Answer: Encodable {
        let event: SquareEvent?
        let events: [SquareEvent]

        init(_ event: SquareEvent?) {
            self.event = event
            events = event.map { [$0] } ?? []
        }
    }

    let id: EntryID
    let kind: Kind
    let at: Instant
    let account: MemberID
    let points: Points
    let details: Details
    let ticket: TicketID?

    private enum CodingKeys: String, CodingKey {
        case id, type, source
        case at = "created_at"
        case account = "loyalty_account_id"
        case locationID = "location_id"
        case accumulate = "accumulate_points"
        case redeem = "redeem_reward"
        case adjust = "adjust_points"
        case expire = "expire_points"
        case otherEvent = "other_event"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .type)
        try container.encode(at, forKey: .at)
        try container.encode(account, forKey: .account)
        try container.encode(SquareProgram.location, forKey: .locationID)
        try container.encode("LOYALTY_API", forKey: .source)
        let key: CodingKeys =
            switch kind {
            case .accumulate: .accumulate
            case .redeem: .redeem
            case .adjust: .adjust
            case .expire: .expire
            case .other, .create, .delete, .promotion: .otherEvent
            }
        try container.encode(details, forKey: key)
    }

    /// An entry that moves points; nil for one that moves money.
    init?(_ entry: Entry, programme: ProgrammeID) {
        guard entry.kind.unit == .points else { return nil }
        let dealing = entry.key.rawValue.hasPrefix(Self.dealing) ? String(entry.key.rawValue.dropFirst(Self.dealing.count)) : nil
        let kind: Kind =
            switch entry.kind {
            case .lapsed: .expire
            case .redeemed where dealing != nil: .redeem
            case .earned where dealing != nil: .adjust
            case .earned where entry.ticket != nil && entry.corrects == nil && entry.points > .zero: .accumulate
            default: .other
            }
        self.init(
            id: entry.id, kind: kind, at: entry.effective, account: entry.member, points: entry.points,
            details: Details(
                program: programme, points: kind == .redeem ? nil : kind == .expire ? -entry.points : entry.points,
                order: kind == .accumulate ? entry.ticket : nil, reward: kind == .redeem ? dealing : nil), ticket: entry.ticket)
    }

    private init(id: EntryID, kind: Kind, at: Instant, account: MemberID, points: Points, details: Details, ticket: TicketID?) {
        self.id = id
        self.kind = kind
        self.at = at
        self.account = account
        self.points = points
        self.details = details
        self.ticket = ticket
    }

    private static let dealing = "dealing "

    /// This event with other points.
    fileprivate func with(_ points: Points) -> SquareEvent {
        var details = details
        details.points = points
        return SquareEvent(id: id, kind: kind, at: at, account: account, points: points, details: details, ticket: ticket)
    }
}

extension [SquareEvent] {
    /// What an order has earned, in one: its lines are entries of their own. Nil when it earned nothing.
    func accumulated(by order: TicketID) -> SquareEvent? {
        let earned = filter { $0.kind == .accumulate && $0.ticket == order }
        return earned.first?.with(earned.reduce(.zero) { $0 + $1.points })
    }

    /// The event that a dealing made.
    func made(by reply: Reply) throws -> SquareEvent? {
        let answer = try JSON.value(DealingAnswer.self, in: reply.body)
        return first { event in answer.entries.contains { $0.id == event.id } }
    }
}
