/// A store that forgets when the process ends: for tests, for replays and for rehearsals of a new table.
public actor MemoryStore: LoyaltyStore {
    let contents: MemoryContents

    /// An empty store. One that remembers no outlines takes longer and gives the same answers.
    public init(remembersOutlines: Bool = true) { contents = MemoryContents(remembersOutlines: remembersOutlines) }

    init(_ contents: sending MemoryContents) { self.contents = contents }

    /// Runs `body` while nothing else runs.
    public func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer {
        // What a reader remembers is not taken back with the next writer's changes.
        defer { contents.commit() }
        return try body(contents)
    }

    /// Runs `body` while nothing else runs; a thrown error takes back what it did.
    public func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer {
        do {
            let answer = try body(contents)
            contents.commit()
            return answer
        } catch {
            contents.rollBack()
            throw error
        }
    }
}
