public import LoyaltyModel
public import LoyaltyStorage

/// Made-up members, tickets and cards. Card numbers begin with 9.
public enum Samples {
    /// A moment, `minutes` after the beginning of 2017.
    public static func instant(_ minutes: Int = 0) -> Instant { Instant(milliseconds: 1_483_228_800_000 + minutes * 60_000) }

    /// A member with a telephone number made of `phone`.
    public static func member(_ id: MemberID, phone: String? = nil, tickets: [TicketID] = []) -> Member {
        Member(id: id, profile: Profile(name: "A. B.", phone: phone), enrolment: Enrolment(at: instant(), tickets: tickets))
    }

    /// A gift taken for points.
    public static func dealing(_ id: DealingID, of member: MemberID, gift: GiftID = "umbrella") -> Dealing {
        Dealing(id: id, member: member, at: instant(), kind: .gift(gift, Points(300)), cost: Money(minor: 2100), by: "C. D.")
    }

    /// An account in outline.
    public static func outline(of member: MemberID, points: Int) -> AccountOutline {
        AccountOutline(
            programme: programme, member: self.member(member), dealings: [], points: Points(points), storedValue: .zero, last: instant(), due: nil, counted: 0,
            waiting: [], purchases: [:], firstTicket: nil, hasMoreTickets: false, placed: [], hasRedeemed: false)
    }

    /// A ticket of one line.
    public static func sale(_ ticket: TicketID, of member: MemberID?, approval: RequestID? = nil, visitor: VisitorID? = nil) -> Sale {
        let line = SoldLine(
            id: "1", sku: "tea/گل", category: "goods", flags: ["direct"], quantity: 2, list: Money(minor: 1000),
            adjustments: [Adjustment(rule: "KM-14", amount: Money(minor: -20), text: Phrase(.tierTakesOff, ["rate": .reduction(OffRate(millionths: 20_000))]))],
            rounding: .reduction, earning: Earning(rule: "KM-11", points: Points(60), text: Phrase(.pointsForSpend)))
        return Sale(
            ticket: ticket, member: member, at: instant(), occurredAt: instant(), programme: programme, tier: "bronze", lines: [line], approval: approval,
            visitor: visitor, place: Place(register: "2", cashier: "E. F.", entry: .swiped))
    }

    /// An entry that moves money on deposit.
    public static func deposit(_ number: Int, of member: MemberID, amount: Int) -> Entry {
        Entry(
            id: EntryID(record: number, position: 0), member: member, key: MoveKey("dealing d\(number)"), rule: "SH-01", programme: programme,
            effective: instant(),
            ticket: nil, corrects: nil, text: Phrase(.deposited),
            postings: [Posting(account: .storedValue(member), amount: amount), Posting(account: .depositsReceived, amount: -amount)])
    }

    /// An entry at its place in record `number`.
    public static func entry(
        _ number: Int, _ position: Int = 0, of member: MemberID, key: MoveKey = "unit T1/1/0", rule: RuleID = "KM-11", points: Int = 60,
        corrects: EntryID? = nil, ticket: TicketID? = nil
    ) -> Entry {
        Entry(
            id: EntryID(record: number, position: position), member: member, key: key, rule: rule, programme: programme, effective: instant(),
            ticket: ticket, corrects: corrects, text: Phrase(.pointsForSpend, ["points": .points(Points(points))]),
            postings: [Posting(account: .memberPoints(member), amount: points), Posting(account: .issuedPoints, amount: -points)])
    }

    /// A card.
    public static func card(_ digits: String, of member: MemberID, state: Card.State = .valid) throws -> Card {
        Card(number: try number(digits), member: member, tier: "bronze", state: state, isPrinted: true, since: instant())
    }

    /// A job that is open.
    public static func job(_ id: CardJobID, of member: MemberID) throws -> CardJob {
        CardJob(
            id: id, member: member, kind: .exchange, tier: "silver", oldCard: try number("900100"), newCard: try number("900200"),
            state: .awaitingOldCard, openedAt: instant())
    }

    /// Somebody at the till.
    public static let cashier = Operator(role: .cashier, access: "a1", place: .till)

    /// The version that all samples name.
    public static let programme: ProgrammeVersion = "club 2017-01-01 00000000"

    static func number(_ digits: String) throws -> CardNumber {
        guard let number = CardNumber(digits) else { throw StoreFault.failed("a sample number is digits only") }
        return number
    }
}

extension StoreTransaction {
    /// Appends a record in which `member` earns `points`.
    @discardableResult
    public func appendEarning(of member: MemberID, key: MoveKey = "unit T1/1/0", points: Int = 60) throws -> Record {
        try append(at: Samples.instant(), fact: .profileChanged(member)) { [Samples.entry($0, of: member, key: key, points: points)] }
    }
}

/// What a body throws to be undone.
struct Refused: Error, Equatable {}
