import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    func account(_ id: MemberID, in view: any StoreView) throws -> MemberAccount {
        guard let account = try view.account(of: id) else { throw Trouble(.memberUnknown, field: "member") }
        return account
    }

    func memberAnswer(_ id: MemberID, in view: any StoreView, _ context: DeskContext) throws -> MemberAnswer {
        try memberAnswer(account(id, in: view), in: view, context)
    }

    func memberAnswer(_ account: MemberAccount, in view: any StoreView, _ context: DeskContext) throws -> MemberAnswer {
        let speech = Speech(context.language, programme: programme)
        let standing = account.standing(under: book, at: context.at)
        let card = try view.cards(of: account.member.id).first { $0.state == .valid }
        let isFirst = try isFirstVisit(of: account, in: view)
        let suggestions = spendSuggestions(for: standing.usable, on: day(of: context), speech)
        return MemberAnswer(
            member: account.member.id, name: account.member.profile.name, address: account.member.profile.address,
            profileComplete: account.member.profileCompletedAt != nil, card: card.map { CardAnswer($0) }, points: standing.points, pending: standing.pending,
            waiting: standing.waiting,
            storedValue: standing.storedValue, nextDeduction: account.nextDeduction(under: book, after: context.at),
            nextDeductionPoints: account.forecast(under: book, after: context.at).first?.points,
            paidThrough: account.paidThrough(under: programme),
            tier: speech.tier(standing.tier), tierReason: standing.reason?.rawValue, nextTier: nextTier(after: standing, speech),
            recruits: standing.recruits, gifts: standing.gifts,
            benefits: programme.benefits(of: standing).map {
                BenefitAnswer(id: $0.id, name: speech($0.name), isRequested: $0.isRequested)
            },
            isFirstVisit: isFirst,
            sayBefore: try programme.sayBefore(to: account.member, standing: standing).map { speech($0) }
                + deskLines(at: [isFirst ? .firstVisit : .arrival], to: account.member.id, on: day(of: context), in: view, speech),
            tasks: try tasks(of: account, standing: standing, card: card, speech)
                + pickUpTasks(of: account.member.id, standing, in: view, speech),
            suggestions: suggestions.isEmpty ? nil : suggestions, agreesTo: account.member.profile.agreesTo)
    }

    private func nextTier(after standing: Standing, _ speech: Speech) -> NextTierAnswer? {
        let rank = programme.ladder.rank(of: standing.tier)
        guard rank < programme.ladder.tiers.count else { return nil }
        let next = programme.ladder.tiers[rank]
        return NextTierAnswer(
            tier: speech.tier(next.id), points: next.points.value.map { $0 - standing.points }, recruits: next.recruits.map { $0 - standing.recruits },
            purchases: next.purchases?.value.map { $0 - standing.purchases })
    }

    func tierChange(from before: Standing, to after: Standing) -> TierChangeAnswer? {
        guard before.tier != after.tier else { return nil }
        let steps = programme.ladder.steps(from: before.tier, to: after.tier).map { TierChangeAnswer.Step(tier: $0.id, rule: $0.rule) }
        return TierChangeAnswer(from: before.tier, to: after.tier, reason: after.reason?.rawValue, steps: steps)
    }
}
