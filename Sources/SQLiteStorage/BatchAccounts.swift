internal import GRDB
internal import LoyaltyModel

/// What one batch of writers knows of accounts as they stand inside its transaction; it reaches the caches when its commit is on disk.
final class BatchAccounts {
    /// What is known: the state it is in, or that it has to be read again.
    enum Knowledge<Value> {
        case current(Value)
        case stale
    }

    /// The last record of the journal.
    struct Head {
        let number: Int
        /// Nil before the first.
        let seal: [UInt8]?
    }

    let caches: AccountCaches
    /// The last record inside the transaction; nil while nobody has asked.
    private(set) var head: Head?
    private(set) var accounts: [MemberID: Knowledge<MemberAccount>] = [:]
    private(set) var outlines: [MemberID: Knowledge<AccountOutline>] = [:]
    private var revisions: [MemberID: Int] = [:]

    /// `head` is the last record, where it is known.
    init(caches: AccountCaches, head: Head? = nil) {
        self.caches = caches
        self.head = head
    }

    /// Takes over what a body that is to be committed knows.
    func merge(_ accounts: [MemberID: Knowledge<MemberAccount>], _ outlines: [MemberID: Knowledge<AccountOutline>], _ head: Head?) {
        self.head = head ?? self.head
        self.accounts.merge(accounts) { _, new in new }
        self.outlines.merge(outlines) { _, new in new }
    }

    /// Notes the revisions that the commit will make true.
    func note(revisionsIn db: Database) throws {
        for (member, knowledge) in accounts where !knowledge.isStale { revisions[member] = try SQLiteView.revision(of: member, in: db) }
        for (member, knowledge) in outlines where !knowledge.isStale && revisions[member] == nil {
            revisions[member] = try SQLiteView.revision(of: member, in: db)
        }
    }

    /// Hands what is known to the caches, once the commit is on disk.
    func publish() {
        for (member, knowledge) in accounts {
            if case .current(let account) = knowledge, let revision = revisions[member] { caches.accounts.keep(account, of: member, at: revision) }
        }
        for (member, knowledge) in outlines {
            if case .current(let outline) = knowledge, let revision = revisions[member] { caches.outlines.keep(outline, of: member, at: revision) }
        }
    }
}

extension BatchAccounts.Knowledge {
    /// Whether it has to be read again.
    var isStale: Bool { if case .stale = self { true } else { false } }
}
