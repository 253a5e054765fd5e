internal import Foundation
internal import GRDB
public import LoyaltyStorage

/// A new SQLite file that a whole history is told to, by one teller: complete under its name once it is closed, or not there.
///
/// What is told is written while the teller goes on, many events to a commit; every answer is as if it had been written at once. An event that is refused
/// leaves no trace. A failure of the database ends the history: every later call gets the same fault. A service opens the file as it opens any other.
public actor SQLiteHistory: LoyaltyStore {
    private let draft: HistoryDraft
    private let writer: HistoryWriter
    private let memory = HistoryMemory()
    /// What was told and not handed over to be written yet.
    private var stack = HistoryStack()

    /// How many changes are handed over together.
    private static let stackHeight = 128

    /// Begins the file that will be at `path`, with mode 0600. `StoreFault.cannotOpen` when there is one already or none can be made.
    public init(path: String, eventsPerCommit: Int = 5000) throws(StoreFault) {
        draft = try HistoryDraft(path: path)
        writer = HistoryWriter(file: draft.file, eventsPerCommit: eventsPerCommit)
    }

    /// Runs `body` on all that has been told.
    public func read<Answer: Sendable>(_ body: @escaping @Sendable (any StoreView) throws -> Answer) async throws -> Answer {
        try told(asEvents: 0, body)
    }

    /// Runs `body` alone; a thrown error undoes all it did.
    public func write<Answer: Sendable>(_ body: @escaping @Sendable (any StoreTransaction) throws -> Answer) async throws -> Answer {
        try told(asEvents: 1, body)
    }

    /// Puts the rest on disk, closes the file and gives it its name.
    public func close() throws {
        try writer.settled(after: collected()) { try writer.commit(in: $0) }
        try draft.finish()
    }

    private func told<Answer>(asEvents count: Int, _ body: (HistoryTransaction) throws -> Answer) throws -> Answer {
        try writer.check()
        let transaction = HistoryTransaction(memory: memory, writer: writer, before: collected)
        do {
            let answer = try body(transaction)
            try transaction.stand(asEvents: count)
            memory.take(transaction.news)
            stack.changes += transaction.changes
            if !transaction.changes.isEmpty { stack.events += count }
            if stack.changes.count >= Self.stackHeight { writer.make(collected()) }
            return answer
        } catch {
            try? transaction.undo()
            throw error
        }
    }

    /// Takes what was told and not handed over yet.
    private func collected() -> HistoryStack {
        defer { stack = HistoryStack() }
        return stack
    }
}
