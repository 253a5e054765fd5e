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

    /// Posts what has fallen due by `instant` for the members after `member`, at most `limit` of them: deductions for staying away.
    ///
    /// A run that comes late, twice, or in whatever order posts the same entries: each is known by the member, the last service and the month.
    public func catchUp(after member: MemberID?, limit: Int, at instant: Instant) async throws -> CatchUp {
        guard programme.inactivity != nil else { return CatchUp(last: nil, seen: 0, posted: 0) }
        return try await store.write { transaction in
            let members = try transaction.members(after: member, limit: limit)
            let posted = try members.count { try self.postDues(of: $0, at: instant, in: transaction) }
            return CatchUp(last: members.last, seen: members.count, posted: posted)
        }
    }

    /// Posts what has fallen due for one member.
    func settle(_ id: MemberID, at instant: Instant) async throws {
        let isDue = try await store.read { view in
            try self.account(id, in: view).reconciliation(under: self.book, at: instant, cause: nil).isEmpty == false
        }
        if isDue { _ = try await store.write { try self.postDues(of: id, at: instant, in: $0) } }
    }

    /// Whether anything had to be posted.
    private func postDues(of id: MemberID, at instant: Instant, in transaction: any StoreTransaction) throws -> Bool {
        guard let account = try transaction.account(of: id) else { return false }
        let drafts = account.reconciliation(under: book, at: instant, cause: nil)
        guard !drafts.isEmpty else { return false }
        _ = try transaction.append(at: instant, fact: .caughtUp(id)) { number in
            drafts.enumerated().map { $1.entry(id: EntryID(record: number, position: $0)) }
        }
        return true
    }

    /// Posts everything that has fallen due by `instant`, `batch` members to a transaction, so that tills are not kept waiting.
    ///
    /// `progress` is told how many of all members have been seen.
    public func catchUp(at instant: Instant, batch: Int = 200, progress: @Sendable (_ seen: Int, _ all: Int) -> Void = { _, _ in }) async throws -> Int {
        guard programme.inactivity != nil else { return 0 }
        let all = try await store.read { try $0.memberCount() }
        var last: MemberID?
        var seen = 0
        var posted = 0
        repeat {
            let step = try await catchUp(after: last, limit: batch, at: instant)
            last = step.last
            seen += step.seen
            posted += step.posted
            progress(seen, max(all, seen))
        } while last != nil && !Task.isCancelled
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
