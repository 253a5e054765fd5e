internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

/// What can be asked and changed inside one savepoint of a batch.
final class SQLiteTransaction: SQLiteView {
    private let batch: BatchAccounts
    private var mine: [MemberID: BatchAccounts.Knowledge] = [:]

    init(db: Database, known: BatchAccounts) {
        batch = known
        super.init(db: db, accounts: known.cache)
    }

    /// The account with the changes of this body and of those before it in the batch.
    override func account(of id: MemberID) throws -> MemberAccount? {
        if case .current(let account) = mine[id] ?? batch.known[id] { return account }
        return try asking {
            guard let revision = try Self.revision(of: id, in: db) else { return nil }
            let account = try accounts.account(of: id, at: revision) ?? load(id)
            if let account { mine[id] = .current(account) }
            return account
        }
    }

    /// Carries a change into the account, if it is known; `change` says whether it could.
    func update(_ id: MemberID, _ change: (inout MemberAccount) -> Bool) {
        guard case .current(var account) = mine[id] ?? batch.known[id] else { return }
        mine[id] = .stale
        if change(&account) { mine[id] = .current(account) }
    }

    /// Hands what this body knows to its batch; called when its savepoint is to stand.
    func keepKnownAccounts() { batch.merge(mine) }

    /// Runs a statement that changes rows.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try asking { try db.cachedStatement(sql: sql).execute(arguments: arguments) }
    }
}
