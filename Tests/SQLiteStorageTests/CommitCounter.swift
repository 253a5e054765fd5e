import GRDB
import Synchronization

/// Counts commits that changed something, and lets no more than `allowed` of them happen.
final class CommitCounter: TransactionObserver, Sendable {
    private let commits = Mutex(0)
    private let allowed: Int

    init(allowed: Int = .max) { self.allowed = allowed }

    var count: Int { commits.withLock { $0 } }

    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { if count >= allowed { throw CommitRefused() } }
    func databaseDidCommit(_ db: Database) { commits.withLock { $0 += 1 } }
    func databaseDidRollback(_ db: Database) {}
}
