import Foundation
import GRDB
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Synchronization
import Testing

@testable import SQLiteStorage

struct SQLiteBatchTests {
    private let bench: SQLiteBench
    private let store: SQLiteStore

    init() throws {
        bench = try SQLiteBench()
        store = try SQLiteStore(path: bench.path)
    }

    @Test func `writers that wait at the same time share one commit`() async throws {
        let commits = CommitCounter()
        store.pool.add(transactionObserver: commits, extent: .databaseLifetime)
        let numbers = try await batch(of: 10) { _, transaction in try transaction.appendEarning(of: "m1").number }
        #expect(commits.count == 2)
        #expect(numbers.compactMap { try? $0.get() }.sorted() == Array(2...11))
    }

    @Test func `a refused body takes nothing from the others of its batch`() async throws {
        let commits = CommitCounter()
        store.pool.add(transactionObserver: commits, extent: .databaseLifetime)
        let answers = try await batch(of: 9) { task, transaction in
            try transaction.keep(Samples.member("m1", phone: "+98\(task)"))
            let number = try transaction.appendEarning(of: "m1", key: MoveKey("\(task)"), points: 1).number
            if task.isMultiple(of: 3) { throw BatchRefusal() }
            return number
        }
        #expect(commits.count == 2)
        #expect(answers.filter { (try? $0.get()) == nil }.count == 3)
        #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(66))
        #expect(try await store.read { try $0.head()?.record.number } == 7)
    }

    @Test func `when the commit fails everybody in the batch gets the fault, the refused ones too`() async throws {
        let before = try await store.read { try $0.head() }
        store.pool.add(transactionObserver: CommitCounter(allowed: 1), extent: .databaseLifetime)
        let answers = try await batch(of: 6) { task, transaction in
            let number = try transaction.appendEarning(of: "m1").number
            if task == 2 { throw BatchRefusal() }
            return number
        }
        #expect(before == nil)
        #expect(answers.count == 6)
        for answer in answers {
            #expect(throws: StoreFault.failed("CommitRefused")) { try answer.get() }
        }
        #expect(try await store.read { try $0.head()?.record.number } == 1)
    }

    @Test func `an account read after a failed batch is the one on disk`() async throws {
        try await store.write { try $0.keep(Samples.member("m1")) }
        store.pool.add(transactionObserver: CommitCounter(allowed: 1), extent: .databaseLifetime)
        _ = try await batch(of: 4) { task, transaction in
            try transaction.appendEarning(of: "m1", key: MoveKey("\(task)"), points: 1)
            return try transaction.account(of: "m1")?.posted.count ?? 0
        }
        #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(60))
    }

    @Test func `a full disk changes nothing, and selling goes on once there is room`() async throws {
        try await store.write { try $0.keep(Samples.member("m1")) }
        try limitPages(to: "(SELECT page_count FROM pragma_page_count)")
        let before = try await store.read { try $0.account(of: "m1") }
        await #expect(throws: StoreFault.full) {
            try await store.write { transaction in
                try transaction.keep(KeptAnswer(key: "k", digest: "d", body: [UInt8](repeating: 1, count: 100_000)))
                _ = try transaction.appendEarning(of: "m1")
            }
        }
        #expect(try await store.read { try $0.account(of: "m1") } == before)
        #expect(try await store.read { try $0.answer(to: "k") } == nil)
        try limitPages(to: "1000000")
        try await store.write { try $0.keep(KeptAnswer(key: "k", digest: "d", body: [UInt8](repeating: 1, count: 100_000))) }
    }

    @Test func `a body that goes on after the disk was full is undone all the same`() async throws {
        try limitPages(to: "(SELECT page_count FROM pragma_page_count)")
        await #expect(throws: StoreFault.full) {
            try await store.write { transaction in
                try? transaction.keep(KeptAnswer(key: "k", digest: "d", body: [UInt8](repeating: 1, count: 100_000)))
                _ = try? transaction.appendEarning(of: "m1")
            }
        }
        #expect(try await store.read { try $0.head() } == nil)
    }

    @Test func `in a batch a full disk is what everybody hears whose change is not on disk`() async throws {
        try limitPages(to: "(SELECT page_count + 12 FROM pragma_page_count)")
        let answers = try await batch(of: 6) { task, transaction in
            let number = try transaction.appendEarning(of: "m1").number
            if task == 3 { try transaction.keep(KeptAnswer(key: "k", digest: "d", body: [UInt8](repeating: 1, count: 500_000))) }
            return number
        }
        let kept = answers.filter { (try? $0.get()) != nil }.count
        for answer in answers {
            if case .failure(let error) = answer { #expect(error as? StoreFault == .full) }
        }
        #expect(kept < 6)
        #expect(try await store.read { try $0.head()?.record.number } == 1 + kept)
        #expect(try await LedgerVerifier(store).verify().length == 1 + kept)
    }

    @Test func `a writer whose turn does not come hears that the database is busy`() async throws {
        let hasty = try SQLiteStore(path: bench.path, patience: 0)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: bench.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await #expect(throws: StoreFault.busy) { try await hasty.write { _ = try $0.appendEarning(of: "m1") } }
        #expect(try await hasty.read { try $0.head() } == nil)
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(try await hasty.write { try $0.appendEarning(of: "m1").number } == 1)
    }

    @Test func `a write runs to its end when its task is cancelled`() async throws {
        let gate = Gate()
        let task = Task { [store] in
            try await store.write { transaction in
                gate.enter()
                return try transaction.appendEarning(of: "m1").number
            }
        }
        await gate.untilEntered()
        task.cancel()
        gate.open()
        #expect(try await task.value == 1)
        #expect(try await store.read { try $0.head()?.record.number } == 1)
    }

    @Test func `after a close every call is a fault`() async throws {
        try await store.write { _ = try $0.appendEarning(of: "m1") }
        try store.close()
        await #expect(throws: StoreFault.self) { try await store.write { _ = try $0.appendEarning(of: "m1") } }
        await #expect(throws: StoreFault.self) { try await store.read { try $0.head() } }
    }

    /// Runs one write that holds the writer until `count` others wait, and collects what the others come to.
    private func batch(
        of count: Int, _ body: @escaping @Sendable (Int, any StoreTransaction) throws -> Int
    ) async throws -> [Result<Int, any Error>] {
        let gate = Gate()
        let first = Task { [store] in
            try await store.write { transaction in
                try transaction.appendEarning(of: "m1", key: "first")
                gate.enter()
            }
        }
        await gate.untilEntered()
        return try await withThrowingTaskGroup(of: Result<Int, any Error>.self) { group in
            for task in 0..<count {
                group.addTask { [store] in
                    do { return .success(try await store.write { try body(task, $0) }) } catch { return .failure(error) }
                }
            }
            while store.batcher.waiting < count { await Task.yield() }
            gate.open()
            try await first.value
            var answers: [Result<Int, any Error>] = []
            for try await answer in group { answers.append(answer) }
            return answers
        }
    }

    private func limitPages(to count: String) throws {
        try store.pool.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "SELECT \(count)") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
    }
}

struct BatchRefusal: Error {}
struct CommitRefused: Error {}
