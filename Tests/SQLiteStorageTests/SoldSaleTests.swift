import Foundation
import GRDB
import LoyaltyModel
import LoyaltyStorage
import SQLiteStorage
import StorageContract
import Testing

/// A sale that its record tells of word for word is written once.
struct SoldSaleTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test func `a sale is read out of its record, and out of its own body once something came back`() async throws {
        let store = try SQLiteStore(path: bench.path)
        var sale = Samples.sale("T1", of: "m1")
        try await store.write { [sale] transaction in
            try transaction.keep(Samples.member("m1"))
            _ = try transaction.append(at: Samples.instant(), fact: .sold(sale)) { _ in [] }
            try transaction.keep(sale)
        }
        #expect(try body() == 0)
        #expect(try await store.read { [try $0.sale("T1")] + (try $0.account(of: "m1")?.sales ?? []) } == [sale, sale])
        sale.lines[0].returned = 1
        try await store.write { [sale] in try $0.keep(sale) }
        #expect(try body() > 0)
        #expect(try await store.read { try $0.sale("T1") } == sale)
        let reopened = try SQLiteStore(path: bench.path)
        #expect(try await reopened.read { try $0.account(of: "m1")?.sales } == [sale])
    }

    @Test func `a sale that differs from what its record tells has a body of its own`() async throws {
        let store = try SQLiteStore(path: bench.path)
        let sale = Samples.sale("T1", of: "m1")
        var claimed = sale
        claimed.isClaimed = true
        try await store.write { [claimed] transaction in
            _ = try transaction.append(at: Samples.instant(), fact: .sold(sale)) { _ in [] }
            try transaction.keep(claimed)
        }
        #expect(try body() > 0)
        #expect(try await store.read { try $0.sale("T1") } == claimed)
    }

    private func body() throws -> Int {
        let queue = try DatabaseQueue(path: bench.path)
        defer { try? queue.close() }
        return try queue.read { try Int.fetchOne($0, sql: "SELECT length(body) FROM sale") } ?? -1
    }
}
