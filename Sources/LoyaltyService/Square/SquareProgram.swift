import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// The club's table in Square's form: the gifts that points buy, and the rate where points are earned by money spent on whatever it is.
struct SquareProgram: Encodable {
    struct Tier: Encodable {
        struct Reference: Encodable {
            let object: String
            enum CodingKeys: String, CodingKey { case object = "object_id" }
        }

        let id: GiftID
        let points: Points
        let name: String
        let createdAt: String
        let pricingRule: Reference

        enum CodingKeys: String, CodingKey {
            case id, points, name
            case createdAt = "created_at"
            case pricingRule = "pricing_rule_reference"
        }
    }

    struct Terminology: Encodable {
        let one: String
        let other: String
    }

    struct Accrual: Encodable {
        struct Spend: Encodable {
            let amount: SquareMoney
            let taxMode = "AFTER_TAX"

            enum CodingKeys: String, CodingKey {
                case amount = "amount_money"
                case taxMode = "tax_mode"
            }
        }

        let type = "SPEND"
        let points: Points
        let spend: Spend

        enum CodingKeys: String, CodingKey {
            case points
            case type = "accrual_type"
            case spend = "spend_data"
        }
    }

    /// The one place that there is.
    static let location = "main"

    let id: ProgrammeID
    let status = "ACTIVE"
    let tiers: [Tier]
    let terminology: Terminology
    let locations = [location]
    let accruals: [Accrual]
    let createdAt: String
    let updatedAt: String

    enum CodingKeys: String, CodingKey {
        case id, status, terminology
        case tiers = "reward_tiers"
        case locations = "location_ids"
        case accruals = "accrual_rules"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }

    init(_ programme: Programme, language: Language) {
        let since = programme.effective.map { programme.calendar.start(of: $0) }?.description ?? Instant(milliseconds: 0).description
        id = programme.id
        tiers = (programme.gifts?.gifts.value ?? []).map { gift in
            Tier(
                id: gift.id, points: gift.points, name: gift.name.text(in: language), createdAt: since, pricingRule: Tier.Reference(object: gift.id.rawValue))
        }
        let word = Catalogue(language).text(ScreenKey.points)
        terminology = Terminology(one: word, other: word)
        let spend = programme.earning.spend.flatMap { $0.categories.isEmpty ? $0.rate.value : nil }
        accruals = spend.map { [Accrual(points: $0.points, spend: Accrual.Spend(amount: SquareMoney($0.per, programme.currency)))] } ?? []
        createdAt = since
        updatedAt = since
    }
}

extension Front {
    func squareProgram(_ asking: Asking) throws -> Response {
        try demandProgram(asking.part("id"), field: "program_id")
        return try .json(["program": SquareProgram(programme, language: asking.language)])
    }

    /// What an order or an amount would earn.
    func calculateSquarePoints(_ asking: Asking) async throws -> Response {
        struct Body: Decodable {
            let order: TicketID?
            let amount: SquareMoney?
            let account: MemberID?

            enum CodingKeys: String, CodingKey {
                case order = "order_id"
                case amount = "transaction_amount_money"
                case account = "loyalty_account_id"
            }
        }

        try demandProgram(asking.part("id"), field: "program_id")
        let body = try await asking.body(Body.self)
        var ticket: TicketRequest
        switch (body.order, body.amount) {
        case (let order?, nil): ticket = try await heldOrder(order).ticket(order, currency: programme.currency)
        case (nil, let amount?):
            let price = try amount.amount(in: programme.currency, field: "transaction_amount_money")
            ticket = TicketRequest(ticket: "calculated", lines: [LineRequest(id: "1", category: nil, quantity: 1, unitPrice: price)])
        default: throw Trouble(.fieldMissing, field: "order_id", detail: "order_id or transaction_amount_money, one of them")
        }
        if let account = body.account { ticket.member = account }
        let priced = try await desk.quote(ticket, asking.desk())
        return try .json(["points": priced.earned, "promotion_points": .zero])
    }

    /// Refuses another programme than the one there is; `main` is Square's name for whichever that is.
    func demandProgram(_ id: ProgrammeID, field: String) throws(Trouble) {
        guard id == "main" || id == programme.id else { throw Trouble(.notFound, field: field, detail: "the programme here is \(programme.id)") }
    }
}
