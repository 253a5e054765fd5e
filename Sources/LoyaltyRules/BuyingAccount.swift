public import LoyaltyModel

/// What is known of an account in whatever form it comes.
public protocol AccountFacts: Sendable {
    /// The member.
    var member: Member { get }
    /// Deposits, fees, gifts and corrections, in the order they were entered.
    var dealings: [Dealing] { get }
}

extension AccountOutline: AccountFacts {}

/// An account as far as pricing and selling need it: the whole of it, or its outline when the ticket comes after everything else.
public protocol BuyingAccount: AccountFacts {
    /// Where the member stands at `instant`.
    func standing(under book: ProgrammeBook, at instant: Instant) -> Standing
    /// What `sale` earns among the member's purchases; the points of others that it moves are not counted (RULES 10.6).
    func earned(by sale: Sale, under book: ProgrammeBook) -> Points
    /// The tier that the member would reach with `sale`, before it is posted.
    func tier(with sale: Sale, under book: ProgrammeBook, at instant: Instant) -> TierID
    /// Takes in a sale that was made just now.
    mutating func enter(_ sale: Sale, under book: ProgrammeBook)
    /// Takes in what has become of a sale that was made before.
    mutating func change(_ sale: Sale)
    /// Takes in the entries that were made for it, once they are posted.
    mutating func settle(_ entries: [Entry], under book: ProgrammeBook)
    /// The account in outline; nil where the next ticket needs the whole of it.
    func outline(under book: ProgrammeBook, at instant: Instant) -> AccountOutline?
    /// The entries that bring what is posted to what the facts call for.
    func reconciliation(under book: ProgrammeBook, at instant: Instant, cause: TicketID?) -> [EntryDraft]
    /// Where the member was rung up last on another ticket than this, by register; nil when never.
    func lastPlace(besides ticket: TicketID) -> (register: String, at: Instant)?
    /// Whether the member has bought anything else that has not come back whole.
    func hasBought(besides ticket: TicketID?) -> Bool
}

extension MemberAccount: BuyingAccount {
    /// What `sale` earns among the member's purchases; the points of others that it moves are not counted (RULES 10.6).
    public func earned(by sale: Sale, under book: ProgrammeBook) -> Points {
        let spent = sale.lines.reduce(Points.zero) { $0 + $1.standingPoints }
        guard book.countsPurchases else { return spent }
        var account = self
        if !account.sales.contains(where: { $0.ticket == sale.ticket }) { account.sales.append(sale) }
        return account.ordinalMoves(account.countedUnits(in: book)).reduce(spent) { $1.ticket == sale.ticket ? $0 + $1.points : $0 }
    }

    /// The tier that the member would reach with `sale`, before it is posted.
    public func tier(with sale: Sale, under book: ProgrammeBook, at instant: Instant) -> TierID {
        var risen = self
        risen.sales.append(sale)
        let programme = book.current
        let points = risen.moves(under: book, at: instant).reduce(Points.zero) { $0 + $1.points }
        let recruits = risen.countedRecruits(under: programme)
        let purchases = risen.purchasesOfYear(under: programme, at: instant)
        return programme.tierReached(points: points, recruits: recruits, purchases: purchases)?.tier.id ?? .none
    }

    /// Takes in a sale that was made just now.
    public mutating func enter(_ sale: Sale, under book: ProgrammeBook) { sales.append(sale) }

    /// Takes in what has become of a sale that was made before.
    public mutating func change(_ sale: Sale) {
        if let index = sales.firstIndex(where: { $0.ticket == sale.ticket }) { sales[index] = sale }
    }

    /// Takes in the entries that were made for it, once they are posted.
    public mutating func settle(_ entries: [Entry], under book: ProgrammeBook) {
        for entry in entries where entry.member == member.id { posted.post(entry) }
    }

    /// Where the member was rung up last on another ticket than this, by register; nil when never.
    public func lastPlace(besides ticket: TicketID) -> (register: String, at: Instant)? {
        for sale in sales.reversed() where sale.ticket != ticket {
            if let register = sale.place?.register { return (register, sale.at) }
        }
        return nil
    }

    /// Whether the member has bought anything else that has not come back whole.
    public func hasBought(besides ticket: TicketID?) -> Bool { sales.contains { $0.ticket != ticket && !$0.isFullyReturned } }
}
