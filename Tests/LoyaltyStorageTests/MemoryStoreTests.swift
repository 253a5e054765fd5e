import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

struct MemoryStoreTests {
    @Test(arguments: StorageContract.clauses)
    func `the memory store keeps the contract`(clause: StoreClause) async throws {
        try await clause.hold(on: MemoryStore())
    }
}
