import Foundation
import GRDB
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

@testable import SQLiteStorage

/// A file that an earlier MemberLane left, every record saying all.
struct SchemaSevenTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test func `a file of the sixth schema keeps its journal as it was sealed, and goes on in today's form`() async throws {
        let sale = Samples.sale("T1", of: "m1")
        let entries = [Samples.entry(1, 0, of: "m1", key: "spend T1/1", points: 60), Samples.entry(1, 1, of: "m1", key: "joining", points: 7)]
        let sold = try EarlierForm.link(Record(number: 1, at: Samples.instant(), fact: .sold(sale), entries: entries), after: nil)
        try makeSixth(sold, sale)
        let store = try SQLiteStore(path: bench.path)
        #expect(try await store.read { try $0.account(of: "m1")?.sales } == [sale])
        #expect(try await store.read { try $0.entries(of: "m1") } == entries)
        try await store.write { _ = try $0.appendEarning(of: "m1", key: "later", points: 1) }
        let links = try await store.read { try $0.records(from: 1, limit: 9) }
        #expect(links.count == 2 && links.first == sold)
        #expect(try links.last.map { try StoredForm.bytes(of: $0.record) == $0.bytes } == true)
        #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(68))
        #expect(try await LedgerVerifier(store).verify().length == 2)
    }

    @Test func `an earlier MemberLane that still runs on the file cannot go on`() async throws {
        try SQLiteStore(path: bench.path).close()
        let queue = try DatabaseQueue(path: bench.path)
        // What it asks before it reads an account and before it changes one.
        #expect(throws: DatabaseError.self) { try queue.read { try Int.fetchOne($0, sql: "SELECT number FROM revision WHERE member = 'm1'") } }
        try queue.close()
    }

    private func makeSixth(_ link: SealedRecord, _ sale: Sale) throws {
        let queue = try DatabaseQueue(path: bench.path)
        try Schema.migrator.migrate(queue, upTo: "schema 6")
        try queue.write { db in
            try db.execute(
                sql: "INSERT INTO member (id, body) VALUES ('m1', ?)", arguments: [Data(try StoredForm.bytes(of: Samples.member("m1")))])
            try db.execute(
                sql: "INSERT INTO record (number, at, bytes, seal) VALUES (1, ?, ?, ?)",
                arguments: [link.record.at.milliseconds, Data(link.bytes), Data(link.seal)])
            try db.execute(
                sql: "INSERT INTO entry (member, record, moves) VALUES ('m1', 1, ?)", arguments: [KeptMoves.text(of: link.record.entries, for: "m1")])
            try db.execute(sql: "INSERT INTO sale (ticket, member, record, body) VALUES (?, 'm1', 1, x'')", arguments: [sale.ticket.rawValue])
        }
        try queue.close()
    }
}
