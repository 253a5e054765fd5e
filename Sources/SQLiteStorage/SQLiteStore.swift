internal import Foundation
internal import GRDB
public import LoyaltyStorage

/// A store in one SQLite file, for one till or a few on one machine. Needs nothing else.
///
/// The write-ahead log is on and `synchronous` is FULL: when `write` returns, the change is on disk. Writes of many tasks share a commit.
/// Other processes may use the same file; writers take turns, and a turn is waited for at most five seconds.
public final class SQLiteStore: LoyaltyStore {
    let pool: DatabasePool
    private let caches = AccountCaches()
    let batcher: CommitBatcher

    /// Opens the file at `path`, or makes it with mode 0600.
    ///
    /// `StoreFault.cannotOpen` for a path that cannot be used or a file of another program; `.newerSchema`, with the file untouched.
    public convenience init(path: String) throws(StoreFault) { try self.init(path: path, patience: 5) }

    /// Opens the file; a turn is waited for at most `patience` seconds.
    init(path: String, patience: Int) throws(StoreFault) {
        try SQLiteFile.makePrivate(path)
        try SQLiteFile.check(path)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(patience: patience))
            // GRDB sets the writer to NORMAL once WAL is on, after `prepareDatabase`: a commit would then not wait for the disk.
            // The log is taken over at 32 MB: a page that comes up again and again is written and waited for once.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 8192") }
            try Schema.migrator.migrate(pool)
        } catch {
            throw .opening(path, error)
        }
        batcher = CommitBatcher(pool: pool, caches: caches)
    }

    /// Runs `body` on the last commit, beside any writer, on the calling thread: a reader waits for nobody, and most have their answer before a
    /// change of threads would be over. Throws what `body` throws, or a `StoreFault`.
    public func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer {
        try readNow(body)
    }

    private func readNow<Answer>(_ body: (any StoreView) throws -> Answer) throws -> Answer {
        do {
            return try pool.read { db in try body(SQLiteView(db: db, caches: caches)) }
        } catch let error as DatabaseError {
            throw StoreFault(error)
        }
    }

    /// Runs `body` in its own savepoint of the next commit. It runs to its end even when the calling task is cancelled.
    public func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            batcher.submit(
                CommitBatcher.Job(
                    perform: { transaction in
                        let answer = try body(transaction)
                        return { continuation.resume(returning: answer) }
                    },
                    refuse: { continuation.resume(throwing: $0) }))
        }
    }

    /// Closes the file once the writes under way are done; every later call fails.
    public func close() throws(StoreFault) {
        // GRDB closes its writer first; while readers are open, the log would not be taken over into the one file.
        pool.invalidateReadOnlyConnections()
        do { try pool.close() } catch { throw StoreFault(error) }
    }

    static func configuration(patience: Int) -> Configuration {
        var configuration = Configuration()
        configuration.label = "memberlane"
        // GRDB's default is to fail at once, which even a reader of the same pool can make happen.
        configuration.busyMode = .timeout(TimeInterval(patience))
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000; PRAGMA journal_size_limit = 67108864")
        }
        return configuration
    }
}
