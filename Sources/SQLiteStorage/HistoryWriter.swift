internal import GRDB
internal import LoyaltyModel
internal import LoyaltyStorage
internal import Synchronization

/// The file's side of a history: it makes the changes on the connection's own thread, while the teller goes on, and commits once for many events.
final class HistoryWriter: Sendable {
    private struct Page {
        /// The last record in the file.
        var head = BatchAccounts.Head(number: 0, seal: nil)
        /// How many events the open transaction holds; nil while none is open.
        var events: Int?
        /// The members whose accounts have changed, for as long as their revisions do not count it.
        var changed: Set<MemberID> = []
        /// The failure that ended the history.
        var fault: StoreFault?
    }

    /// How many stacks of changes may wait: so the teller's memory is bounded.
    private static let patience = 64

    private let file: DatabaseQueue
    private let caches = AccountCaches()
    private let eventsPerCommit: Int
    private let page = Mutex(Page())
    private let waiting = Atomic<Int>(0)

    init(file: DatabaseQueue, eventsPerCommit: Int) {
        self.file = file
        self.eventsPerCommit = max(1, eventsPerCommit)
    }

    /// Throws the failure that ended the history, if one did.
    func check() throws { if let fault = page.withLock({ $0.fault }) { throw fault } }

    /// Has changes made, after those before them; returns before they are.
    func make(_ stack: HistoryStack) {
        if waiting.add(1, ordering: .relaxed).newValue > Self.patience { file.writeWithoutTransaction { _ in } }
        file.asyncWriteWithoutTransaction { db in
            self.make(stack, in: db)
            self.waiting.subtract(1, ordering: .relaxed)
        }
    }

    private func make(_ stack: HistoryStack, in db: Database) {
        guard !stack.changes.isEmpty, page.withLock({ $0.fault }) == nil else { return }
        do {
            let transaction = try begun(in: db)
            for change in stack.changes { try change.make(in: transaction) }
            try take(transaction, ofEvents: stack.events, in: db)
        } catch {
            end(with: error)
        }
    }

    /// Runs a step once everything that was told before has been made, `stack` last of all.
    func settled<Answer>(after stack: HistoryStack = HistoryStack(), _ step: (Database) throws -> Answer) throws -> Answer {
        try file.writeWithoutTransaction { db in
            make(stack, in: db)
            try check()
            do {
                try countChanges(in: db)
                return try step(db)
            } catch {
                if error is DatabaseError || (error as? StoreFault)?.isOfTheDatabase == true { throw end(with: error) }
                throw error
            }
        }
    }

    /// A transaction on what the file holds, inside the commit that is being gathered.
    func begun(in db: Database) throws -> SQLiteTransaction {
        if page.withLock({ $0.events }) == nil {
            try db.beginTransaction(.immediate)
            page.withLock { $0.events = 0 }
        }
        return SQLiteTransaction(db: db, known: BatchAccounts(caches: caches, head: page.withLock { $0.head }))
    }

    /// Lets what a transaction did stand; commits when there are enough events.
    func take(_ transaction: SQLiteTransaction, ofEvents events: Int, in db: Database) throws {
        if let fault = transaction.fault { throw fault }
        try transaction.publish()
        let head = try transaction.lastRecord()
        let gathered = page.withLock { page in
            page.head = head
            page.changed.formUnion(transaction.changed)
            page.events = (page.events ?? 0) + events
            return page.events ?? 0
        }
        if gathered >= eventsPerCommit { try commit(in: db) }
    }

    /// Commits what has been gathered.
    func commit(in db: Database) throws {
        guard page.withLock({ $0.events }) != nil else { return }
        try countChanges(in: db)
        try db.commit()
        page.withLock { $0.events = nil }
    }

    /// Counts the changes of accounts: before each commit, and before anybody asks.
    private func countChanges(in db: Database) throws {
        let changed = page.withLock { page in
            defer { page.changed = [] }
            return page.changed
        }
        try db.countChanges(of: changed)
    }

    @discardableResult
    private func end(with error: any Error) -> StoreFault {
        page.withLock { page in
            let fault = page.fault ?? StoreFault(error)
            page.fault = fault
            return fault
        }
    }
}

extension StoreFault {
    /// Whether the file can no longer be relied on, unlike a key that is taken or an entry that is refused.
    fileprivate var isOfTheDatabase: Bool {
        switch self {
        case .full, .busy, .failed, .cannotOpen: true
        case .taken, .entryRefused, .brokenChain, .balanceDiffers, .newerSchema: false
        }
    }
}
