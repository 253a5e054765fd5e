import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules

/// A member's deposit as a gift card. There is one to a member; what opens it is the member's own card.
struct SquareGiftCard: Encodable, Sendable {
    private static let prefix = "gftc:"

    let id: String
    let type = "PHYSICAL"
    let source = "OTHER"
    let state = "ACTIVE"
    let balance: SquareMoney
    /// The last digits of the member's card behind a mark.
    let gan: String?
    let createdAt: String
    let customers: [MemberID]

    enum CodingKeys: String, CodingKey {
        case id, type, state, gan
        case source = "gan_source"
        case balance = "balance_money"
        case createdAt = "created_at"
        case customers = "customer_ids"
    }

    init(_ member: MemberAnswer, since: Instant, currency: Currency) {
        id = Self.id(of: member.member)
        balance = SquareMoney(member.storedValue, currency)
        gan = member.card?.number
        createdAt = since.description
        customers = [member.member]
    }

    static func id(of member: MemberID) -> String { prefix + member.rawValue }

    /// The member whose deposit has this name.
    static func member(_ id: String) throws(Trouble) -> MemberID {
        guard id.hasPrefix(prefix) else { throw Trouble(.memberUnknown, field: "gift_card_id", detail: "a gift card is \(prefix) and the member's account") }
        return MemberID(String(id.dropFirst(prefix.count)))
    }
}

/// A move of a deposit in Square's form.
struct SquareActivity: Encodable, Sendable {
    struct Details: Encodable, Sendable {
        let amount: SquareMoney
        let reference: TicketID?
        let status: String?

        enum CodingKeys: String, CodingKey {
            case status
            case amount = "amount_money"
            case reference = "reference_id"
        }
    }

    let id: EntryID
    let type: String
    let location = SquareProgram.location
    let createdAt: Instant
    let card: String
    let balance: SquareMoney
    let load: Details?
    let redeem: Details?

    enum CodingKeys: String, CodingKey {
        case id, type
        case location = "location_id"
        case createdAt = "created_at"
        case card = "gift_card_id"
        case balance = "gift_card_balance_money"
        case load = "load_activity_details"
        case redeem = "redeem_activity_details"
    }

    /// Every move of a deposit, oldest first, each with the balance it left.
    static func all(in entries: [Entry], currency: Currency) -> [SquareActivity] {
        var balance = Money.zero
        return entries.filter { $0.kind.unit == .money }.map { entry in
            balance += Money(minor: entry.amount)
            return SquareActivity(entry, balance: SquareMoney(balance, currency), currency: currency)
        }
    }

    /// Money put in is a load, whether somebody deposited it or a return brought it back; money taken out is a redemption.
    private init(_ entry: Entry, balance: SquareMoney, currency: Currency) {
        let isLoad = entry.amount > 0
        id = entry.id
        type = isLoad ? "LOAD" : "REDEEM"
        createdAt = entry.effective
        card = SquareGiftCard.id(of: entry.member)
        self.balance = balance
        let amount = SquareMoney(Money(minor: abs(entry.amount)), currency)
        load = isLoad ? Details(amount: amount, reference: entry.ticket, status: nil) : nil
        redeem = isLoad ? nil : Details(amount: amount, reference: entry.ticket, status: "COMPLETED")
    }
}
