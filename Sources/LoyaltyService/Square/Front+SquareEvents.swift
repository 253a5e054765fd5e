import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Front {
    /// Every event of an account, oldest first.
    func squareEvents(of account: MemberID) async throws -> [SquareEvent] {
        let entries = try await desk.store.read { try $0.entries(of: account) }
        return entries.compactMap { SquareEvent($0, programme: programme.id) }
    }

    /// Events, newest first: of an account, of an order, or of all.
    func searchSquareEvents(_ asking: Asking) async throws -> Response {
        let search = try await asking.body(EventSearch.self)
        let filter = search.query?.filter
        let limit = search.limit ?? Self.mostEvents
        guard (1...Self.mostEvents).contains(limit) else { throw Trouble(.fieldWrong, field: "limit", detail: "1 to \(Self.mostEvents)") }
        var account = filter?.account?.id
        if account == nil, let order = filter?.order?.id {
            guard let buyer = try await desk.store.read({ try $0.sale(order)?.member }) else { return try .json(EventSearch.Answer(events: [], cursor: nil)) }
            account = buyer
        }
        let id = programme.id
        let page = try await desk.entries(EntryQuery(member: account, before: search.cursor, limit: limit)) { entry in
            SquareEvent(entry, programme: id).map { filter?.passes($0) ?? true } ?? false
        }
        return try .json(EventSearch.Answer(events: page.entries.compactMap { SquareEvent($0, programme: id) }, cursor: page.next))
    }

    private static let mostEvents = 30
}

/// Which events Square's callers look for.
private struct EventSearch: Decodable {
    struct Query: Decodable { let filter: Filter? }

    struct Filter: Decodable, Sendable {
        struct Account: Decodable, Sendable {
            let id: MemberID
            enum CodingKeys: String, CodingKey { case id = "loyalty_account_id" }
        }

        struct Order: Decodable, Sendable {
            let id: TicketID
            enum CodingKeys: String, CodingKey { case id = "order_id" }
        }

        struct Types: Decodable, Sendable { let types: [SquareEvent.Kind] }

        struct Time: Decodable, Sendable {
            struct Range: Decodable, Sendable {
                let start: Instant?
                let end: Instant?

                enum CodingKeys: String, CodingKey {
                    case start = "start_at"
                    case end = "end_at"
                }
            }

            let createdAt: Range
            enum CodingKeys: String, CodingKey { case createdAt = "created_at" }
        }

        let account: Account?
        let order: Order?
        let types: Types?
        let time: Time?

        enum CodingKeys: String, CodingKey {
            case account = "loyalty_account_filter"
            case order = "order_filter"
            case types = "type_filter"
            case time = "date_time_filter"
        }

        /// Whether an event is looked for; a range has its start and not its end.
        func passes(_ event: SquareEvent) -> Bool {
            if let account, event.account != account.id { return false }
            if let order, event.ticket != order.id { return false }
            if let types, !types.types.isEmpty, !types.types.contains(event.kind) { return false }
            guard let range = time?.createdAt else { return true }
            return event.at >= range.start ?? event.at && (range.end.map { event.at < $0 } ?? true)
        }
    }

    struct Answer: Encodable {
        let events: [SquareEvent]
        let cursor: EntryID?
    }

    let query: Query?
    let limit: Int?
    let cursor: EntryID?
}
