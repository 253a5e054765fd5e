import SQLiteStorage
import StorageContract
import Testing

struct SQLiteContractTests {
    @Test(arguments: StorageContract.clauses)
    func `the SQLite store keeps the contract`(clause: StoreClause) async throws {
        let bench = try SQLiteBench()
        try await clause.hold(on: try await bench.open())
    }

    @Test(arguments: StorageContract.durableClauses)
    func `the SQLite store keeps what it was given`(clause: DurableClause) async throws {
        try await clause.hold(on: try SQLiteBench())
    }
}
