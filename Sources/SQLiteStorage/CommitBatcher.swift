internal import GRDB
internal import Synchronization

/// Lets writers that wait at the same time share one commit, and so one wait for the disk.
///
/// Whoever is queued when the writer becomes free goes into its next batch; nobody waits for company.
final class CommitBatcher: Sendable {
    /// Releases a caller.
    typealias Answering = @Sendable () -> Void

    /// A body and its caller.
    struct Job: Sendable {
        /// Runs the body; the answer waits in what comes back.
        let perform: @Sendable (SQLiteTransaction) throws -> Answering
        /// Releases the caller with an error.
        let refuse: @Sendable (any Error) -> Void
    }

    private struct Queue {
        var jobs: [Job] = []
        var isDraining = false
    }

    private let pool: DatabasePool
    private let caches: AccountCaches
    private let queue = Mutex(Queue())

    init(pool: DatabasePool, caches: AccountCaches) {
        self.pool = pool
        self.caches = caches
    }

    /// How many jobs wait for the writer to become free.
    var waiting: Int { queue.withLock { $0.jobs.count } }

    /// Queues a job and sees to it that the writer is at work.
    func submit(_ job: Job) {
        let isIdle = queue.withLock { queue in
            queue.jobs.append(job)
            defer { queue.isDraining = true }
            return !queue.isDraining
        }
        if isIdle { pool.asyncWriteWithoutTransaction { self.drain($0) } }
    }

    private func drain(_ db: Database) {
        while let jobs = nextBatch() {
            var batch = CommitBatch(jobs: jobs, caches: caches)
            batch.commit(in: db)
        }
    }

    private func nextBatch() -> [Job]? {
        queue.withLock { queue in
            guard !queue.jobs.isEmpty else {
                queue.isDraining = false
                return nil
            }
            defer { queue.jobs.removeAll(keepingCapacity: true) }
            return queue.jobs
        }
    }
}
