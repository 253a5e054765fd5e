import Foundation
import GRDB
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

@testable import SQLiteStorage

/// A file that an earlier MemberLane left, entries one a row and every sale in a body of its own.
struct SchemaFourTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test func `a file of the third schema keeps its accounts, its chain and its sales`() async throws {
        let sale = Samples.sale("T1", of: "m1")
        let entries: [[Entry]] = [
            [Samples.entry(1, 0, of: "m1", key: "spend T1/1", points: 60), Samples.entry(1, 1, of: "m2", key: "referral m1", points: 5)],
            [Samples.entry(2, 0, of: "m1", key: "spend T1/1", points: -20, corrects: "1.0"), Samples.entry(2, 1, of: "m1", key: "joining", points: 7)],
        ]
        try makeThird(sale: sale, entries: entries)
        let store = try SQLiteStore(path: bench.path)
        var expected: [MoveKey: PostedMove] = [:]
        for entry in entries.joined() where entry.member == "m1" { expected.post(entry) }
        let account = try await store.read { try $0.account(of: "m1") }
        #expect(account?.posted == expected && account?.sales == [sale])
        #expect(try await store.read { try $0.account(of: "m2")?.points } == Points(5))
        #expect(try await store.read { try $0.entries(of: "m1") } == entries.joined().filter { $0.member == "m1" })
        #expect(try await LedgerVerifier(store).verify().length == 2)
        try await store.write { _ = try $0.appendEarning(of: "m1", key: "later", points: 1) }
        #expect(try await store.read { try $0.account(of: "m1")?.points } == Points(48))
        #expect(try await LedgerVerifier(store).verify().length == 3)
    }

    private func makeThird(sale: Sale, entries: [[Entry]]) throws {
        let queue = try DatabaseQueue(path: bench.path)
        try Schema.migrator.migrate(queue, upTo: "schema 3")
        try queue.write { db in
            for id in ["m1", "m2"] as [MemberID] {
                let body = Data(try StoredForm.bytes(of: Samples.member(id)))
                try db.execute(sql: "INSERT INTO member (id, body) VALUES (?, ?)", arguments: [id.rawValue, body])
            }
            var seal: [UInt8]?
            for (index, entries) in entries.enumerated() {
                let fact: Fact = index == 0 ? .sold(sale) : .returned("T1", lines: [])
                let link = try EarlierForm.link(Record(number: index + 1, at: Samples.instant(), fact: fact, entries: entries), after: seal)
                seal = link.seal
                try db.execute(
                    sql: "INSERT INTO record (number, at, bytes, seal) VALUES (?, ?, ?, ?)",
                    arguments: [index + 1, link.record.at.milliseconds, Data(link.bytes), Data(link.seal)])
                for (position, entry) in entries.enumerated() {
                    try db.execute(
                        sql: "INSERT INTO entry (member, record, position, key, rule, points, correction, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        arguments: [
                            entry.member.rawValue, index + 1, position, entry.key.rawValue, entry.rule.rawValue, entry.amount, entry.corrects != nil,
                            entry.kind.rawValue,
                        ])
                }
            }
            try db.execute(
                sql: "INSERT INTO sale (ticket, member, body) VALUES (?, ?, ?)",
                arguments: [sale.ticket.rawValue, sale.member?.rawValue, try EarlierForm.bytes(of: sale)])
        }
        try queue.close()
    }
}
