internal import LoyaltyModel
internal import Synchronization

/// Accounts as they were decoded last, each with the revision it stands for. Only committed ones come in here.
///
/// Two generations: when the younger is full it becomes the older, and what is asked for again moves back. So what is used stays, at the cost of
/// two dictionaries.
final class AccountCache: Sendable {
    private struct Kept {
        let revision: Int
        let account: MemberAccount

        var weight: Int { 1 + account.sales.count + account.posted.count + account.requests.count + account.dealings.count }
    }

    private struct Generations {
        var young: [MemberID: Kept] = [:]
        var old: [MemberID: Kept] = [:]
        var weight = 0
    }

    /// How many sales, moves and requests a generation holds: some 60 MB.
    private let capacity: Int
    private let generations = Mutex(Generations())

    init(capacity: Int = 60_000) { self.capacity = capacity }

    /// The account, if it is kept as it is at `revision`.
    func account(of member: MemberID, at revision: Int) -> MemberAccount? {
        generations.withLock { generations in
            if let kept = generations.young[member] { return kept.revision == revision ? kept.account : nil }
            guard let kept = generations.old[member], kept.revision == revision else { return nil }
            keep(kept, of: member, in: &generations)
            return kept.account
        }
    }

    /// Keeps an account, unless a later revision of it is kept already.
    func keep(_ account: MemberAccount, at revision: Int) {
        generations.withLock { generations in
            if let kept = generations.young[account.member.id], kept.revision > revision { return }
            keep(Kept(revision: revision, account: account), of: account.member.id, in: &generations)
        }
    }

    private func keep(_ kept: Kept, of member: MemberID, in generations: inout Generations) {
        generations.weight += kept.weight - (generations.young[member]?.weight ?? 0)
        generations.young[member] = kept
        guard generations.weight > capacity else { return }
        generations.old = generations.young
        generations.young = [:]
        generations.weight = 0
    }
}
