import Foundation
import LoyaltyModel
import LoyaltyStorage
import SQLiteStorage
import StorageContract
import Testing

struct SQLiteHistoryTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test(arguments: StorageContract.clauses, [1, 3, 500])
    func `a history keeps the contract however many events share a commit`(clause: StoreClause, events: Int) async throws {
        try await clause.hold(on: try SQLiteHistory(path: bench.path, eventsPerCommit: events))
    }

    @Test(arguments: [1, 4, 500])
    func `a service opens what a history has left, refused events without a trace`(events: Int) async throws {
        let history = try SQLiteHistory(path: bench.path, eventsPerCommit: events)
        try await history.write { try $0.keep(Samples.member("m1")) }
        for number in 1...10 {
            _ = try? await history.write { transaction in
                _ = try transaction.appendEarning(of: "m1", key: MoveKey("\(number)"), points: 1)
                if number.isMultiple(of: 3) { throw BatchRefusal() }
            }
        }
        #expect(try await history.read { try $0.account(of: "m1")?.points } == Points(7))
        try await history.close()
        let store = try SQLiteStore(path: bench.path)
        #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(7))
        #expect(try await LedgerVerifier(store).verify().length == 7)
        #expect(try await store.write { try $0.appendEarning(of: "m1").number } == 8)
    }

    @Test func `a history is not told to a file that is there`() throws {
        try SQLiteStore(path: bench.path).close()
        #expect(throws: StoreFault.cannotOpen(what: bench.path, why: "a history is told to a new file")) { try SQLiteHistory(path: bench.path) }
    }

    @Test func `a history has its name once it is closed, and nothing has it before`() async throws {
        let history = try SQLiteHistory(path: bench.path, eventsPerCommit: 2)
        for _ in 0..<5 { try await history.write { _ = try $0.appendEarning(of: "m1") } }
        #expect(try await history.read { try $0.head()?.record.number } == 5)
        #expect(!FileManager.default.fileExists(atPath: bench.path))
        try await history.close()
        let folder = URL(filePath: bench.path).deletingLastPathComponent().path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [URL(filePath: bench.path).lastPathComponent])
        #expect(try await SQLiteStore(path: bench.path).read { try $0.head()?.record.number } == 5)
    }
}
