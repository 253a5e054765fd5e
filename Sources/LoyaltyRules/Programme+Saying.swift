public import LoyaltyModel

extension Programme {
    /// What the cashier says before taking payment: who this is, the balance, the tier, what is on deposit (CL-1, CL-12a, TI-03, SH-01).
    public func sayBefore(to member: Member, standing: Standing) -> [Phrase] {
        var phrases: [Phrase] = []
        if let name = member.profile.address ?? member.profile.name { phrases.append(Phrase(.sayWelcome, ["name": .name(name)])) }
        let tier = ladder.name(of: standing.tier)
        phrases.append(hasPoints ? .sayBalance(standing.points, tier: tier) : Phrase(.sayTier, ["tier": .words(tier)]))
        if standing.waiting != .zero { phrases.append(Phrase(.sayBalanceWaiting, ["points": .points(standing.waiting)])) }
        if standing.storedValue != .zero { phrases.append(Phrase(.sayDeposit, ["amount": .money(standing.storedValue, currency)])) }
        return phrases
    }

    /// What the cashier says after payment: the bonus and when it can be used, the balance, a new tier, goodbye by name (CL-10, CL-12c, A-CL-3).
    public func sayAfter(to member: Member, earned: Points, soldOn day: Day, before: Standing, after: Standing) -> [Phrase] {
        var phrases: [Phrase] = []
        if hasPoints {
            if let days = earning.pendingDays.value, days > 0, earned != .zero {
                phrases.append(Phrase(.sayEarnedLater, ["points": .points(earned), "day": .day(Day(serial: day.serial + days))]))
            } else {
                phrases.append(Phrase(.sayEarned, ["points": .points(earned)]))
            }
            phrases.append(Phrase(.sayNewBalance, ["points": .points(after.points)]))
        }
        if let reached = ladder.steps(from: before.tier, to: after.tier).last { phrases.append(Phrase(.sayTierReached, ["tier": .words(reached.name)])) }
        if let name = member.profile.address ?? member.profile.name { phrases.append(Phrase(.sayThanks, ["name": .name(name)])) }
        return phrases
    }
}

extension Programme {
    /// Whether anything in the table gives points: a club without them does not speak of any.
    public var hasPoints: Bool { digest.hasPoints }
}
