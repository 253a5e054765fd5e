public import LoyaltyStorage

/// How a store's tests give the contract stores to try.
public protocol StoreBench: Sendable {
    /// An empty store.
    func open() async throws -> any LoyaltyStore
}

/// A bench whose stores outlive the process.
public protocol DurableStoreBench: StoreBench {
    /// Closes the store and opens what it left behind.
    func reopen(_ store: any LoyaltyStore) async throws -> any LoyaltyStore
}
