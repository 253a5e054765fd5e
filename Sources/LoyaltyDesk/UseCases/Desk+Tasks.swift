import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// What is to be done next for the member: a card to exchange or to issue, a gift to hand out, a fee to take.
    func tasks(of account: some AccountFacts, standing: Standing, card: Card?, _ speech: Speech) -> [TaskAnswer] {
        cardTasks(standing: standing, card: card, speech) + giftTasks(of: account, standing: standing, speech) + feeTasks(standing: standing, speech)
    }

    private func cardTasks(standing: Standing, card: Card?, _ speech: Speech) -> [TaskAnswer] {
        guard let card, let due = programme.due(for: card, of: standing.tier) else { return [] }
        let tier = PhraseValue.words(programme.ladder.name(of: standing.tier))
        let printed = PhraseValue.words(programme.ladder.name(of: card.tier))
        return switch due {
        case .firstCard: [TaskAnswer(kind: .firstCard, text: speech(Phrase(.taskFirstCard, ["tier": tier])))]
        case .successor: [TaskAnswer(kind: .reissueCard, text: speech(Phrase(.taskReissueCard, ["tier": tier])))]
        case .exchange: [TaskAnswer(kind: .exchangeCard, text: speech(Phrase(.taskExchangeCard, ["from": printed, "tier": tier])))]
        case .tierFallen: [TaskAnswer(kind: .tierFallen, text: speech(Phrase(.taskTierFallen, ["card": printed, "tier": tier])))]
        }
    }

    private func giftTasks(of account: some AccountFacts, standing: Standing, _ speech: Speech) -> [TaskAnswer] {
        var gifts: [(name: Wording, reason: GiftRequest.Reason)] = []
        if let gift = programme.recruiting?.gift {
            gifts += Array(repeating: (gift.name, .recruits), count: account.recruitingGifts(recruits: standing.recruits, under: programme))
        }
        let owed = standing.gifts - gifts.count
        if owed > 0, let gift = programme.desk.intake.compactMap(\.gift).first { gifts += Array(repeating: (gift, .suggestion), count: owed) }
        return gifts.map { gift in
            TaskAnswer(kind: .gift, text: speech(Phrase(.taskGift, ["gift": .words(gift.name)])), subject: gift.reason.rawValue)
        }
    }

    private func feeTasks(standing: Standing, _ speech: Speech) -> [TaskAnswer] {
        guard !standing.isActive, let fee = programme.membership.fee, let amount = fee.amount.value else { return [] }
        let values: PhraseValues = ["fee": .words(fee.name), "amount": .money(amount, programme.currency)]
        return [TaskAnswer(kind: .payFee, text: speech(Phrase(.taskPayFee, values)))]
    }

    /// Whose card it is, where it may not be lent (SA-08), and whether it was used at another till a moment ago.
    func holderTasks(of account: any BuyingAccount, ticket: Sale, at instant: Instant, _ speech: Speech) -> [TaskAnswer] {
        guard programme.card.holderRule != nil else { return [] }
        var tasks: [TaskAnswer] = []
        if let name = account.member.profile.name {
            tasks.append(TaskAnswer(kind: .checkHolder, text: speech(Phrase(.taskCheckHolder, ["name": .name(name)]))))
        }
        guard let minutes = programme.card.twoPlacesMinutes.value, let register = ticket.place?.register,
            let last = account.lastPlace(besides: ticket.ticket), last.register != register
        else { return tasks }
        let ago = (instant.milliseconds - last.at.milliseconds) / 60_000
        guard (0...minutes).contains(ago) else { return tasks }
        tasks.append(TaskAnswer(kind: .usedElsewhere, text: speech(Phrase(.taskUsedElsewhere, ["register": .name(last.register), "minutes": .count(ago)]))))
        return tasks
    }
}
