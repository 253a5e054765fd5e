internal import GRDB
internal import LoyaltyStorage

/// Some bodies that share one commit, each in its own savepoint.
///
/// All are answered once the commit is on disk: also those that were refused, since what they were refused for may have come from their own batch.
struct CommitBatch {
    let jobs: [CommitBatcher.Job]
    private let known: BatchAccounts
    private var answers: [CommitBatcher.Answering] = []
    /// The first failure of the database; when it ended the whole transaction, it is the reason that everybody gets.
    private var fault: StoreFault?

    init(jobs: [CommitBatcher.Job], caches: AccountCaches) {
        self.jobs = jobs
        known = BatchAccounts(caches: caches)
    }

    /// Runs the bodies, commits, and then releases the callers.
    mutating func commit(in db: Database) {
        do {
            try db.inTransaction(.immediate) {
                let completion = try run(in: db)
                try known.note(revisionsIn: db)
                return completion
            }
        } catch {
            let fault = fault ?? StoreFault(error)
            for job in jobs { job.refuse(fault) }
            return
        }
        known.publish()
        for answer in answers { answer() }
    }

    /// A lone body needs no savepoint.
    private mutating func run(in db: Database) throws -> Database.TransactionCompletion {
        if jobs.count == 1 { return run(jobs[0], in: db) }
        for job in jobs {
            try db.inSavepointOfBody { run(job, in: db) }
        }
        return .commit
    }

    /// Runs a body. One that went on after the database failed under it is refused all the same.
    private mutating func run(_ job: CommitBatcher.Job, in db: Database) -> Database.TransactionCompletion {
        let transaction = SQLiteTransaction(db: db, known: known)
        do {
            let answer = try job.perform(transaction)
            try transaction.countChanges()
            if let fault = transaction.fault { throw fault }
            transaction.keepKnownAccounts()
            answers.append(answer)
            return .commit
        } catch {
            fault = fault ?? transaction.fault
            answers.append { job.refuse(error) }
            return .rollback
        }
    }
}
