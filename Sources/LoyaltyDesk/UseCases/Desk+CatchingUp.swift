public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// How far catching up has come.
    public struct CatchUp: Sendable, Hashable {
        /// The last member seen; nil when there was none left.
        public let last: MemberID?
        /// Members seen.
        public let seen: Int
        /// Members for whom something was posted.
        public let posted: Int
    }

    /// What has fallen due for some members, worked out beside the writers: it is posted as it is for whoever has not changed until then.
    private struct Dues: Sendable {
        let last: MemberID?
        let seen: Int
        let drafts: [(member: MemberID, drafts: [EntryDraft])]
        let revisions: [MemberID: Int]
    }

    /// Posts what has fallen due by `instant` for the members after `member`, at most `limit` of them: deductions for staying away.
    ///
    /// A run that comes late, twice, or in whatever order posts the same entries: each is known by the member, the last service and the month.
    public func catchUp(after member: MemberID?, limit: Int, at instant: Instant) async throws -> CatchUp {
        guard programme.inactivity != nil else { return CatchUp(last: nil, seen: 0, posted: 0) }
        return try await post(dues(after: member, limit: limit, at: instant), at: instant)
    }

    private func dues(after member: MemberID?, limit: Int, at instant: Instant) async throws -> Dues {
        try await store.read { view in
            let accounts = try view.accounts(after: member, limit: limit)
            let drafts = accounts.map { ($0.member.id, $0.reconciliation(under: self.book, at: instant, cause: nil)) }.filter { !$0.1.isEmpty }
            return Dues(
                last: accounts.last?.member.id, seen: accounts.count, drafts: drafts, revisions: try view.revisions(of: drafts.map(\.0)))
        }
    }

    private func post(_ dues: Dues, at instant: Instant) async throws -> CatchUp {
        guard !dues.drafts.isEmpty else { return CatchUp(last: dues.last, seen: dues.seen, posted: 0) }
        return try await store.write { transaction in
            let revisions = try transaction.revisions(of: dues.drafts.map(\.member))
            let posted = try dues.drafts.count { member, drafts in
                guard revisions[member] != nil, revisions[member] == dues.revisions[member] else {
                    return try self.postDues(of: self.account(member, in: transaction), at: instant, in: transaction)
                }
                _ = try self.post(.caughtUp(member), drafts, at: instant, by: nil, in: transaction)
                return true
            }
            return CatchUp(last: dues.last, seen: dues.seen, posted: posted)
        }
    }

    /// Posts what has fallen due for one member.
    func settle(_ id: MemberID, at instant: Instant) async throws {
        let isDue = try await store.read { view in
            try self.account(id, in: view).reconciliation(under: self.book, at: instant, cause: nil).isEmpty == false
        }
        if isDue { _ = try await store.write { try self.postDues(of: self.account(id, in: $0), at: instant, in: $0) } }
    }

    /// Whether anything had to be posted.
    private func postDues(of account: MemberAccount, at instant: Instant, in transaction: any StoreTransaction) throws -> Bool {
        let drafts = account.reconciliation(under: book, at: instant, cause: nil)
        guard !drafts.isEmpty else { return false }
        _ = try post(.caughtUp(account.member.id), drafts, at: instant, by: nil, in: transaction)
        return true
    }

    /// Posts everything that has fallen due by `instant`, `batch` members to a transaction, so that tills are not kept waiting.
    ///
    /// `progress` is told how many of all members have been seen.
    public func catchUp(at instant: Instant, batch: Int = 200, progress: @Sendable (_ seen: Int, _ all: Int) -> Void = { _, _ in }) async throws -> Int {
        guard programme.inactivity != nil else { return 0 }
        let all = try await store.read { try $0.memberCount() }
        var seen = 0
        var posted = 0
        var dues = try await dues(after: nil, limit: batch, at: instant)
        while let last = dues.last, !Task.isCancelled {
            // The next stretch is worked out while this one is written.
            async let next = self.dues(after: last, limit: batch, at: instant)
            let step = try await post(dues, at: instant)
            seen += step.seen
            posted += step.posted
            progress(seen, max(all, seen))
            dues = try await next
        }
        return posted
    }

    /// Members whose ladder is at its end: the text says nothing of what comes then, so the owner decides (A-TI-3).
    public func exhausted(after member: MemberID?, limit: Int, at instant: Instant) async throws -> (members: [MemberID], last: MemberID?) {
        guard let ladder = programme.inactivity, ladder.afterLast == .stop else { return ([], nil) }
        return try await store.read { view in
            let members = try view.members(after: member, limit: limit)
            let ended = try members.filter { id in
                guard let account = try view.account(of: id) else { return false }
                return account.nextDeduction(under: self.book, after: instant) == nil
            }
            return (ended, members.last)
        }
    }
}
