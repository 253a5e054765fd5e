public import LoyaltyModel

extension ProgrammeBook {
    /// Prices `ticket` for a member, or for a visitor without a card, at `instant`. The tier is the one before the ticket's own points (A-KM-13).
    ///
    /// Refuses points that the member has not, or that the lines cannot take, and a deposit that is too small.
    ///
    /// `cardTier` is the tier printed on the member's card: it holds a new tier's benefits back where they begin with the exchange (A-TI-12).
    public func quote(
        _ ticket: Ticket, for account: MemberAccount?, cardTier: TierID? = nil, approval: Approval, at instant: Instant
    ) throws(Trouble) -> Quote {
        guard let account else { return try visitorQuote(ticket, at: instant) }
        let programme = current
        let standing = account.standing(under: self, at: instant)
        var tier = programme.benefitTier(standing.tier, printed: cardTier)
        var (sale, results) = try sale(ticket, for: account, standing: standing, tier: tier, approval: approval, at: instant)
        if programme.discount?.pricedBy == .afterSale {
            var risen = account
            risen.sales.append(sale)
            tier = programme.benefitTier(programme.tierReached(by: risen, under: self, at: instant), printed: cardTier)
            (sale, results) = try self.sale(ticket, for: account, standing: standing, tier: tier, approval: approval, at: instant)
        }
        if sale.paidFrom == .storedValue { try checkDeposit(of: standing, covers: sale.total) }
        let needed = programme.neededApproval(results)
        return Quote(
            sale: sale,
            notes: results.flatMap(\.notes) + programme.approvalNotes(needed, approval: approval) + programme.membershipNotes(standing),
            willEarn: account.earned(by: sale, under: self), needsApproval: needed,
            redeemable: programme.redeemable(ticket, results: results, usable: standing.usable),
            sayBefore: programme.sayBefore(to: account.member, standing: standing))
    }

    /// The ticket as it would be sold at a tier.
    private func sale(
        _ ticket: Ticket, for account: MemberAccount, standing: Standing, tier: TierID, approval: Approval, at instant: Instant
    ) throws(Trouble) -> (sale: Sale, results: [LinePricing.Result]) {
        let results = price(ticket, for: account, standing: standing, tier: tier, approval: approval, at: instant)
        let redeemed = try current.redemptions(of: ticket, results: results, usable: standing.usable)
        let lines = zip(zip(ticket.lines, results), redeemed).map { priced, redemption in
            current.soldLine(priced.0, priced.1, redemption: redemption, isActive: standing.isActive)
        }
        return (sale(ticket, member: account.member.id, tier: tier, lines: lines, at: instant), results)
    }

    private func price(
        _ ticket: Ticket, for account: MemberAccount, standing: Standing, tier: TierID, approval: Approval, at instant: Instant
    ) -> [LinePricing.Result] {
        let extra = standing.isActive ? current.extraDiscount(for: account.member, on: current.calendar.day(of: instant)) : nil
        let stored = ticket.paidFrom == .storedValue ? current.storedValue?.rate.value : nil
        let pricing = LinePricing(programme: current, tier: tier, approval: approval, extra: extra, storedRate: stored)
        return ticket.lines.map { pricing.price($0) }
    }

    private func checkDeposit(of standing: Standing, covers total: Money) throws(Trouble) {
        guard standing.storedValue < total else { return }
        throw Trouble(.storedValueShort, ["short": .money(total - standing.storedValue, current.currency)], field: "pay_from")
    }

    private func visitorQuote(_ ticket: Ticket, at instant: Instant) throws(Trouble) -> Quote {
        guard ticket.redeem == .zero, ticket.paidFrom == nil else {
            throw Trouble(.memberUnknown, field: ticket.redeem == .zero ? "pay_from" : "redeem_points")
        }
        let lines = ticket.lines.map { SoldLine($0, LinePricing.Result(), earning: nil, redemption: nil) }
        return Quote(
            sale: sale(ticket, member: nil, tier: .none, lines: lines, at: instant), notes: [], willEarn: .zero, needsApproval: nil, redeemable: nil,
            sayBefore: current.ladder.tiers.isEmpty ? [] : [Phrase(.sayVisitor)])
    }

    private func sale(_ ticket: Ticket, member: MemberID?, tier: TierID, lines: [SoldLine], at instant: Instant) -> Sale {
        Sale(
            ticket: ticket.id, member: member, at: instant, occurredAt: ticket.occurredAt, programme: current.version, tier: tier, lines: lines,
            approval: ticket.approval, paidFrom: ticket.paidFrom, visitor: ticket.visitor, place: ticket.place)
    }
}

extension Programme {
    /// The tier whose benefits apply: the one on the card where a new tier waits for the exchange.
    fileprivate func benefitTier(_ tier: TierID, printed: TierID?) -> TierID {
        guard card.benefitsFrom == .exchange, let printed, ladder.rank(of: printed) < ladder.rank(of: tier) else { return tier }
        return printed
    }

    /// The tier of an account whose newest sale has not been posted yet.
    fileprivate func tierReached(by account: MemberAccount, under book: ProgrammeBook, at instant: Instant) -> TierID {
        let points = account.moves(under: book, at: instant).reduce(Points.zero) { $0 + $1.points }
        let recruits = account.countedRecruits(under: self)
        return tierReached(points: points, recruits: recruits, purchases: account.purchasesOfYear(under: self, at: instant))?.tier.id ?? .none
    }
}

extension MemberAccount {
    /// What `sale` earns among the member's purchases; the points of others that it moves are not counted (RULES 10.6).
    public func earned(by sale: Sale, under book: ProgrammeBook) -> Points {
        let spent = sale.lines.reduce(Points.zero) { $0 + $1.standingPoints }
        guard book.countsPurchases else { return spent }
        var account = self
        if !account.sales.contains(where: { $0.ticket == sale.ticket }) { account.sales.append(sale) }
        return account.ordinalMoves(account.countedUnits(in: book)).reduce(spent) { $1.ticket == sale.ticket ? $0 + $1.points : $0 }
    }
}

extension SoldLine {
    init(_ line: TicketLine, _ result: LinePricing.Result, earning: Earning?, redemption: Earning?) {
        self.init(
            id: line.id, sku: line.sku, category: line.category, flags: line.flags, quantity: line.quantity, list: line.list,
            adjustments: result.adjustments, rounding: result.rounding, earning: earning, redemption: redemption)
    }
}

extension Programme {
    func earning(of line: TicketLine, paid: Money) -> Earning? {
        guard let spend = earning.spend, let rate = spend.rate.value, spend.categories.isEmpty || spend.categories.contains(line.category) else { return nil }
        let points = rate.points(for: paid)
        guard points != .zero else { return nil }
        return Earning(
            rule: spend.rule, points: points,
            text: Phrase(
                .pointsForSpend,
                ["paid": .money(paid, currency), "points": .points(points), "step": .points(rate.points), "per": .money(rate.per, currency)]))
    }

    /// The extra of the day, once even when birthday and festival fall together (RULES 10.16).
    fileprivate func extraDiscount(for member: Member, on day: Day) -> (rate: PayRate, reason: PhraseKey, festival: Wording?)? {
        guard let extra, let rate = extra.rate.value else { return nil }
        if let birthday = member.profile.birthday, extra.birthday.isKept(birthday: birthday, on: day) { return (rate, .extraOnBirthday, nil) }
        if let festival = extra.festivals.value?.first(where: { $0.falls(on: day) }) { return (rate, .extraOnFestival, festival.name) }
        return nil
    }

    fileprivate func membershipNotes(_ standing: Standing) -> [Note] {
        guard !standing.isActive, let fee = membership.fee else { return [] }
        return [Note(rule: fee.rule, line: nil, text: Phrase(.membershipUnpaid))]
    }

    fileprivate func neededApproval(_ results: [LinePricing.Result]) -> NeededApproval? {
        let amount = results.reduce(.zero) { $0 + $1.awaiting }
        guard amount != .zero, let benefit = discount?.approval, let rule = discount?.approvalRule else { return nil }
        return NeededApproval(benefit: benefit, amount: amount, rule: rule)
    }

    fileprivate func approvalNotes(_ needed: NeededApproval?, approval: Approval) -> [Note] {
        guard let needed else { return [] }
        var notes = [Note(rule: needed.rule, line: nil, text: Phrase(.needsApproval, ["amount": .money(needed.amount, currency)]))]
        if case .lacking(let reason) = approval { notes.append(Note(rule: needed.rule, line: nil, text: Phrase(reason))) }
        return notes
    }
}
