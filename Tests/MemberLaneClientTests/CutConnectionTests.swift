import MemberLaneClient
import Testing

@Suite struct `Cut connections` {
    @Test(arguments: [
        [CuttingProxy.Fate.cutBeforeRequest], [.cutBeforeAnswer], [.answer503], [.cutBeforeAnswer, .cutBeforeRequest, .answer503, .cutBeforeAnswer],
    ])
    func `double nothing: the same call is sent again until it is answered`(fates: [CuttingProxy.Fate]) async throws {
        try await Shop.open { shop in
            try await shop.join()
            for (index, call) in Self.calls.enumerated() {
                let before = try await shop.journalLength()
                let proxy = try #require(CuttingProxy(to: shop.port, fates: fates))
                defer { proxy.close() }
                let till = TillClient(at: "http://127.0.0.1:\(proxy.port)", token: shop.token, patience: .seconds(30))
                try await call(till)
                #expect(proxy.unspent == 0)
                #expect(try await shop.journalLength() == before + 1, "call \(index)")
            }
            #expect(try await shop.till.member("A").points == 90)
        }
    }

    @Test func `a step of the card desk is never sent twice by itself`() async throws {
        try await Shop.open { shop in
            try await shop.join()
            let job = try await shop.till.openCardJob(CardOrdering(member: "A", kind: "first_issue"), key: "c1")
            let proxy = try #require(CuttingProxy(to: shop.port, fates: [.cutBeforeAnswer]))
            defer { proxy.close() }
            let till = TillClient(at: "http://127.0.0.1:\(proxy.port)", token: shop.token, patience: .seconds(30))
            await #expect(throws: ServiceAway.self) { try await till.cancelCardJob(job.job) }
            #expect(try await till.cardJob(job.job).state == "cancelled")
        }
    }

    private static let calls: [@Sendable (TillClient) async throws -> Void] = [
        { till in guard case .sold = try await till.sell(Shop.car("T2", member: "A")) else { throw Unexpected.nothing } },
        { till in _ = try await till.takeBack([ReturnedUnits("1", quantity: 1)], of: "T2", key: "r1") },
        { till in guard case .sold = try await till.sell(Shop.car("T3", member: "A")) else { throw Unexpected.nothing } },
        { till in _ = try await till.void("T3", key: "v1") },
    ]
}
