public import Foundation

/// A ticket to be priced or sold. Money is whole minor units of the club's currency: 4.99 yuan is 499, one rial is 1.
public struct Ticket: Codable, Sendable, Hashable {
    /// The till's own number of it, unique for ever: by it the till asks what became of a sale.
    public var number: String
    /// The lines, with prices before any benefit.
    public var lines: [TicketLine]
    /// The member, by account.
    public var member: String?
    /// The member, by what was swiped, scanned or keyed, or by the `presented` name of an event.
    public var card: String?
    /// How ``card`` was presented.
    public var entry: CardEntry?
    /// The till.
    public var register: String?
    /// Who sells.
    public var cashier: String?
    /// A customer without a card, by the till's own number for them.
    public var visitor: String?
    /// When the service was given or the invoice dated; the moment of the sale when nil.
    public var occurredAt: Date?
    /// Points the member wants to pay with.
    public var redeemPoints: Int?
    /// The approved request for a benefit.
    public var approval: String?
    /// ``PaymentSource/storedValue`` to pay all of it from the member's deposit.
    public var payFrom: PaymentSource?
    /// How the rest was paid; kept, not checked.
    public var payments: [Payment]?
    /// What the customer was told. When the ticket comes to something else, nothing is sold: a ``Refusal`` with the code `price_changed`.
    public var expectedTotal: Int?

    enum CodingKeys: String, CodingKey {
        case lines, member, card, entry, register, cashier, visitor, approval, payments
        case number = "ticket"
        case occurredAt = "occurred_at"
        case redeemPoints = "redeem_points"
        case payFrom = "pay_from"
        case expectedTotal = "expected_total"
    }

    /// A ticket of lines, for a member by account, or for nobody.
    public init(_ number: String, lines: [TicketLine], member: String? = nil) {
        self.number = number
        self.lines = lines
        self.member = member
    }

    /// A ticket of lines for whoever presented a card.
    public init(_ number: String, lines: [TicketLine], card: String, entry: CardEntry) {
        self.init(number, lines: lines)
        self.card = card
        self.entry = entry
    }
}

/// A line of a ticket.
public struct TicketLine: Codable, Sendable, Hashable {
    /// The till's number of the line, unique in its ticket; returns name it.
    public var id: String
    /// How many units, 1 and up.
    public var quantity: Int
    /// The list price of one unit, minor units.
    public var unitPrice: Int
    /// The shop's article number.
    public var sku: String?
    /// The club's word for what it is, such as `vehicle`.
    public var category: String?
    /// What one unit costs the shop, minor units.
    public var cost: Int?
    /// The club's marks, such as `direct`.
    public var flags: [String]?

    enum CodingKeys: String, CodingKey {
        case id, quantity, sku, category, cost, flags
        case unitPrice = "unit_price"
    }

    /// A line.
    public init(
        _ id: String, quantity: Int = 1, unitPrice: Int, sku: String? = nil, category: String? = nil, cost: Int? = nil, flags: [String]? = nil
    ) {
        self.id = id
        self.quantity = quantity
        self.unitPrice = unitPrice
        self.sku = sku
        self.category = category
        self.cost = cost
        self.flags = flags
    }
}

/// A tender of a sale.
public struct Payment: Codable, Sendable, Hashable {
    /// Such as `cash` or `card`.
    public var tender: String
    /// How much, minor units.
    public var amount: Int

    /// A tender.
    public init(tender: String, amount: Int) {
        self.tender = tender
        self.amount = amount
    }
}

/// Units of a line that come back.
public struct ReturnedUnits: Codable, Sendable, Hashable {
    /// The line's number in its ticket.
    public var id: String
    /// How many units, 1 and up.
    public var quantity: Int

    /// Units that come back.
    public init(_ id: String, quantity: Int) {
        self.id = id
        self.quantity = quantity
    }
}

/// How a card was presented.
public enum CardEntry: String, Codable, Sendable, Hashable, CaseIterable {
    case swiped, scanned, keyed
    /// By telephone number.
    case phone
}

/// What else a ticket may be paid from.
public enum PaymentSource: String, Codable, Sendable, Hashable {
    case storedValue = "stored_value"
}
