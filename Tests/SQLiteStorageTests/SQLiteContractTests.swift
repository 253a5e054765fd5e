import SQLiteStorage
import StorageContract
import Testing

struct SQLiteContractTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test(arguments: StorageContract.clauses)
    func `the SQLite store keeps the contract`(clause: StoreClause) async throws {
        try await clause.hold(on: try await bench.open())
    }

    @Test(arguments: StorageContract.durableClauses)
    func `the SQLite store keeps what it was given`(clause: DurableClause) async throws {
        try await clause.hold(on: bench)
    }
}
