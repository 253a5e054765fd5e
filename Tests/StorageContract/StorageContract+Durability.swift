internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    /// Held by every store that outlives the process.
    public static let durableClauses: [DurableClause] = [
        DurableClause("reopening after a close keeps everything") { bench async throws in
            var store = try await bench.open()
            let card = try Samples.card("900100", of: "m1")
            let job = try Samples.job("j1", of: "m1")
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1", phone: "+981", tickets: ["T0"]))
                try transaction.keep(Samples.sale("T1", of: "m1", approval: "r1"))
                try transaction.keep(card)
                try transaction.keep(job)
                try transaction.keep(BenefitRequest(id: "r1", member: "m1", benefit: "discount", at: Samples.instant()))
                try transaction.keep(KeptAnswer(key: "k", digest: "d", body: [0, 255]))
                try transaction.keep(PublishedProgramme(version: Samples.programme, table: "t", settings: "s"))
                try transaction.appendEarning(of: "m1")
                try transaction.appendEarning(of: "m1", key: "joining")
            }
            let before = try await store.read { try Snapshot($0) }
            store = try await bench.reopen(store)
            #expect(try await store.read { try Snapshot($0) } == before)
            #expect(try await LedgerVerifier(store).verify().length == 2)
            #expect(try await store.write { try $0.appendEarning(of: "m1").number } == 3)
        },
        DurableClause("a chain goes on after a reopening") { bench async throws in
            var store = try await bench.open()
            for _ in 0..<3 {
                try await store.write { _ = try $0.appendEarning(of: "m1") }
                store = try await bench.reopen(store)
            }
            #expect(try await LedgerVerifier(store).verify().length == 3)
        },
    ]
}
