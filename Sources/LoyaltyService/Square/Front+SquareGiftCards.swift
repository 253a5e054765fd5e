import CanonicalJSON
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Front {
    func squareGiftCard(_ asking: Asking) async throws -> Response {
        let id: TicketID = try asking.part("id")
        return try .json(["gift_card": await squareGiftCard(of: SquareGiftCard.member(id.rawValue), asking)])
    }

    func squareGiftCardByNumber(_ asking: Asking) async throws -> Response {
        struct Body: Decodable { let gan: String }

        let member = try await memberPresenting(try await asking.body(Body.self).gan, asking)
        return try .json(["gift_card": await squareGiftCard(of: member, asking)])
    }

    /// Deposits money, or pays an order from the deposit.
    func createSquareActivity(_ asking: Asking) async throws -> Response {
        let body = try await asking.body(ActivityBody.self)
        let context = try asking.desk(SquareKey(body.key))
        let wanted = body.activity
        try demandDeposits()
        let member: MemberID
        switch (wanted.card, wanted.gan) {
        case (let card?, _): member = try SquareGiftCard.member(card)
        case (nil, let gan?): member = try await memberPresenting(gan, asking)
        case (nil, nil): throw Trouble(.fieldMissing, field: "gift_card_activity.gift_card_id", detail: "gift_card_id or gift_card_gan")
        }
        let made: Set<EntryID>
        switch wanted.type {
        case "LOAD":
            guard let load = wanted.load?.amount else {
                throw Trouble(.fieldMissing, field: "gift_card_activity.load_activity_details.amount_money", detail: "how much is deposited")
            }
            let amount = try load.amount(in: programme.currency, field: "gift_card_activity.load_activity_details.amount_money")
            let reply = try await desk.load(LoadRequest(member: member, amount: amount, by: Self.squareHand), context)
            made = Set(try JSON.value(DealingAnswer.self, in: reply.body).entries.map(\.id))
        case "REDEEM": made = try await pay(wanted, by: member, context)
        default:
            throw Trouble.notMapped("gift_card_activity.type", "LOAD and REDEEM; a deposit is neither activated nor blocked apart from the membership")
        }
        guard let activity = try await squareActivities(of: member).first(where: { made.contains($0.id) }) else { throw Trouble(.unexpected) }
        return try .json(["gift_card_activity": activity])
    }

    func squareActivities(_ asking: Asking) async throws -> Response {
        struct Answer: Encodable {
            let activities: [SquareActivity]
            let cursor: EntryID?

            enum CodingKeys: String, CodingKey {
                case cursor
                case activities = "gift_card_activities"
            }
        }

        guard let card = asking.query("gift_card_id") else {
            throw Trouble.notMapped("gift_card_id", "name a gift card; a list of everybody's activities is not given")
        }
        let limit = try asking.limit(most: 100, usual: 50)
        let member = try SquareGiftCard.member(card)
        guard try await desk.store.read({ try $0.member(member) }) != nil else { throw Trouble(.memberUnknown, field: "gift_card_id") }
        let type = asking.query("type")
        var all = try await squareActivities(of: member).reversed().filter { type == nil || $0.type == type }
        if let cursor = asking.query("cursor") { all = Array(all.drop { $0.id.rawValue != cursor }.dropFirst()) }
        let page = Array(all.prefix(limit))
        return try .json(Answer(activities: page, cursor: page.count < all.count ? page.last?.id : nil))
    }

    /// Square lets a card pay any amount; here a deposit pays an order, whole.
    private func pay(_ wanted: ActivityBody.Activity, by member: MemberID, _ context: DeskContext) async throws -> Set<EntryID> {
        let field = "gift_card_activity.redeem_activity_details"
        guard let redeem = wanted.redeem, let sum = redeem.amount else {
            throw Trouble(.fieldMissing, field: "\(field).amount_money", detail: "how much is paid")
        }
        guard let order = redeem.reference else {
            throw Trouble.notMapped("\(field).reference_id", "a deposit pays an order, whole: create the order and name it here")
        }
        let amount = try sum.amount(in: programme.currency, field: "\(field).amount_money")
        try await sellSquareOrder(order, to: member, paidFrom: .storedValue, expecting: amount, context)
        let entries = try await desk.store.read { try $0.entries(of: member) }
        return Set(entries.filter { $0.kind == .paid && $0.ticket == order && $0.corrects == nil }.map(\.id))
    }

    private func squareGiftCard(of member: MemberID, _ asking: Asking) async throws -> SquareGiftCard {
        try demandDeposits()
        let answer = try await desk.member(member, asking.desk())
        guard let record = try await desk.store.read({ try $0.member(member) }) else { throw Trouble(.memberUnknown, field: "gift_card_id") }
        return SquareGiftCard(answer, since: record.enrolment.at, currency: programme.currency)
    }

    private func squareActivities(of member: MemberID) async throws -> [SquareActivity] {
        SquareActivity.all(in: try await desk.store.read { try $0.entries(of: member) }, currency: programme.currency)
    }

    private func memberPresenting(_ gan: String, _ asking: Asking) async throws -> MemberID {
        let (value, entry) = try presented.card(gan, .keyed, at: asking.at)
        return try await desk.identify(IdentifyRequest(value: value, entry: entry), asking.desk()).member
    }

    private func demandDeposits() throws(Trouble) {
        guard programme.storedValue?.rate.value != nil else { throw Trouble(.storedValueNotOffered) }
    }
}

/// A move that Square's caller wants made.
private struct ActivityBody: Decodable {
    struct Details: Decodable {
        let amount: SquareMoney?
        let reference: TicketID?

        enum CodingKeys: String, CodingKey {
            case amount = "amount_money"
            case reference = "reference_id"
        }
    }

    struct Activity: Decodable {
        let type: String
        let card: String?
        let gan: String?
        let load: Details?
        let redeem: Details?

        enum CodingKeys: String, CodingKey {
            case type
            case card = "gift_card_id"
            case gan = "gift_card_gan"
            case load = "load_activity_details"
            case redeem = "redeem_activity_details"
        }
    }

    let activity: Activity
    let key: String?

    enum CodingKeys: String, CodingKey {
        case activity = "gift_card_activity"
        case key = "idempotency_key"
    }
}
