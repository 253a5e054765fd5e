public import LoyaltyModel

/// An account in outline with the one ticket that comes next, or the one of which something comes back.
public struct OutlinedAccount: BuyingAccount {
    /// What the past comes to.
    public private(set) var outline: AccountOutline
    private var sale: Sale?
    /// What the moves of the ticket of which something comes back have come to.
    private var posted: [MoveKey: PostedMove] = [:]
    private var returned: Sale?

    /// The member.
    public var member: Member { outline.member }
    /// Deposits, fees, gifts and corrections, in the order they were entered.
    public var dealings: [Dealing] { outline.dealings }

    /// The account for `ticket`; nil when the outline does not cover it, and the whole account has to be asked.
    public init?(_ outline: AccountOutline, for ticket: Ticket, under book: ProgrammeBook, at instant: Instant) {
        guard outline.covers(ticket, under: book, at: instant) else { return nil }
        self.outline = outline
    }

    /// The account for a return of `sale`, as it is afterwards; nil where the return moves more than the sale's own points, and the whole account has to be
    /// asked. `posted` is what the moves of `Sale.moveKeys` have come to.
    public init?(_ outline: AccountOutline, returning sale: Sale, posted: () throws -> [MoveKey: PostedMove], under book: ProgrammeBook) rethrows {
        guard outline.coversReturn(of: sale, under: book) else { return nil }
        self.outline = outline
        self.posted = try posted()
    }

    /// Where the member stands before the ticket is posted.
    public func standing(under book: ProgrammeBook, at instant: Instant) -> Standing {
        let programme = book.current
        let recruits = countedRecruits(under: programme)
        let purchases = programme.digest.hangsOnPurchases ? outline.purchases[programme.agreementYear(of: instant, for: self)] ?? .zero : .zero
        let isActive = isPaidFor(under: programme, at: instant)
        let place = programme.tierReached(points: outline.points, recruits: recruits, purchases: purchases)
        return Standing(
            tier: isActive ? place?.tier.id ?? .none : .none, reason: isActive ? place?.reason : nil, points: outline.points,
            pending: min(pending(under: programme, at: instant), max(.zero, outline.points)), waiting: .zero, storedValue: outline.storedValue,
            purchases: purchases, recruits: recruits,
            gifts: openGifts(recruits: recruits, under: programme), isActive: isActive)
    }

    private func pending(under programme: Programme, at instant: Instant) -> Points {
        let days = programme.digest.pendingDays
        guard days > 0 else { return .zero }
        let today = programme.calendar.day(of: instant)
        return outline.waiting.reduce(.zero) { $1.day.serial + days > today.serial ? $0 + $1.points : $0 }
    }

    /// What `sale` earns among the member's purchases.
    public func earned(by sale: Sale, under book: ProgrammeBook) -> Points {
        let spent = sale.lines.reduce(Points.zero) { $0 + $1.standingPoints }
        return MemberAccount.ordinalMoves(units(of: sale, in: book)).reduce(spent) { $0 + $1.points }
    }

    /// The tier before: an outline is never made where the sale's own points decide.
    public func tier(with sale: Sale, under book: ProgrammeBook, at instant: Instant) -> TierID { standing(under: book, at: instant).tier }

    /// Takes in the ticket as it was sold.
    public mutating func enter(_ sale: Sale, under book: ProgrammeBook) { self.sale = sale }

    /// Takes in what has become of the ticket.
    public mutating func change(_ sale: Sale) { returned = sale }

    /// Takes in the entries that were made for it, once they are posted.
    public mutating func settle(_ entries: [Entry], under book: ProgrammeBook) {
        if returned != nil { return outline.take(entries) }
        guard let sale else { return }
        outline.take(sale, entries: entries, under: book)
        self.sale = nil
    }

    /// What the past comes to, the ticket included once it is settled.
    public func outline(under book: ProgrammeBook, at instant: Instant) -> AccountOutline? { outline }

    /// The entries of the ticket: everything before it is posted, and comes before it in time.
    public func reconciliation(under book: ProgrammeBook, at instant: Instant, cause: TicketID?) -> [EntryDraft] {
        if let returned {
            return MemberAccount(member: member, posted: posted)
                .reconciliation(of: MemberAccount.ownMoves(of: returned, under: book.current), under: book, at: instant, cause: cause)
        }
        guard let sale else { return [] }
        let events = MemberAccount.events(of: sale, units: units(of: sale, in: book))
        let timeline = PointsTimeline(events, from: outline.points, stopsAtZero: book.current.inactivity?.floor != .negative)
        return (timeline.moves + [MemberAccount.payment(of: sale, under: book.current)].compactMap(\.self)).map {
            MemberAccount.draft(of: $0, member: member.id)
        }
    }

    private func units(of sale: Sale, in book: ProgrammeBook) -> [CountedUnit] {
        guard book.countsPurchases else { return [] }
        var position = outline.counted
        return CountedUnit.units(of: sale, under: book.current, after: &position)
    }

    /// Where the member was rung up last on another ticket than this, by register; nil when never.
    public func lastPlace(besides ticket: TicketID) -> (register: String, at: Instant)? {
        outline.placed.last { $0.ticket != ticket }.map { ($0.register, $0.at) }
    }

    /// Whether the member has bought anything else that has not come back whole.
    public func hasBought(besides ticket: TicketID?) -> Bool {
        outline.hasMoreTickets || outline.firstTicket.map { $0 != ticket } ?? false
    }
}
