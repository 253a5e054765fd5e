public import LoyaltyModel

/// Where a member stands: what every screen shows and what prices a ticket.
public struct Standing: Sendable, Hashable {
    /// The tier; `none` below the first.
    public let tier: TierID
    /// What made it; nil below the first.
    public let reason: TierLadder.Reason?
    /// The balance.
    public let points: Points
    /// Points that wait for the first purchase that counts.
    public let waiting: Points
    /// Recruits that count.
    public let recruits: Int
    /// Gifts the member is entitled to.
    public let gifts: Int
}

extension MemberAccount {
    /// Where the member stands by what has been posted.
    public func standing(under book: ProgrammeBook) -> Standing {
        let programme = book.current
        let recruits = countedRecruits(under: programme)
        let place = programme.ladder.standing(points: points, recruits: recruits)
        let earnsGift = programme.recruiting?.gift.map { recruits >= $0.recruits } ?? false
        return Standing(
            tier: place?.tier.id ?? .none, reason: place?.reason, points: points, waiting: waitingPoints(under: book), recruits: recruits,
            gifts: earnsGift ? 1 : 0)
    }

    /// How many of the member's own recruits count: direct ones only (A-SH-2), without those whose purchases are all back in time (A-SH-7).
    func countedRecruits(under programme: Programme) -> Int {
        guard let recruiting = programme.recruiting else { return 0 }
        return member.recruits.count { !recruiting.isReversed($0, calendar: programme.calendar) }
    }
}

extension Recruiting {
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
