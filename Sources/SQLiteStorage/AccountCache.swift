internal import LoyaltyModel
internal import Synchronization

/// What was made of accounts last, each with the revision it stands for. Only what is committed comes in here.
///
/// Two generations: when the younger is full it becomes the older, and what is asked for again moves back. So what is used stays, at the cost of
/// two dictionaries.
final class AccountCache<Value: Sendable>: Sendable {
    private struct Kept {
        let revision: Int
        let value: Value
        let weight: Int
    }

    private struct Generations {
        var young: [MemberID: Kept] = [:]
        var old: [MemberID: Kept] = [:]
        var weight = 0
    }

    /// How much a generation holds, in what `weigh` counts.
    private let capacity: Int
    private let weigh: @Sendable (Value) -> Int
    private let generations = Mutex(Generations())

    init(capacity: Int, weigh: @escaping @Sendable (Value) -> Int) {
        self.capacity = capacity
        self.weigh = weigh
    }

    /// The value, if it is kept as it is at `revision`.
    func value(of member: MemberID, at revision: Int) -> Value? {
        generations.withLock { generations in
            if let kept = generations.young[member] { return kept.revision == revision ? kept.value : nil }
            guard let kept = generations.old[member], kept.revision == revision else { return nil }
            keep(kept, of: member, in: &generations)
            return kept.value
        }
    }

    /// Keeps a value, unless that of a later revision is kept already.
    func keep(_ value: Value, of member: MemberID, at revision: Int) {
        let kept = Kept(revision: revision, value: value, weight: weigh(value))
        generations.withLock { generations in
            if let kept = generations.young[member], kept.revision > revision { return }
            keep(kept, of: member, in: &generations)
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

/// What a store keeps at hand of accounts: whole ones, and outlines, of which many more find room.
struct AccountCaches: Sendable {
    let accounts: AccountCache<MemberAccount>
    let outlines: AccountCache<AccountOutline>

    /// Room for `weight` sales, moves, requests and dealings, some 60 MB for 60 000; and for `outlines` outlines of some kilobyte each.
    init(weight: Int = 60_000, outlines: Int = 60_000) {
        accounts = AccountCache(capacity: weight) { 1 + $0.sales.count + $0.posted.count + $0.requests.count + $0.dealings.count }
        self.outlines = AccountCache(capacity: outlines) { 1 + ($0.member.recruits.count + $0.member.introductions.count + $0.dealings.count) / 4 }
    }
}
