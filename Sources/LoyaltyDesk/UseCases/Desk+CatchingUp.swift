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
        /// What is due, for the places in the journal that come next if nobody else writes.
        let records: [(member: MemberID, ready: ReadyRecord)]
        let revisions: [MemberID: Int]
    }

    /// Whether members who stay away are posted to as well: deductions by the calendar, or a table that has followed another.
    public var hasDues: Bool { programme.inactivity != nil || book.hasFollowed }

    /// Posts what has fallen due by `instant` for the members after `member`, at most `limit` of them: deductions for staying away, and what a table that
    /// has followed another counts differently.
    ///
    /// A run that comes late, twice, or in whatever order posts the same entries: each is known by the member, the last service and the month.
    public func catchUp(after member: MemberID?, limit: Int, at instant: Instant) async throws -> CatchUp {
        guard hasDues else { return CatchUp(last: nil, seen: 0, posted: 0) }
        let next = try await nextRecord()
        return try await post(dues(after: member, limit: limit, at: instant, from: next), at: instant, next: next).done
    }

    /// The number of the record that comes next.
    private func nextRecord() async throws -> Int { try await store.read { try ($0.head()?.record.number ?? 0) + 1 } }

    /// What is due, made ready for the journal's places from `number` on.
    private func dues(after member: MemberID?, limit: Int, at instant: Instant, from number: Int) async throws -> Dues {
        try await store.read { view in
            let accounts = try view.accounts(after: member, limit: limit)
            var records: [(member: MemberID, ready: ReadyRecord)] = []
            for account in accounts {
                let drafts = account.reconciliation(under: self.book, at: instant, cause: nil)
                guard !drafts.isEmpty else { continue }
                let place = number + records.count
                let entries = drafts.enumerated().map { $1.entry(id: EntryID(record: place, position: $0)) }
                let id = account.member.id
                records.append((id, try ReadyRecord(number: place, at: instant, fact: .caughtUp(id), entries: entries)))
            }
            return Dues(
                last: accounts.last?.member.id, seen: accounts.count, records: records, revisions: try view.revisions(of: records.map(\.member)))
        }
    }

    /// Posts what is due; `next` is the number expected to come next, and the answer's the one that comes then.
    private func post(_ dues: Dues, at instant: Instant, next: Int) async throws -> (done: CatchUp, next: Int) {
        guard !dues.records.isEmpty else { return (CatchUp(last: dues.last, seen: dues.seen, posted: 0), next) }
        return try await store.write { transaction in
            let revisions = try transaction.revisions(of: dues.records.map(\.member))
            let posted = try dues.records.count { member, ready in
                guard revisions[member] != nil, revisions[member] == dues.revisions[member] else {
                    return try self.postDues(of: self.account(member, in: transaction), at: instant, in: transaction)
                }
                if try !transaction.append(ready) {
                    _ = try transaction.append(at: instant, fact: ready.record.fact) { ready.entries(inRecord: $0) }
                }
                return true
            }
            return (CatchUp(last: dues.last, seen: dues.seen, posted: posted), try (transaction.head()?.record.number ?? 0) + 1)
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
        guard hasDues else { return 0 }
        let all = try await store.read { try $0.memberCount() }
        var seen = 0
        var posted = 0
        var number = try await nextRecord()
        var dues = try await dues(after: nil, limit: batch, at: instant, from: number)
        while let last = dues.last, !Task.isCancelled {
            // The next stretch is worked out while this one is written.
            let place = number + dues.records.count
            async let following = self.dues(after: last, limit: batch, at: instant, from: place)
            let step = try await post(dues, at: instant, next: number)
            number = step.next
            seen += step.done.seen
            posted += step.done.posted
            progress(seen, max(all, seen))
            dues = try await following
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
