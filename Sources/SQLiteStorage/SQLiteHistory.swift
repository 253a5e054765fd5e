internal import Foundation
internal import GRDB
public import LoyaltyStorage

/// A new SQLite file that a whole history is told to, by one teller: many events share a commit, and what the last commits hold is on disk.
///
/// An event that is refused leaves no trace. A failure of the database ends the history: every later call gets the same fault, and the file holds
/// what was committed before. A service opens the file as it opens any other.
public actor SQLiteHistory: LoyaltyStore {
    private let file: DatabaseQueue
    private let caches = AccountCaches()
    private let memory = HistoryMemory()
    private let eventsPerCommit: Int
    /// The accounts of the commit that is being gathered; nil between two.
    private var batch: BatchAccounts?
    private var events = 0
    private var fault: StoreFault?

    /// Makes the file at `path`, with mode 0600. `StoreFault.cannotOpen` when there is one already or none can be made.
    public init(path: String, eventsPerCommit: Int = 5000) throws(StoreFault) {
        guard !FileManager.default.fileExists(atPath: path) else { throw .cannotOpen(what: path, why: "a history is told to a new file") }
        try SQLiteFile.makePrivate(path)
        self.eventsPerCommit = max(1, eventsPerCommit)
        do {
            var configuration = SQLiteStore.configuration(patience: 5)
            // A commit is gathered over many calls.
            configuration.allowsUnsafeTransactions = true
            file = try DatabaseQueue(path: path, configuration: configuration)
            // Few large commits, and room for the pages that a long history comes back to: 256 MB, and a log of 64 MB.
            try file.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 16384")
            }
            try Schema.migrator.migrate(file)
        } catch {
            throw .opening(path, error)
        }
    }

    /// Runs `body` on all that has been told, committed or not.
    public func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer {
        try told { db, batch in
            let view = SQLiteTransaction(db: db, known: batch)
            let answer = try body(view)
            view.keepKnownAccounts()
            return answer
        }
    }

    /// Runs `body` in a savepoint of the commit that is being gathered.
    public func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer {
        let answer = try told { db, batch in
            let transaction = SQLiteTransaction(db: db, known: batch)
            var answer: Answer?
            try db.inSavepointOfBody {
                answer = try body(transaction)
                if let fault = transaction.fault { throw fault }
                return .commit
            }
            transaction.keepKnownAccounts()
            guard let answer else { throw StoreFault.failed("a savepoint was left before its end") }
            return answer
        }
        events += 1
        if events >= eventsPerCommit { try commit() }
        return answer
    }

    /// Puts the rest on disk and closes the file.
    public func close() throws {
        try commit()
        do { try file.close() } catch { throw StoreFault(error) }
    }

    /// Runs one step in the transaction that is open, or in a new one.
    private func told<Answer>(_ step: (Database, BatchAccounts) throws -> Answer) throws -> Answer {
        if let fault { throw fault }
        do {
            return try file.writeWithoutTransaction { db in
                let batch = try self.batch ?? begun(in: db)
                self.batch = batch
                return try step(db, batch)
            }
        } catch {
            throw noted(error)
        }
    }

    /// Opens the transaction of the next commit.
    private func begun(in db: Database) throws -> BatchAccounts {
        try db.beginTransaction(.immediate)
        memory.check(try Int.fetchOne(db, sql: "PRAGMA data_version"))
        return BatchAccounts(caches: caches, memory: memory)
    }

    private func commit() throws {
        if let fault { throw fault }
        guard let batch else { return }
        do {
            try file.writeWithoutTransaction { db in
                try batch.note(revisionsIn: db)
                try db.commit()
            }
        } catch {
            throw noted(error)
        }
        batch.publish()
        self.batch = nil
        events = 0
    }

    /// A refusal goes on to the caller as it is; a failure of the database is the last word.
    private func noted(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else {
            if let found = error as? StoreFault, found.isOfTheDatabase { fault = found }
            return error
        }
        let found = StoreFault(error)
        fault = found
        return found
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
