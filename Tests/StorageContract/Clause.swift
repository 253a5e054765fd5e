public import LoyaltyStorage
public import Testing

/// One promise of the store's contract, tried on a store of its own.
public struct Clause<Subject: Sendable>: Sendable, CustomTestStringConvertible {
    /// The promise, as a sentence.
    public let testDescription: String
    private let trial: @Sendable (Subject) async throws -> Void

    init(_ promise: String, _ trial: @escaping @Sendable (Subject) async throws -> Void) {
        testDescription = promise
        self.trial = trial
    }

    /// Tries the promise.
    public func hold(on subject: Subject) async throws { try await trial(subject) }
}

/// What every store promises, by theme.
public enum StorageContract {
    /// Held by every store.
    public static let clauses = transactions + journal + members + documents + deskDocuments + requests + access + dealings + outlines + verification
}

/// A clause that needs an empty store and nothing else.
public typealias StoreClause = Clause<any LoyaltyStore>
/// A clause that closes the store and opens it again.
public typealias DurableClause = Clause<any DurableStoreBench>
