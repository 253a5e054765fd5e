import Foundation
import GRDB
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

@testable import SQLiteStorage

struct SQLiteFileTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test func `the writer waits for the disk at every commit`() throws {
        let store = try SQLiteStore(path: bench.path)
        let full = 2
        #expect(try store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == full)
        #expect(try store.pool.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func `a turn is waited for, and foreign keys are held`() throws {
        let store = try SQLiteStore(path: bench.path)
        #expect(try store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") } == 5000)
        #expect(try store.pool.read { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") } ?? 0 >= 5000)
        #expect(try store.pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") } == 1)
    }

    @Test func `a new file and its log are for their owner alone`() async throws {
        let store = try SQLiteStore(path: bench.path)
        try await store.write { _ = try $0.appendEarning(of: "m1") }
        for name in [bench.path, bench.path + "-wal"] {
            let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func `a file of the first schema is brought up to date, and its members are kept`() async throws {
        let queue = try DatabaseQueue(path: bench.path)
        try Schema.migrator.migrate(queue, upTo: "schema 1")
        let old = #"{"enrolment":{"at":"2017-01-01T00:00:00Z","tickets":[]},"id":"m1","profile":{"name":"A. B."},"recruits":[]}"#
        try await queue.write { try $0.execute(sql: "INSERT INTO member (id, body) VALUES ('m1', ?)", arguments: [Data(old.utf8)]) }
        try queue.close()
        let store = try SQLiteStore(path: bench.path)
        let account = try await store.read { try $0.account(of: "m1") }
        #expect(account?.member.profile.name == "A. B." && account?.member.introductions == [])
        try await store.write { _ = try $0.appendEarning(of: "m1", points: 60) }
        #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(60))
    }

    @Test func `a file of the fourth schema has its requests listed where they stand`() async throws {
        let queue = try DatabaseQueue(path: bench.path)
        try Schema.migrator.migrate(queue, upTo: "schema 4")
        let stages: [(RequestID, BenefitRequest.State, isTold: Bool)] = [
            ("r1", .requested, false), ("r2", .underReview, false), ("r3", .refused, false), ("r4", .approved, true),
        ]
        try await queue.write { db in
            for (id, state, isTold) in stages {
                var request = BenefitRequest(id: id, member: "m1", benefit: "discount", at: Samples.instant())
                request.state = state
                if isTold { request.toldAt = Samples.instant() }
                try db.execute(
                    sql: "INSERT INTO request (id, member, body) VALUES (?, 'm1', ?)", arguments: [id.rawValue, Data(try StoredForm.bytes(of: request))])
            }
        }
        try queue.close()
        let store = try SQLiteStore(path: bench.path)
        let listed: [(BenefitRequest.Stage, RequestID)] = [(.requested, "r1"), (.underReview, "r2"), (.toTell, "r3"), (.told, "r4")]
        for (stage, id) in listed {
            #expect(try await store.read { try $0.requests(RequestQuery([stage], limit: 9)).map(\.id) } == [id])
        }
    }

    @Test func `a file of a newer schema is refused and not touched`() throws {
        try SQLiteStore(path: bench.path).close()
        try raw { try $0.execute(sql: "PRAGMA user_version = 99") }
        let before = try Data(contentsOf: URL(filePath: bench.path))
        #expect(throws: StoreFault.newerSchema(found: 99, known: Schema.version)) { try SQLiteStore(path: bench.path) }
        #expect(try Data(contentsOf: URL(filePath: bench.path)) == before)
    }

    @Test func `a database of another program is refused and not touched`() throws {
        try raw { try $0.execute(sql: "CREATE TABLE player (id INTEGER)") }
        let before = try Data(contentsOf: URL(filePath: bench.path))
        #expect(throws: StoreFault.cannotOpen(what: bench.path, why: "it is a database of another program")) { try SQLiteStore(path: bench.path) }
        #expect(try Data(contentsOf: URL(filePath: bench.path)) == before)
    }

    @Test func `a file that is no database is refused and not touched`() throws {
        let text = Data(String(repeating: "points ", count: 1000).utf8)
        try text.write(to: URL(filePath: bench.path))
        let fault = #expect(throws: StoreFault.self) { try SQLiteStore(path: bench.path) }
        guard case .cannotOpen(bench.path, _) = fault else { Issue.record("not the fault that names the file: \(String(describing: fault))"); return }
        #expect(try Data(contentsOf: URL(filePath: bench.path)) == text)
    }

    @Test func `a folder that is not there is named`() {
        let path = bench.folder.appending(path: "missing/members.sqlite").path
        #expect(throws: StoreFault.cannotOpen(what: path, why: "No such file or directory")) { try SQLiteStore(path: path) }
        #expect(throws: StoreFault.cannotOpen(what: bench.folder.path, why: "Is a directory")) { try SQLiteStore(path: bench.folder.path) }
    }

    @Test(arguments: [
        "UPDATE record SET at = 0", "DELETE FROM record WHERE number = 1", "UPDATE entry SET moves = '[]'", "DELETE FROM entry",
        "INSERT OR REPLACE INTO record (number, at, bytes, seal) VALUES (1, 0, x'00', x'00')",
        "INSERT INTO record (number, at, bytes, seal) VALUES (9, 0, x'00', x'00')",
        "INSERT OR REPLACE INTO entry (member, record, moves) VALUES ('m1', 1, '[]')",
        "INSERT INTO entry (member, record, moves) VALUES ('m1', 9, '[]')",
    ])
    func `the journal only grows, whoever asks`(sql: String) async throws {
        let store = try SQLiteStore(path: bench.path)
        for _ in 0..<2 { try await store.write { _ = try $0.appendEarning(of: "m1") } }
        let before = try await store.read { try $0.records(from: 1, limit: 10) }
        #expect(throws: DatabaseError.self) { try raw { try $0.execute(sql: sql) } }
        #expect(try await store.read { try $0.records(from: 1, limit: 10) } == before)
    }

    @Test(arguments: [
        (sql: "UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), '60', '61') AS BLOB) WHERE number = 3", fault: StoreFault.brokenChain(at: 3)),
        (sql: "UPDATE record SET seal = zeroblob(32) WHERE number = 5", fault: .brokenChain(at: 5)),
        (sql: "DELETE FROM entry WHERE record = 4; DELETE FROM record WHERE number = 4", fault: .brokenChain(at: 4)),
        (sql: "UPDATE entry SET moves = json_set(moves, '$[0][4]', 1000) WHERE record = 2", fault: .balanceDiffers("m1")),
        (sql: "DELETE FROM entry WHERE record = 2", fault: .balanceDiffers("m1")),
        (sql: "INSERT INTO entry VALUES ('m1', 6, '[[7,\"gift\",\"KM-1\",\"earned\",1000,0]]')", fault: .balanceDiffers("m1")),
    ])
    func `what is altered behind the triggers' back is found`(sql: String, fault: StoreFault) async throws {
        let store = try SQLiteStore(path: bench.path)
        try await store.write { transaction in
            try transaction.keep(Samples.member("m1"))
            for turn in 0..<5 { try transaction.appendEarning(of: "m1", key: MoveKey("\(turn)")) }
        }
        try store.close()
        try raw { db in
            let triggers = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql)
        }
        let reopened = try SQLiteStore(path: bench.path)
        await #expect(throws: fault) { try await LedgerVerifier(reopened).verify() }
    }

    /// Somebody at the file with a tool of their own.
    private func raw(_ work: (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: bench.path)
        try queue.writeWithoutTransaction { try work($0) }
        try queue.close()
    }
}
