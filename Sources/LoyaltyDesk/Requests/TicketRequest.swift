public import LoyaltyModel

/// A ticket as a till sends it, to be priced or sold. Times are RFC 3339, money is minor units.
public struct TicketRequest: Codable, Sendable, Hashable {
    /// The till's number of the ticket.
    public var ticket: TicketID
    /// The till.
    public var register: String?
    /// Who sells.
    public var cashier: String?
    /// The member, by account.
    public var member: MemberID?
    /// The member, by what was swiped, scanned or keyed.
    public var card: String?
    /// How `card` was presented.
    public var entry: CardEntry?
    /// When the service was given or the invoice dated; the moment of entry when absent.
    public var occurredAt: Instant?
    /// The customer without a card, by a number of the till's own (TI-02).
    public var visitor: VisitorID?
    /// The lines.
    public var lines: [LineRequest]
    /// Points the member wants to pay with.
    public var redeemPoints: Points?
    /// The approved request.
    public var approval: RequestID?
    /// `stored_value` to pay from the member's deposit.
    public var payFrom: PaymentSource?
    /// How the rest was paid; kept with the sale's receipt, not checked.
    public var payments: [PaymentRequest]?
    /// What the ticket has to come to, as the customer was told; another price is refused, and nothing is sold. Unchecked when absent.
    public var expectedTotal: Money?

    enum CodingKeys: String, CodingKey {
        case ticket, register, cashier, member, card, entry, visitor, lines, approval, payments
        case occurredAt = "occurred_at"
        case redeemPoints = "redeem_points"
        case payFrom = "pay_from"
        case expectedTotal = "expected_total"
    }

    /// A ticket of lines for a member.
    public init(
        ticket: TicketID, member: MemberID? = nil, card: String? = nil, entry: CardEntry? = nil, occurredAt: Instant? = nil, lines: [LineRequest],
        approval: RequestID? = nil
    ) {
        self.ticket = ticket
        self.member = member
        self.card = card
        self.entry = entry
        self.occurredAt = occurredAt
        self.lines = lines
        self.approval = approval
    }
}

/// One line of a ticket as a till sends it.
public struct LineRequest: Codable, Sendable, Hashable {
    /// The till's number of the line.
    public var id: LineID
    /// The shop's article number.
    public var sku: String?
    /// The table's word for what it is.
    public var category: CategoryID?
    /// How many units.
    public var quantity: Int
    /// The list price of one unit, minor units.
    public var unitPrice: Money
    /// What one unit costs the shop, minor units.
    public var cost: Money?
    /// Marks such as `direct`.
    public var flags: Set<FlagID>?

    enum CodingKeys: String, CodingKey {
        case id, sku, category, quantity, cost, flags
        case unitPrice = "unit_price"
    }

    /// A line.
    public init(id: LineID, sku: String? = nil, category: CategoryID?, quantity: Int, unitPrice: Money, cost: Money? = nil, flags: Set<FlagID>? = nil) {
        self.id = id
        self.sku = sku
        self.category = category
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.cost = cost
        self.flags = flags
    }

    /// Reads the fields; all but `id`, `quantity` and `unit_price` may be absent.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(LineID.self, forKey: .id)
        sku = try container.decodeIfPresent(String.self, forKey: .sku)
        category = try container.decodeIfPresent(CategoryID.self, forKey: .category)
        quantity = try WholeNumber.decode(.quantity, in: container)
        unitPrice = try container.decode(Money.self, forKey: .unitPrice)
        cost = try container.decodeIfPresent(Money.self, forKey: .cost)
        flags = try container.decodeIfPresent(Set<FlagID>.self, forKey: .flags)
    }

    /// Writes the flags in order, so that equal lines are equal bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(sku, forKey: .sku)
        try container.encodeIfPresent(category, forKey: .category)
        try container.encode(quantity, forKey: .quantity)
        try container.encode(unitPrice, forKey: .unitPrice)
        try container.encodeIfPresent(cost, forKey: .cost)
        try container.encodeIfPresent(flags?.sorted(), forKey: .flags)
    }
}

/// A tender of a sale.
public struct PaymentRequest: Codable, Sendable, Hashable {
    /// Such as `cash` or `card`.
    public var tender: String
    /// How much, minor units.
    public var amount: Money
}
