public import CanonicalJSON
import LoyaltyModel
import LoyaltyStorage

extension TicketRequest: JSONReadable, JSONWritable {
    /// Reads the fields; all but `ticket` and `lines` may be absent.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        ticket = TicketID(try fields.text("ticket"))
        register = try fields.textIfPresent("register")
        cashier = try fields.textIfPresent("cashier")
        member = try fields.textIfPresent("member").map { MemberID($0) }
        card = try fields.textIfPresent("card")
        entry = try fields.valueIfPresent(CardEntry.self, "entry")
        occurredAt = try fields.valueIfPresent(Instant.self, "occurred_at")
        visitor = try fields.textIfPresent("visitor").map { VisitorID($0) }
        lines = try fields.list(of: LineRequest.self, "lines")
        redeemPoints = try fields.integerIfPresent("redeem_points").map { Points($0) }
        approval = try fields.textIfPresent("approval").map { RequestID($0) }
        payFrom = try fields.valueIfPresent(PaymentSource.self, "pay_from")
        payments = try fields.listIfPresent(of: PaymentRequest.self, "payments")
        expectedTotal = try fields.integerIfPresent("expected_total").map { Money(minor: $0) }
    }

    /// Writes the fields that are there.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("approval", approval?.rawValue)
        json.field("card", card)
        json.field("cashier", cashier)
        json.field("entry", entry?.rawValue)
        json.field("expected_total", expectedTotal?.minor)
        json.field("lines", lines)
        json.field("member", member?.rawValue)
        json.field("occurred_at", occurredAt)
        json.field("pay_from", payFrom?.rawValue)
        if let payments { json.field("payments", payments) }
        json.field("redeem_points", redeemPoints?.count)
        json.field("register", register)
        json.field("ticket", ticket.rawValue)
        json.field("visitor", visitor?.rawValue)
        json.endObject()
    }
}

extension LineRequest: JSONReadable, JSONWritable {
    /// Reads the fields; all but `id`, `quantity` and `unit_price` may be absent.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        id = LineID(try fields.text("id"))
        sku = try fields.textIfPresent("sku")
        category = try fields.textIfPresent("category").map { CategoryID($0) }
        quantity = try fields.integer("quantity")
        unitPrice = Money(minor: try fields.integer("unit_price"))
        cost = try fields.integerIfPresent("cost").map { Money(minor: $0) }
        flags = try fields.valueIfPresent(Set<FlagID>.self, "flags")
    }

    /// Writes the fields that are there; the marks in order.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("category", category?.rawValue)
        json.field("cost", cost?.minor)
        if let flags { json.field("flags", flags.sorted().map(\.rawValue)) }
        json.field("id", id.rawValue)
        json.field("quantity", quantity)
        json.field("sku", sku)
        json.field("unit_price", unitPrice.minor)
        json.endObject()
    }
}

extension PaymentRequest: JSONReadable, JSONWritable {
    /// Reads both fields.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        tender = try fields.text("tender")
        amount = Money(minor: try fields.integer("amount"))
    }

    /// Writes both fields.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("amount", amount.minor)
        json.field("tender", tender)
        json.endObject()
    }
}
