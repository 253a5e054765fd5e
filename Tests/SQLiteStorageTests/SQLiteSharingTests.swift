import Foundation
import LoyaltyModel
import LoyaltyStorage
import SQLiteStorage
import StorageContract
import Testing

struct SQLiteSharingTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test func `two tills selling at once take turns`() async throws {
        let tills = [try SQLiteStore(path: bench.path), try SQLiteStore(path: bench.path)]
        try await tills[0].write { try $0.keep(Samples.member("m1")) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, till) in tills.enumerated() {
                group.addTask {
                    for turn in 0..<40 {
                        try await till.write { transaction in
                            let before = try transaction.account(of: "m1")?.points
                            try transaction.appendEarning(of: "m1", key: MoveKey("\(index).\(turn)"), points: 1)
                            #expect(try transaction.account(of: "m1")?.points == before.map { $0 + Points(1) })
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        for till in tills { #expect(try await till.read { try $0.account(of: "m1")?.points } == Points(80)) }
        #expect(try await LedgerVerifier(tills[0]).verify().length == 80)
    }

    @Test func `an account kept at hand is read again once another till has changed it`() async throws {
        let here = try SQLiteStore(path: bench.path)
        let there = try SQLiteStore(path: bench.path)
        try await here.write { try $0.keep(Samples.member("m1")) }
        let changes: [@Sendable (any StoreTransaction) throws -> Void] = [
            { try $0.keep(Samples.member("m1", phone: "+981")) },
            { try $0.keep(Samples.sale("T1", of: "m1")) },
            { transaction in
                var sale = Samples.sale("T1", of: "m1")
                sale.voidedAt = Samples.instant(1)
                try transaction.keep(sale)
            },
            { try $0.keep(Samples.sale("T1", of: nil)) },
            { try $0.appendEarning(of: "m1") },
            { try $0.keep(BenefitRequest(id: "r1", member: "m1", benefit: "discount", at: Samples.instant())) },
            { transaction in
                var request = BenefitRequest(id: "r1", member: "m1", benefit: "discount", at: Samples.instant())
                request.state = .refused
                try transaction.keep(request)
            },
        ]
        for change in changes {
            let before = try await here.read { try $0.account(of: "m1") }
            try await there.write { try change($0) }
            let after = try await here.read { try $0.account(of: "m1") }
            #expect(after != before)
            #expect(try await SQLiteStore(path: bench.path).read { try $0.account(of: "m1") } == after)
        }
    }

    @Test func `an account kept at hand is what the tables say, whatever a member does`() async throws {
        let store = try SQLiteStore(path: bench.path)
        var random = SeededRandom(seed: 41)
        for step in 0..<120 {
            let member = MemberID("m\(Int.random(in: 0..<3, using: &random))")
            let action = Int.random(in: 0..<8, using: &random)
            let isRefused = Int.random(in: 0..<4, using: &random) == 0
            do {
                try await store.write { transaction in
                    _ = try transaction.account(of: member)
                    switch action {
                    case 0: try transaction.keep(Samples.member(member, phone: "+98\(member)\(step % 3)"))
                    case 1: try transaction.keep(Samples.sale(TicketID("T\(step)"), of: member))
                    case 2: try transaction.keep(Samples.sale(TicketID("A\(step % 5)"), of: step.isMultiple(of: 2) ? member : nil))
                    case 3: try transaction.keep(BenefitRequest(id: RequestID("r-\(member)-\(step % 4)"), member: member, benefit: "b", at: Samples.instant()))
                    default: try transaction.appendEarning(of: member, key: MoveKey("\(step % 6)"), points: step)
                    }
                    if isRefused { throw BatchRefusal() }
                }
            } catch is BatchRefusal {}
            let fresh = try SQLiteStore(path: bench.path)
            for id in ["m0", "m1", "m2"] as [MemberID] {
                #expect(try await store.read { try $0.account(of: id) } == (try await fresh.read { try $0.account(of: id) }))
            }
        }
    }
}
