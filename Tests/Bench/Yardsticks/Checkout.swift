import CanonicalJSON
import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import SQLiteStorage

/// The checkout path in process, without HTTP.
enum Checkout {
    /// The engine alone, one core: what `count` tickets of three lines cost and earn.
    static func engine(_ count: Int) async throws {
        let shop = try await Shop(on: MemoryStore())
        guard let account = try await shop.desk.store.read({ try $0.account(of: "M7") }) else { exit(1) }
        let lines = (1...3).compactMap {
            TicketLine(id: LineID("\($0)"), sku: "", category: "shoes", quantity: 1, unitPrice: Money(minor: 9900 * $0), cost: Money(minor: 100))
        }
        let ticket = Ticket(id: "Q", occurredAt: shop.context.at, lines: lines)
        var total = Money.zero
        let start = ContinuousClock.now
        for _ in 0..<count { total += try shop.book.quote(ticket, for: account, approval: .absent, at: shop.context.at).sale.total }
        guard total > .zero else { exit(1) }
        Yardsticks.report(since: start)
    }

    /// The desk on its store, one till: body in, answer's bytes out.
    static func quotes(_ count: Int, path: String) async throws {
        let store = try SQLiteStore(path: path)
        let shop = try await Shop(on: store)
        let body = Array(Shop.body("Q", member: 7).utf8)
        let start = ContinuousClock.now
        for _ in 0..<count {
            let answer = try await shop.desk.quote(try JSON.value(TicketRequest.self, in: body), shop.context)
            guard try !JSON.bytes(of: answer).isEmpty else { exit(1) }
        }
        Yardsticks.report(since: start)
        try store.close()
    }

    /// A history of `count` events told to a new file: of every twenty, a member who joins with a ticket, seventeen sales and a return.
    static func replay(_ count: Int, path: String) async throws {
        let history = try SQLiteHistory(path: path)
        let replayer = Replayer(store: history, book: try Shop.book(), language: .chinese)
        let events = (0..<count).map { Array(Shop.event($0).utf8) }
        let start = ContinuousClock.now
        for event in events {
            guard let answer = try await replayer.answer(to: event), !answer.isEmpty else { exit(1) }
        }
        guard await !replayer.hasRefusals else { exit(1) }
        try await history.close()
        Yardsticks.report(since: start)
    }

    /// The desk on its store, eight tills at once: every answer after its commit is on disk.
    static func sales(_ count: Int, path: String) async throws {
        let store = try SQLiteStore(path: path)
        let shop = try await Shop(on: store)
        let tills = 8
        let start = ContinuousClock.now
        try await withThrowingTaskGroup { group in
            for till in 0..<tills {
                group.addTask {
                    for number in 0..<count / tills {
                        let body = Shop.body("S\(till)-\(number)", member: number % Shop.members + 1)
                        let context = DeskContext(at: shop.context.at, language: .chinese, key: "k\(till)-\(number)")
                        _ = try await shop.desk.sell(try JSON.value(TicketRequest.self, in: Array(body.utf8)), context)
                    }
                }
            }
            try await group.waitForAll()
        }
        Yardsticks.report(since: start)
        try store.close()
    }
}
