/// What a till wants priced: lines with the shop's own prices, before any benefit.
public struct Ticket: Sendable, Hashable, Codable {
    /// The till's number of the ticket.
    public let id: TicketID
    /// When the service was given or the invoice dated; decides scope, rank and the inactivity clock (RULES 10.1).
    public let occurredAt: Instant
    /// The lines in the till's order.
    public let lines: [TicketLine]
    /// The benefit request that approves a discount.
    public let approval: RequestID?
    /// Points the member wants to pay with.
    public let redeem: Points
    /// `storedValue` to pay all of it from the member's deposit.
    public let paidFrom: PaymentSource?
    /// The customer without a card whom the till knows by a number of its own.
    public let visitor: VisitorID?
    /// Where it is rung up.
    public let place: Place?

    /// A ticket.
    public init(
        id: TicketID, occurredAt: Instant, lines: [TicketLine], approval: RequestID? = nil, redeem: Points = .zero, paidFrom: PaymentSource? = nil,
        visitor: VisitorID? = nil, place: Place? = nil
    ) {
        self.id = id
        self.occurredAt = occurredAt
        self.lines = lines
        self.approval = approval
        self.redeem = redeem
        self.paidFrom = paidFrom
        self.visitor = visitor
        self.place = place
    }

    /// The same ticket as if it named no approval.
    public var withoutApproval: Ticket {
        Ticket(id: id, occurredAt: occurredAt, lines: lines, redeem: redeem, paidFrom: paidFrom, visitor: visitor, place: place)
    }
}

/// One line of a ticket.
public struct TicketLine: Sendable, Hashable, Codable {
    /// The till's number of the line.
    public let id: LineID
    /// The shop's article number.
    public let sku: String
    /// The table's word for what it is.
    public let category: CategoryID
    /// How many units, 1 and up.
    public let quantity: Int
    /// The list price of one unit.
    public let unitPrice: Money
    /// What one unit costs the shop; nil when unknown.
    public let cost: Money?
    /// Marks such as `direct` or `special`.
    public let flags: Set<FlagID>
    /// Quantity times unit price.
    public let list: Money

    /// A line; nil when the amount is beyond `Money.limit`, the price negative or the quantity below one.
    public init?(id: LineID, sku: String, category: CategoryID, quantity: Int, unitPrice: Money, cost: Money? = nil, flags: Set<FlagID> = []) {
        guard quantity >= 1, unitPrice >= .zero, let list = unitPrice.times(quantity) else { return nil }
        self.id = id
        self.sku = sku
        self.category = category
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.cost = cost
        self.flags = flags
        self.list = list
    }
}
