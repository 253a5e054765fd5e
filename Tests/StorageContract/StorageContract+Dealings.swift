internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let dealings: [StoreClause] = [
        StoreClause("an account has its dealings in the order they were entered") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1")) }
            for id in ["d3", "d1", "d2"] { try await store.write { try $0.keep(Samples.dealing(DealingID(id), of: "m1")) } }
            #expect(try await store.read { try $0.account(of: "m1")?.dealings.map(\.id) } == ["d3", "d1", "d2"])
            #expect(try await store.read { try $0.dealing("d1") } == Samples.dealing("d1", of: "m1"))
            #expect(try await store.read { try $0.dealing("d9") } == nil)
        },
        StoreClause("a dealing is kept once and never changed") { store async throws in
            try await store.write { try $0.keep(Samples.dealing("d1", of: "m1")) }
            await #expect(throws: StoreFault.taken(.dealing)) { try await store.write { try $0.keep(Samples.dealing("d1", of: "m1", gift: "polish")) } }
            #expect(try await store.read { try $0.dealing("d1")?.gift } == "umbrella")
        },
        StoreClause("gifts taken are counted over all members") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.dealing("d1", of: "m1"))
                try transaction.keep(Samples.dealing("d2", of: "m2"))
                try transaction.keep(Samples.dealing("d3", of: "m2", gift: "polish"))
            }
            #expect(try await store.read { [try $0.taken("umbrella"), try $0.taken("polish"), try $0.taken("boots")] } == [2, 1, 0])
        },
        StoreClause("a gift whose transaction is undone has not been taken") { store async throws in
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    try transaction.keep(Samples.dealing("d1", of: "m1"))
                    throw Refused()
                }
            }
            #expect(try await store.read { try $0.taken("umbrella") } == 0)
        },
        StoreClause("money and points of an account are told apart") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1"))
                _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { [Samples.deposit($0, of: "m1", amount: 5000)] }
                try transaction.appendEarning(of: "m1", points: 60)
                _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { [Samples.deposit($0, of: "m1", amount: -1200)] }
            }
            let account = try await store.read { try $0.account(of: "m1") }
            #expect(account?.points == Points(60) && account?.storedValue == Money(minor: 3800))
            #expect(account?.posted["dealing d1"]?.kind == .deposited)
        },
        StoreClause("a customer without a card has their tickets, also when one is claimed, and their answer") { store async throws in
            try await store.write { try $0.keep(Samples.sale("T1", of: nil, visitor: "v1")) }
            try await store.write { try $0.keep(Samples.sale("T2", of: nil, visitor: "v2")) }
            try await store.write { try $0.keep(Samples.sale("T3", of: nil, visitor: "v1")) }
            try await store.write { try $0.keep(Samples.sale("T1", of: "m1", visitor: "v1")) }
            #expect(try await store.read { try $0.sales(to: "v1").map(\.ticket) } == ["T1", "T3"])
            #expect(try await store.read { try $0.visitor("v1") } == nil)
            let answer = Visitor(id: "v1", declinedForGoodAt: Samples.instant(5))
            try await store.write { try $0.keep(answer) }
            #expect(try await store.read { try $0.visitor("v1") } == answer)
        },
    ]
}
