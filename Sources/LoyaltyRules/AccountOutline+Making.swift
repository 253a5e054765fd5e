public import LoyaltyModel

extension MemberAccount {
    /// The account in outline, once everything is posted that is due at `instant`; nil while something is not, and where the table's answers need the
    /// whole past: a tier that is held through a fall, a price by the tier after the sale, joining points that wait for the first purchase.
    public func outline(under book: ProgrammeBook, at instant: Instant) -> AccountOutline? {
        let programme = book.current
        guard programme.ladder.demotion == .atOnce, !programme.pricesAfterSale, sales.allSatisfy({ $0.at <= instant }) else { return nil }
        guard programme.membership.waitsForPurchase == nil || !countedUnits(in: book).isEmpty else { return nil }
        let moves = moves(under: book, at: instant)
        guard isPosted(moves) else { return nil }
        let standing = sales.filter { !$0.isFullyReturned }
        var outline = AccountOutline(
            programme: programme.version, member: member, dealings: dealings, points: points, storedValue: storedValue,
            last: latest(moves), due: nextDeduction(under: book, after: instant), counted: countedPlaces(in: book), waiting: [], purchases: [:],
            firstTicket: standing.first?.ticket, hasMoreTickets: standing.count > 1, placed: [],
            hasRedeemed: sales.contains { $0.hasRedeemed })
        for sale in sales { outline.note(sale, under: programme, at: instant) }
        return outline
    }

    /// Whether the ledger is what the facts come to, move for move.
    private func isPosted(_ moves: [Move]) -> Bool {
        moves.count == posted.count { $0.value.amount != 0 }
            && moves.allSatisfy { move in
                guard let posted = posted[move.key] else { return false }
                return posted.amount == move.amount && posted.rule == move.rule && posted.kind == move.kind
            }
    }

    private func latest(_ moves: [Move]) -> Instant {
        var latest = member.enrolment.at
        for move in moves { latest = max(latest, move.effective) }
        for sale in sales { latest = max(latest, max(sale.at, sale.occurredAt)) }
        for dealing in dealings { latest = max(latest, dealing.at) }
        return latest
    }

    /// How many purchases have a place in the member's order, returned ones included where they keep it (A-KM-11).
    private func countedPlaces(in book: ProgrammeBook) -> Int {
        guard book.countsPurchases else { return 0 }
        return sales.reduce(0) { $0 + book.programme(of: $1).places(of: $1) }
    }
}

extension AccountOutline {
    /// What a sale adds to the figures that are kept by day and year, and where it was rung up.
    fileprivate mutating func note(_ sale: Sale, under programme: Programme, at instant: Instant) {
        let days = programme.digest.pendingDays
        if days > 0, !sale.isClaimed {
            let today = programme.calendar.day(of: instant)
            let day = programme.calendar.day(of: sale.occurredAt)
            waiting.removeAll { $0.day.serial + days <= today.serial }
            let points = sale.lines.reduce(Points.zero) { $0 + $1.standingPoints }
            if day.serial + days > today.serial, points != .zero { waiting.append(Waiting(day: day, points: points)) }
        }
        if programme.digest.hangsOnPurchases {
            let year = programme.agreementYear(of: sale.occurredAt, for: self)
            purchases[year] = (purchases[year] ?? .zero) + (programme.ladder.countsNetOfReturns ? sale.standingTotal : sale.total)
        }
        if let register = sale.place?.register {
            placed = placed.suffix(1) + [Placed(ticket: sale.ticket, register: register, at: sale.at)]
        }
    }

    /// Whether a ticket entered at `instant` comes after everything that the outline stands for, under the same table.
    public func covers(_ ticket: Ticket, under book: ProgrammeBook, at instant: Instant) -> Bool {
        let programme = book.current
        guard self.programme == programme.version, ticket.occurredAt >= last, ticket.occurredAt <= instant else { return false }
        // Of one moment, dealings come after sales: a gift that the floor clipped could take more then.
        guard ticket.occurredAt > last || !dealings.contains(where: { $0.at == last }) else { return false }
        guard programme.inactivity != nil else { return true }
        // The ladder is climbed by the day: a service dated back could disprove what it took.
        let today = programme.calendar.day(of: instant)
        return programme.calendar.day(of: ticket.occurredAt) == today && (due.map { today < $0 } ?? true)
    }

    /// Whether a return of `sale`, as it is afterwards, moves nothing but the sale's own points and money: nothing hangs on the order of purchases or on
    /// dates, no points were spent that a smaller balance would not have paid, and something of the ticket stays.
    public func coversReturn(of sale: Sale, under book: ProgrammeBook) -> Bool {
        let programme = book.current
        return self.programme == programme.version && !hasRedeemed && programme.inactivity == nil && !book.countsPurchases
            && !programme.digest.waitsForPurchase && programme.digest.pendingDays == 0 && !programme.digest.hangsOnPurchases
            && !sale.isFullyReturned && !sale.hasRedeemed && !dealings.contains { $0.spendsPoints }
    }

    /// Takes in a sale that it ``covers``, and the entries that were made for it.
    public mutating func take(_ sale: Sale, entries: [Entry], under book: ProgrammeBook) {
        let programme = book.current
        note(sale, under: programme, at: sale.at)
        counted += book.countsPurchases ? programme.places(of: sale) : 0
        if firstTicket == nil { firstTicket = sale.ticket } else { hasMoreTickets = true }
        last = max(last, sale.at)
        hasRedeemed = hasRedeemed || sale.hasRedeemed
        take(entries)
        for entry in entries where entry.member == member.id { last = max(last, entry.effective) }
        guard let ladder = programme.inactivity, ladder.countsAsActivity(sale) else { return }
        let today = programme.calendar.day(of: sale.at)
        due = ladder.firstDay(since: today, after: today, calendar: programme.calendar)
    }
}

extension AccountOutline {
    /// Takes in entries of moves that it knows of already.
    mutating func take(_ entries: [Entry]) {
        for entry in entries where entry.member == member.id {
            if entry.kind.unit == .points { points += Points(entry.amount) } else { storedValue += Money(minor: entry.amount) }
        }
    }
}

extension Sale {
    /// Whether points paid for part of it.
    fileprivate var hasRedeemed: Bool { lines.contains { $0.redemption != nil } }
}

extension Dealing {
    /// Whether it changes the balance by another way than a sale.
    fileprivate var spendsPoints: Bool {
        switch kind {
        case .gift, .adjustment: true
        case .deposit, .fee, .entryCondition, .salesTask, .recruitingGift, .suggestionAdopted, .suggestionGift: false
        }
    }
}

extension Programme {
    /// How many places of the order of purchases a sale takes.
    fileprivate func places(of sale: Sale) -> Int {
        guard let table = earning.ordinal, calendar.day(of: sale.occurredAt) >= table.from else { return 0 }
        return sale.lines.reduce(0) { $0 + (table.counts($1) ? $1.quantity - (table.reranksOnCancel ? $1.returned : 0) : 0) }
    }
}
