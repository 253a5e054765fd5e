internal import GRDB

extension Database {
    /// Runs `body` in a savepoint of the open transaction, whose statements are compiled once: GRDB's own are compiled anew for every body.
    func inSavepointOfBody(_ body: () throws -> TransactionCompletion) throws {
        try cachedStatement(sql: "SAVEPOINT body").execute()
        let completion: TransactionCompletion
        do { completion = try body() } catch {
            // After a failure that ended the whole transaction there is no savepoint left to go back to.
            if isInsideTransaction { try? goBack() }
            throw error
        }
        switch completion {
        case .commit: try cachedStatement(sql: "RELEASE SAVEPOINT body").execute()
        case .rollback: if isInsideTransaction { try goBack() }
        }
    }

    private func goBack() throws {
        try cachedStatement(sql: "ROLLBACK TRANSACTION TO SAVEPOINT body").execute()
        try cachedStatement(sql: "RELEASE SAVEPOINT body").execute()
    }
}
