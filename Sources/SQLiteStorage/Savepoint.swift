internal import GRDB

extension Database {
    /// Runs `body` in a savepoint of the open transaction.
    func inSavepointOfBody(_ body: () throws -> TransactionCompletion) throws {
        try beginSavepointOfBody()
        let completion: TransactionCompletion
        do { completion = try body() } catch {
            try? endSavepointOfBody(.rollback)
            throw error
        }
        try endSavepointOfBody(completion)
    }

    /// Begins a body's savepoint. Its statements are compiled once: GRDB's own are compiled anew for every body.
    func beginSavepointOfBody() throws { try cachedStatement(sql: "SAVEPOINT body").execute() }

    /// Ends it. After a failure that ended the whole transaction there is no savepoint left to go back to.
    func endSavepointOfBody(_ completion: TransactionCompletion) throws {
        switch completion {
        case .commit: try cachedStatement(sql: "RELEASE SAVEPOINT body").execute()
        case .rollback:
            guard isInsideTransaction else { return }
            try cachedStatement(sql: "ROLLBACK TRANSACTION TO SAVEPOINT body").execute()
            try cachedStatement(sql: "RELEASE SAVEPOINT body").execute()
        }
    }
}
