internal import Foundation
internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage

/// What can be asked and changed inside one savepoint of a batch.
final class SQLiteTransaction: SQLiteView {
    private let batch: BatchAccounts
    private var mine: [MemberID: BatchAccounts.Knowledge<MemberAccount>] = [:]
    private var outlines: [MemberID: BatchAccounts.Knowledge<AccountOutline>] = [:]
    /// The last record that this body has appended, or has asked for.
    private var head: BatchAccounts.Head?
    /// The members whose accounts this body has changed, for as long as their revisions do not count it.
    private(set) var changed: Set<MemberID> = []
    /// The sale that the last record of this body tells of, and the record's number.
    var told: (sale: Sale, record: Int)?

    init(db: Database, known: BatchAccounts) {
        batch = known
        super.init(db: db, caches: known.caches)
    }

    /// The account with the changes of this body and of those before it in the batch.
    override func account(of id: MemberID) throws -> MemberAccount? {
        if case .current(let account) = mine[id] ?? batch.accounts[id] { return account }
        try countChanges()
        return try asking {
            guard let revision = try Self.revision(of: id, in: db) else { return nil }
            let account = try caches.accounts.value(of: id, at: revision) ?? load(id)
            if let account { mine[id] = .current(account) }
            return account
        }
    }

    /// The outline as this body, or one before it in the batch, remembered it.
    override func outline(of id: MemberID) throws -> AccountOutline? {
        switch outlines[id] ?? batch.outlines[id] {
        case .current(let outline): return outline
        case .stale: return nil
        case nil: return try super.outline(of: id)
        }
    }

    override func remember(_ outline: AccountOutline) throws { outlines[outline.member.id] = .current(outline) }

    override func revisions(of members: [MemberID]) throws -> [MemberID: Int] {
        try countChanges()
        return try super.revisions(of: members)
    }

    /// Notes that an account changes. Its outline is forgotten.
    func touch(_ id: MemberID) {
        outlines[id] = .stale
        changed.insert(id)
    }

    /// Counts that accounts have changed: at the end, and before the body asks for what depends on it.
    func countChanges() throws {
        guard !changed.isEmpty else { return }
        try asking { try db.countChanges(of: changed) }
        changed = []
    }

    /// Notes that an account changes and carries it into the account, if that is known; `change` says whether it could.
    func update(_ id: MemberID, _ change: (inout MemberAccount) -> Bool) {
        touch(id)
        guard case .current(var account) = mine[id] ?? batch.accounts[id] else { return }
        mine[id] = .stale
        if change(&account) { mine[id] = .current(account) }
    }

    /// The last record of the journal; asked of the file once in a batch.
    func lastRecord() throws -> BatchAccounts.Head {
        if let head = head ?? batch.head { return head }
        let found = try rows("SELECT number, seal FROM record ORDER BY number DESC LIMIT 1") { row in
            BatchAccounts.Head(number: row[0], seal: Array(row[1] as Data))
        }.first
        return found ?? BatchAccounts.Head(number: 0, seal: nil)
    }

    /// Notes a record that was appended.
    func note(_ link: SealedRecord) { head = BatchAccounts.Head(number: link.record.number, seal: link.seal) }

    /// Hands what this body knows to its batch; called when its savepoint is to stand.
    func keepKnownAccounts() { batch.merge(mine, outlines, head) }

    /// Hands what this body knows of whole accounts to the caches, where nobody else can be writing.
    func publish() throws {
        guard !mine.isEmpty else { return }
        keepKnownAccounts()
        try batch.note(revisionsIn: db)
        batch.publish()
    }

    /// Runs a statement that changes rows.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try asking { try db.cachedStatement(sql: sql).execute(arguments: arguments) }
    }
}

extension Database {
    /// Counts a change of each of these accounts. Who is no member has none.
    func countChanges(of members: Set<MemberID>) throws {
        let statement = try cachedStatement(sql: "UPDATE account_revision SET number = number + 1 WHERE member = ?")
        for member in members { try statement.execute(arguments: [member.rawValue]) }
    }
}
