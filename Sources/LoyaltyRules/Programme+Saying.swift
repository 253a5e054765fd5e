public import LoyaltyModel

extension Programme {
    /// What the cashier says before taking payment: who this is, the balance, the tier (CL-1, CL-12a, TI-03).
    public func sayBefore(to member: Member, standing: Standing) -> [Phrase] {
        var phrases: [Phrase] = []
        if let name = member.profile.address ?? member.profile.name { phrases.append(Phrase(.sayWelcome, ["name": .name(name)])) }
        let tier = PhraseValue.words(ladder.name(of: standing.tier))
        phrases.append(Phrase(.sayBalance, ["points": .points(standing.points), "tier": tier]))
        if standing.waiting != .zero { phrases.append(Phrase(.sayBalanceWaiting, ["points": .points(standing.waiting)])) }
        return phrases
    }

    /// What the cashier says after payment: the bonus, the balance, a new tier, goodbye by name (CL-10, CL-12c).
    public func sayAfter(to member: Member, earned: Points, before: Standing, after: Standing) -> [Phrase] {
        var phrases = [
            Phrase(.sayEarned, ["points": .points(earned)]),
            Phrase(.sayNewBalance, ["points": .points(after.points)]),
        ]
        if let reached = ladder.steps(from: before.tier, to: after.tier).last { phrases.append(Phrase(.sayTierReached, ["tier": .words(reached.name)])) }
        if let name = member.profile.address ?? member.profile.name { phrases.append(Phrase(.sayThanks, ["name": .name(name)])) }
        return phrases
    }
}
