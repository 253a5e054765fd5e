import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import LoyaltyWording

extension Desk {
    /// What a member sees of the account at a screen of the members' own.
    ///
    /// A slip in a number, a code that the club has not printed and a payment card are refused before the store is asked. Every other number costs the same
    /// look at the store and gets the same answer, `card_not_shown`, unless it is a valid card's: so nobody learns from it which numbers there are, and which
    /// of them were replaced or lost. A telephone number opens nothing.
    public func kioskAccount(_ request: IdentifyRequest, _ context: DeskContext) async throws -> KioskAnswer {
        try await store.read { view in
            let id = try self.memberAtKiosk(presenting: request, in: view)
            return try self.kioskAnswer(self.account(id, in: view), in: view, context)
        }
    }

    /// The statement of the member who presents a card at the kiosk, with the name masked.
    public func kioskStatement(_ request: IdentifyRequest, _ context: DeskContext) async throws -> (StatementAnswer, MemberAnswer) {
        let id = try await store.read { try self.memberAtKiosk(presenting: request, in: $0) }
        var member = try await member(id, context)
        member.name = member.name.map { MaskedName($0).text }
        return (try await statement(of: id, context), member)
    }

    private func memberAtKiosk(presenting request: IdentifyRequest, in view: any StoreView) throws -> MemberID {
        let number = try readNumber(in: request.value, entry: request.entry == .phone ? .keyed : request.entry)
        let objection = programme.numbers.objection(to: number)
        if objection == .checkDigitWrong { throw Trouble(.checkDigitWrong, field: "value") }
        // A foreign number is looked up like any other, so that it takes as long.
        guard let card = try view.card(number), card.state == .valid, objection == nil else { throw Trouble(.cardNotShown, field: "value") }
        return card.member
    }
}

extension Desk {
    private func kioskAnswer(_ account: MemberAccount, in view: any StoreView, _ context: DeskContext) throws -> KioskAnswer {
        let speech = Speech(context.language, programme: programme)
        let standing = account.standing(under: book, at: context.at)
        let card = try view.cards(of: account.member.id).first { $0.state == .valid }
        let entries = try view.entries(of: account.member.id).suffix(KioskAnswer.mostEntries).reversed()
        return KioskAnswer(
            name: account.member.profile.name.map { MaskedName($0).text }, card: card?.number.description, tier: speech.tier(standing.tier),
            points: standing.points, pending: standing.pending, waiting: standing.waiting,
            storedValue: programme.storedValue == nil ? nil : standing.storedValue, gifts: standing.gifts,
            paidThrough: account.paidThrough(under: programme).map { speech.catalogue.format($0) },
            benefits: standing.isActive ? benefits(of: standing.tier, speech) : [],
            nextTier: nextAtKiosk(after: standing, speech), nextDeduction: deduction(from: account, at: context.at, speech),
            entries: entries.map { entry(EntryAnswer($0, speech), speech) }, table: programme.version)
    }

    /// The benefits of a tier and what it takes off the price; a discount that has to be requested stands with its benefit.
    private func benefits(of tier: TierID, _ speech: Speech) -> [BenefitAnswer] {
        let discount = programme.discount
        let rate = discount?[tier].map { speech(Phrase($0.rate)) }
        var given = programme.benefits.filter { $0.tiers.contains(tier) }.map { benefit in
            let name = speech(benefit.name)
            let isPriced = discount?.approval == benefit.id
            return BenefitAnswer(id: benefit.id, name: isPriced ? rate.map { "\(name) · \($0)" } ?? name : name, isRequested: benefit.isRequested)
        }
        if let rate, !given.contains(where: { $0.id == discount?.approval }) {
            given.insert(BenefitAnswer(id: discount?.approval ?? "discount", name: rate, isRequested: discount?.approval != nil), at: 0)
        }
        return given
    }

    private func nextAtKiosk(after standing: Standing, _ speech: Speech) -> KioskAnswer.NextTier? {
        let rank = programme.ladder.rank(of: standing.tier)
        guard rank < programme.ladder.tiers.count else { return nil }
        let next = programme.ladder.tiers[rank]
        let tier = PhraseValue.words(next.name)
        var ways: [Phrase] = []
        if let points = next.points.value { ways.append(Phrase(.kioskPointsMissing, ["points": .points(max(.zero, points - standing.points)), "tier": tier])) }
        if let recruits = next.recruits {
            ways.append(Phrase(.kioskRecruitsMissing, ["count": .count(max(0, recruits - standing.recruits)), "tier": tier]))
        }
        if let purchases = next.purchases?.value {
            let missing = max(.zero, purchases - standing.purchases)
            ways.append(Phrase(.kioskPurchasesMissing, ["amount": .money(missing, programme.currency), "tier": tier]))
        }
        guard !ways.isEmpty else { return nil }
        return KioskAnswer.NextTier(
            tier: speech.tier(next.id),
            progress: progress(of: standing.points, from: programme.ladder[standing.tier]?.points.value ?? .zero, to: next.points.value),
            ways: ways.map { speech($0) },
            benefits: benefits(of: next.id, speech).filter { !benefits(of: standing.tier, speech).contains($0) })
    }

    private func progress(of points: Points, from start: Points, to end: Points?) -> Int? {
        guard let end, end > start else { return nil }
        let (done, all) = ((points - start).count, (end - start).count)
        return min(max(0, done.multipliedOrNil(by: 100).map { $0 / all } ?? 0), 100)
    }

    private func deduction(from account: MemberAccount, at instant: Instant, _ speech: Speech) -> KioskAnswer.Deduction? {
        guard let step = account.forecast(under: book, after: instant).first(where: { $0.points < .zero }) else { return nil }
        let points = .zero - step.points
        return KioskAnswer.Deduction(
            date: step.date, points: points, text: speech(Phrase(.kioskDeduction, ["points": .points(points), "day": .day(step.date)])))
    }

    private func entry(_ entry: EntryAnswer, _ speech: Speech) -> KioskAnswer.Entry {
        let day = programme.calendar.day(of: entry.effective)
        return KioskAnswer.Entry(date: day, day: speech.catalogue.format(day), text: entry.text, points: entry.points, amount: entry.amount)
    }
}

extension Phrase {
    /// What a tier's rate means to the member.
    fileprivate init(_ rate: TierDiscount.Rate) {
        switch rate {
        case .off(let rate): self.init(.kioskTakesOff, ["rate": .reduction(rate)])
        case .pays(let rate): self.init(.kioskPays, ["rate": .payment(rate)])
        }
    }
}
