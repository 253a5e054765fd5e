internal import LoyaltyModel
internal import LoyaltySeals
internal import LoyaltyStorage
internal import Synchronization
internal import Testing

extension StorageContract {
    static let verification: [StoreClause] = [
        StoreClause("a journal that nobody touched is whole, and the walk tells how far it is") { store async throws in
            try await fill(store)
            let steps = Mutex<[LedgerVerifier.Progress]>([])
            let chain = try await LedgerVerifier(store, batch: 4).verify { step in steps.withLock { $0.append(step) } }
            #expect(chain.length == 10)
            #expect(chain.seal == (try await store.read { try $0.head()?.seal }))
            #expect(steps.withLock { $0 }.map(\.links) == [4, 8, 10, 10, 10])
            #expect(steps.withLock { $0 }.map(\.members) == [0, 0, 0, 2, 2])
            #expect(steps.withLock { $0 }.allSatisfy { $0.allLinks == 10 })
        },
        StoreClause("an empty journal is whole") { store async throws in
            #expect(try await LedgerVerifier(store).verify() == LedgerVerifier.Chain(length: 0, seal: ChainSeal.origin))
        },
        StoreClause("an altered record is found") { store async throws in
            try await fill(store)
            let tampered = TamperedStore(
                base: store,
                records: { records in
                    records.map { link in
                        guard link.record.number == 6 else { return link }
                        let text = String(decoding: link.bytes, as: UTF8.self)
                        let forged = Array(text.map { $0 == "6" ? "7" : String($0) }.joined().utf8)
                        return SealedRecord(record: link.record, bytes: forged, seal: link.seal)
                    }
                })
            await #expect(throws: StoreFault.brokenChain(at: 6)) { try await LedgerVerifier(tampered, batch: 4).verify() }
        },
        StoreClause("a record sealed anew after it was altered breaks the chain at the next one") { store async throws in
            try await fill(store)
            let tampered = TamperedStore(
                base: store,
                records: { records in
                    records.map { link in
                        guard link.record.number == 6, let before = records.first(where: { $0.record.number == 5 }),
                            let forged = try? SealedRecord.link(number: 6, after: before.seal, at: Samples.instant(), fact: .profileChanged("m9"), entries: [])
                        else { return link }
                        return forged
                    }
                })
            await #expect(throws: StoreFault.brokenChain(at: 7)) { try await LedgerVerifier(tampered, batch: 4).verify() }
        },
        StoreClause("a removed record is found") { store async throws in
            try await fill(store)
            for number in [1, 4, 5, 10] {
                let tampered = TamperedStore(base: store, records: { $0.filter { $0.record.number != number } })
                await #expect(throws: StoreFault.brokenChain(at: number)) { try await LedgerVerifier(tampered, batch: 4).verify() }
            }
        },
        StoreClause("an end that was cut off is found by whoever noted the chain before") { store async throws in
            try await fill(store)
            let whole = try await LedgerVerifier(store).verify()
            try await store.write { _ = try $0.appendEarning(of: "m1") }
            #expect(try await LedgerVerifier(store).verify(containing: whole).length == 11)
            let longer = LedgerVerifier.Chain(length: 12, seal: whole.seal)
            await #expect(throws: StoreFault.brokenChain(at: 12)) { try await LedgerVerifier(store).verify(containing: longer) }
            let other = LedgerVerifier.Chain(length: 10, seal: ChainSeal.origin)
            await #expect(throws: StoreFault.brokenChain(at: 10)) { try await LedgerVerifier(store).verify(containing: other) }
        },
        StoreClause("a kept balance that the journal does not come to is found") { store async throws in
            try await fill(store)
            let raised = TamperedStore(
                base: store,
                account: { account in
                    var account = account
                    account?.posted["gift"] = PostedMove(amount: 1000, kind: .earned, rule: "KM-1", entry: "1.0")
                    return account
                })
            await #expect(throws: StoreFault.balanceDiffers("m1")) { try await LedgerVerifier(raised).verify() }
        },
    ]

    private static func fill(_ store: any LoyaltyStore) async throws {
        try await store.write { transaction in
            try transaction.keep(Samples.member("m1"))
            try transaction.keep(Samples.member("m2"))
            for turn in 0..<10 { try transaction.appendEarning(of: turn < 6 ? "m1" : "m2", key: MoveKey("\(turn)"), points: 6) }
        }
    }
}
