internal import GRDB
internal import Glibc
public import LoyaltyStorage

/// A SQLite file that is only read, while a service may be selling on it: it is never made, migrated or locked against writers.
///
/// Every `read` sees one commit and holds it only as long as its body runs, so that the service's log is taken over as ever.
public final class SQLiteReader: ReadableStore {
    private let queue: DatabaseQueue
    private let caches = AccountCaches()

    /// Opens the file at `path`.
    ///
    /// `StoreFault.cannotOpen` when there is none, for a file of another program, and for one that an older MemberLane left; `.newerSchema`.
    public init(path: String) throws(StoreFault) {
        guard access(path, F_OK) == 0 else { throw .cannotOpen(what: path, why: "there is no such file") }
        try SQLiteFile.check(path)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.label = "memberlane reader"
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
            guard found == Schema.version else {
                throw StoreFault.cannotOpen(what: path, why: "it has schema \(found), and `memberlane serve` has not brought it to \(Schema.version) yet")
            }
        } catch {
            throw .opening(path, error)
        }
    }

    /// Runs `body` on the last commit, on the calling thread. Throws what `body` throws, or a `StoreFault`.
    public func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer {
        try readNow(body)
    }

    private func readNow<Answer>(_ body: (any StoreView) throws -> Answer) throws -> Answer {
        do {
            return try queue.read { db in try body(SQLiteView(db: db, caches: caches)) }
        } catch let error as DatabaseError {
            throw StoreFault(error)
        }
    }

    /// Closes the file; every later call fails.
    public func close() throws(StoreFault) {
        do { try queue.close() } catch { throw StoreFault(error) }
    }
}
