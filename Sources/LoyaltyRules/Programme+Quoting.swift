public import LoyaltyModel

extension ProgrammeBook {
    /// Prices `ticket` for a member, or for a visitor without a card, at `instant`. The tier is the one before the ticket's own points (A-KM-13).
    ///
    /// Refuses points that the member has not, or that the lines cannot take, and a deposit that is too small. An approval that takes nothing off is not
    /// used: it stays for another sale (RULES 10.4).
    ///
    /// `cardTier` is the tier printed on the member's card: it holds a new tier's benefits back where they begin with the exchange (A-TI-12).
    public func quote(
        _ ticket: Ticket, for account: MemberAccount?, cardTier: TierID? = nil, approval: Approval, at instant: Instant
    ) throws(Trouble) -> Quote {
        guard let account else { return try visitorQuote(ticket, at: instant) }
        return try quote(ticket, forMember: account, cardTier: cardTier, approval: approval, at: instant)
    }

    /// The same for a member of whom perhaps only the outline is known.
    public func quote(
        _ ticket: Ticket, forMember account: some BuyingAccount, cardTier: TierID? = nil, approval: Approval, at instant: Instant
    ) throws(Trouble) -> Quote {
        let programme = current
        let member = account.member
        let standing = account.standing(under: self, at: instant)
        var tier = programme.benefitTier(standing.tier, printed: cardTier)
        var (sale, results) = try sale(ticket, for: member, standing: standing, tier: tier, approval: approval, at: instant)
        if programme.pricesAfterSale {
            tier = programme.benefitTier(account.tier(with: sale, under: self, at: instant), printed: cardTier)
            (sale, results) = try self.sale(ticket, for: member, standing: standing, tier: tier, approval: approval, at: instant)
        }
        if sale.paidFrom == .storedValue { try checkDeposit(of: standing, covers: sale.total) }
        let needed = programme.neededApproval(results)
        var notes = programme.notes(results, needed: needed, approval: approval, standing)
        if approval == .granted, takenOff(results) == takenOff(price(ticket, for: member, standing: standing, tier: tier, approval: .absent, at: instant)) {
            sale.approval = nil
            if let rule = programme.discount?.approvalRule { notes.append(Note(rule: rule, line: nil, text: Phrase(.approvalUnneeded))) }
        }
        return Quote(
            sale: sale,
            notes: notes,
            willEarn: account.earned(by: sale, under: self), needsApproval: needed,
            redeemable: programme.redeemable(ticket, results: results, usable: standing.usable),
            sayBefore: programme.sayBefore(to: member, standing: standing))
    }

    /// The ticket as it would be sold at a tier.
    private func sale(
        _ ticket: Ticket, for member: Member, standing: Standing, tier: TierID, approval: Approval, at instant: Instant
    ) throws(Trouble) -> (sale: Sale, results: [LinePricing.Result]) {
        let results = price(ticket, for: member, standing: standing, tier: tier, approval: approval, at: instant)
        let redeemed = try current.redemptions(of: ticket, results: results, usable: standing.usable)
        let selling = LineSelling(current, isActive: standing.isActive)
        var lines: [SoldLine] = []
        lines.reserveCapacity(results.count)
        for index in results.indices { lines.append(selling.soldLine(ticket.lines[index], results[index], redemption: redeemed?[index] ?? .zero)) }
        return (sale(ticket, member: member.id, tier: tier, lines: lines, at: instant), results)
    }

    private func price(
        _ ticket: Ticket, for member: Member, standing: Standing, tier: TierID, approval: Approval, at instant: Instant
    ) -> [LinePricing.Result] {
        let extra = standing.isActive ? current.extraDiscount(for: member, on: current.calendar.day(of: instant)) : nil
        let stored = ticket.paidFrom == .storedValue ? current.storedValue?.rate.value : nil
        let pricing = LinePricing(programme: current, tier: tier, approval: approval, extra: extra, storedRate: stored)
        return ticket.lines.map { pricing.price($0) }
    }

    private func takenOff(_ results: [LinePricing.Result]) -> Money {
        results.reduce(.zero) { $1.adjustments.reduce($0) { $0 + $1.amount } }
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

    /// Whether the tier that the purchase's own points lead to prices it (A-KM-13).
    var pricesAfterSale: Bool { discount?.pricedBy == .afterSale }
}

extension SoldLine {
    init(_ line: TicketLine, _ result: LinePricing.Result, earning: Earning?, redemption: Earning?) {
        self.init(
            id: line.id, sku: line.sku, category: line.category, flags: line.flags, quantity: line.quantity, list: line.list,
            adjustments: result.adjustments, rounding: result.rounding, earning: earning, redemption: redemption)
    }
}

extension Programme {
    /// The extra of the day, once even when birthday and festival fall together (RULES 10.16).
    fileprivate func extraDiscount(for member: Member, on day: Day) -> (rate: PayRate, reason: PhraseKey, festival: Wording?)? {
        guard let extra, let rate = extra.rate.value else { return nil }
        if let birthday = member.profile.birthday, extra.birthday.isKept(birthday: birthday, on: day) { return (rate, .extraOnBirthday, nil) }
        if let festival = extra.festivals.value?.first(where: { $0.falls(on: day) }) { return (rate, .extraOnFestival, festival.name) }
        return nil
    }

    /// What stands beside the lines, then what stands beside the ticket.
    fileprivate func notes(_ results: [LinePricing.Result], needed: NeededApproval?, approval: Approval, _ standing: Standing) -> [Note] {
        var notes: [Note] = []
        for result in results where !result.notes.isEmpty { notes += result.notes }
        if let needed {
            notes.append(Note(rule: needed.rule, line: nil, text: Phrase(.needsApproval, ["amount": .money(needed.amount, currency)])))
            if case .lacking(let reason) = approval { notes.append(Note(rule: needed.rule, line: nil, text: Phrase(reason))) }
        }
        if !standing.isActive, let fee = membership.fee { notes.append(Note(rule: fee.rule, line: nil, text: Phrase(.membershipUnpaid))) }
        return notes
    }

    fileprivate func neededApproval(_ results: [LinePricing.Result]) -> NeededApproval? {
        let amount = results.reduce(.zero) { $0 + $1.awaiting }
        guard amount != .zero, let benefit = discount?.approval, let rule = discount?.approvalRule else { return nil }
        return NeededApproval(benefit: benefit, amount: amount, rule: rule)
    }
}
