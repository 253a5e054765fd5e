public import LoyaltyModel

/// Where a member stands: what every screen shows and what prices a ticket.
public struct Standing: Sendable, Hashable {
    /// The tier; `none` below the first, and while the membership is not paid for.
    public let tier: TierID
    /// What made it; nil below the first.
    public let reason: TierLadder.Reason?
    /// The balance.
    public let points: Points
    /// The part of the balance that cannot be spent yet (A-CL-3).
    public let pending: Points
    /// Points that wait for the first purchase that counts.
    public let waiting: Points
    /// Money on deposit.
    public let storedValue: Money
    /// What was bought in the agreement year, net of returns; zero where no tier hangs on it.
    public let purchases: Money
    /// Recruits that count.
    public let recruits: Int
    /// Gifts the member is entitled to and has not been handed.
    public let gifts: Int
    /// Whether the membership is paid for; true where it is free.
    public let isActive: Bool

    /// What can be spent now.
    public var usable: Points { max(.zero, points - pending) }
}

extension MemberAccount {
    /// Where the member stands at `instant`. What staying away has cost counts from its day, whether it has been posted yet or not.
    public func standing(under book: ProgrammeBook, at instant: Instant) -> Standing {
        let programme = book.current
        let digest = programme.digest
        let timeline = digest.needsTimeline ? timeline(under: book, at: instant) : nil
        let points = digest.hasLadder ? timeline?.balances.last ?? .zero : points
        let recruits = countedRecruits(under: programme)
        let purchases = purchasesOfYear(under: programme, at: instant)
        let isActive = isPaidFor(under: programme, at: instant)
        let reached = programme.tierReached(points: points, recruits: recruits, purchases: purchases)
        let held = timeline.flatMap { heldTier($0, under: programme, at: instant) }
        let place = higher(reached, held, in: programme.ladder)
        return Standing(
            tier: isActive ? place?.tier.id ?? .none : .none, reason: isActive ? place?.reason : nil, points: points,
            pending: min(pendingPoints(under: programme, at: instant), max(.zero, points)), waiting: waitingPoints(under: book), storedValue: storedValue,
            purchases: purchases,
            recruits: recruits, gifts: openGifts(recruits: recruits, under: programme), isActive: isActive)
    }

    /// The tier that no fall has taken yet, where falls are not at once (A-TI-7).
    private func heldTier(_ timeline: PointsTimeline, under programme: Programme, at instant: Instant) -> (tier: TierLadder.Tier, reason: TierLadder.Reason)? {
        let ladder = programme.ladder
        guard ladder.demotion != .atOnce else { return nil }
        let reviewed = ladder.demotion == .yearlyReview ? lastReview(under: programme, at: instant) : Instant(milliseconds: .min)
        var highest: Points?
        for (move, balance) in zip(timeline.moves, timeline.balances) {
            // The balance with which the member came to the review counts too, but no earlier one.
            if move.effective <= reviewed { highest = balance } else { highest = max(highest ?? balance, balance) }
        }
        return highest.flatMap { ladder.standing(points: $0, recruits: 0) }
    }

    /// The last anniversary of joining.
    private func lastReview(under programme: Programme, at instant: Instant) -> Instant {
        let calendar = programme.calendar
        let joined = calendar.day(of: member.enrolment.at)
        let years = calendar.years(from: joined, to: calendar.day(of: instant))
        return years < 1 ? Instant(milliseconds: .min) : calendar.start(of: calendar.adding(years: years, to: joined))
    }

    private func higher(
        _ one: (tier: TierLadder.Tier, reason: TierLadder.Reason)?, _ other: (tier: TierLadder.Tier, reason: TierLadder.Reason)?, in ladder: TierLadder
    ) -> (tier: TierLadder.Tier, reason: TierLadder.Reason)? {
        guard let one, let other else { return one ?? other }
        return ladder.rank(of: other.tier.id) > ladder.rank(of: one.tier.id) ? other : one
    }

    /// What sales earned within the days of waiting (A-CL-3).
    private func pendingPoints(under programme: Programme, at instant: Instant) -> Points {
        let days = programme.digest.pendingDays
        guard days > 0 else { return .zero }
        let today = programme.calendar.day(of: instant)
        return sales.reduce(.zero) { sum, sale in
            guard !sale.isClaimed, programme.calendar.day(of: sale.occurredAt).serial + days > today.serial else { return sum }
            return sale.lines.reduce(sum) { $0 + $1.standingPoints }
        }
    }
}

extension AccountFacts {
    func openGifts(recruits: Int, under programme: Programme) -> Int {
        guard !dealings.isEmpty else { return recruitingGifts(recruits: recruits, under: programme) }
        let adopted = dealings.count { if case .suggestionAdopted = $0.kind { true } else { false } }
        let handed = dealings.count { $0.kind == .suggestionGift }
        return recruitingGifts(recruits: recruits, under: programme) + max(0, adopted - handed)
    }

    /// How many recruiting gifts are earned and not handed out yet (SH-12, A-SH-4, RULES 10.12).
    public func recruitingGifts(recruits: Int, under programme: Programme) -> Int {
        guard recruits > 0, let recruiting = programme.recruiting, let gift = recruiting.gift, gift.recruits > 0 else { return 0 }
        let earned = recruiting.repeatsGift ? recruits / gift.recruits : min(1, recruits / gift.recruits)
        return max(0, earned - dealings.count { $0.kind == .recruitingGift })
    }

    /// How many recruits count: those of the generations that the table names (A-SH-2), without those that returned purchases take back (A-SH-7).
    func countedRecruits(under programme: Programme) -> Int {
        guard programme.digest.hasRecruiting, !member.recruits.isEmpty, let recruiting = programme.recruiting else { return 0 }
        return member.recruits.count { ($0.generation ?? 1) <= recruiting.depth && recruiting.counts($0, calendar: programme.calendar) }
    }
}

extension Programme {
    /// The tier that points, recruits or purchases reach; where a tier counts the recruits beyond those of the tier below, their numbers add up (A-SH-3).
    func tierReached(points: Points, recruits: Int, purchases: Money) -> (tier: TierLadder.Tier, reason: TierLadder.Reason)? {
        guard digest.countsBeyondTierBelow else { return ladder.standing(points: points, recruits: recruits, purchases: purchases) }
        var ladder = ladder
        var sum = 0
        for index in ladder.tiers.indices {
            sum += ladder.tiers[index].recruits ?? 0
            if ladder.tiers[index].recruits != nil { ladder.tiers[index].recruits = sum }
        }
        return ladder.standing(points: points, recruits: recruits, purchases: purchases)
    }
}

extension Recruiting {
    /// Whether a recruit counts now.
    func counts(_ recruit: Recruit, calendar: ClubCalendar) -> Bool {
        switch trigger {
        case .joining: !isReversed(recruit, calendar: calendar)
        case .firstPurchase: recruit.purchases.contains { $0.returnedAt == nil }
        }
    }

    /// Whether everything the recruit named at joining came back within the days of `reversalDays`, the last one included (RULES 10.13).
    func isReversed(_ recruit: Recruit, calendar: ClubCalendar) -> Bool {
        guard !recruit.purchases.isEmpty else { return false }
        return recruit.purchases.allSatisfy { purchase in
            guard let returnedAt = purchase.returnedAt else { return false }
            guard let days = reversalDays.value else { return true }
            return calendar.day(of: returnedAt).serial - calendar.day(of: purchase.boughtAt).serial <= days
        }
    }
}
