import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension MemberAccount {
    /// The account as it was at `instant`, with nothing posted. What came back later counts as never sold.
    func known(at instant: Instant) -> MemberAccount {
        var account = self
        account.sales.removeAll { $0.at > instant }
        account.posted = [:]
        account.dealings.removeAll { $0.at > instant }
        if let completed = member.profileCompletedAt, completed > instant { account.member.profileCompletedAt = nil }
        account.member.recruits.removeAll { $0.joinedAt > instant }
        account.member.introductions.removeAll { $0.joinedAt > instant }
        for index in account.member.introductions.indices { account.member.introductions[index].services.removeAll { $0.occurredAt > instant } }
        return account
    }

    /// The tier at each of `instants`, in order of time; nil before the member joined.
    func tiers(at instants: [Instant], under book: ProgrammeBook) -> [TierID?] {
        let moments = self.moments
        let waitsForNothing = !book.current.tierMovesByItself
        var tiers: [TierID?] = []
        for (index, instant) in instants.enumerated() {
            if waitsForNothing, index > 0, let last = tiers.last ?? nil, !moments.contains(where: { $0 > instants[index - 1] && $0 <= instant }) {
                tiers.append(last)
            } else {
                let hasJoined = member.enrolment.at <= instant
                tiers.append(hasJoined ? known(at: instant).settled(under: book, at: instant).standing(under: book, at: instant).tier : nil)
            }
        }
        return tiers
    }

    /// When anything happened that a tier may hang on.
    private var moments: [Instant] {
        var moments = [member.enrolment.at] + sales.map(\.at) + dealings.map(\.at)
        if let completed = member.profileCompletedAt { moments.append(completed) }
        moments += member.recruits.flatMap { [$0.joinedAt] + $0.purchases.compactMap(\.returnedAt) }
        moments += member.introductions.flatMap { [$0.joinedAt] + $0.services.map(\.occurredAt) }
        return moments
    }
}

extension Programme {
    /// Whether a tier can change on a day on which nothing happens.
    fileprivate var tierMovesByItself: Bool {
        inactivity != nil || membership.fee != nil || ladder.demotion != .atOnce || ladder.tiers.contains { $0.purchases != nil } || recruiting != nil
    }
}
