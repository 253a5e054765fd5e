internal import GRDB
internal import LoyaltyModel

/// The accounts that one batch of writers knows as they stand inside its transaction; they reach the cache when its commit is on disk.
final class BatchAccounts {
    /// What is known of an account: its state, or that it has to be read again.
    enum Knowledge {
        case current(MemberAccount)
        case stale
    }

    let cache: AccountCache
    private(set) var known: [MemberID: Knowledge] = [:]
    private var revisions: [MemberID: Int] = [:]

    init(cache: AccountCache) { self.cache = cache }

    /// Takes over what a body that is to be committed knows.
    func merge(_ accounts: [MemberID: Knowledge]) { known.merge(accounts) { _, new in new } }

    /// Notes the revisions that the commit will make true.
    func note(revisionsIn db: Database) throws {
        for member in known.keys { revisions[member] = try SQLiteView.revision(of: member, in: db) }
    }

    /// Hands the accounts to the cache, once the commit is on disk.
    func publish() {
        for (member, knowledge) in known {
            if case .current(let account) = knowledge, let revision = revisions[member] { cache.keep(account, at: revision) }
        }
    }
}
