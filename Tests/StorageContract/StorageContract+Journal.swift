internal import LoyaltyModel
internal import LoyaltySeals
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let journal: [StoreClause] = [
        StoreClause("an empty journal has no head and no records") { store async throws in
            #expect(try await store.read { try $0.head() } == nil)
            #expect(try await store.read { try $0.records(from: 1, limit: 10) } == [])
        },
        StoreClause("records are numbered without a gap and sealed on the one before") { store async throws in
            for _ in 0..<5 { try await store.write { _ = try $0.appendEarning(of: "m1") } }
            let records = try await store.read { try $0.records(from: 1, limit: 100) }
            #expect(records.map(\.record.number) == [1, 2, 3, 4, 5])
            var previous = ChainSeal.origin
            for link in records {
                #expect(link.seal == ChainSeal.seal(previous: previous, bytes: link.bytes))
                #expect(try StoredForm.value(Record.self, in: link.bytes) == link.record)
                previous = link.seal
            }
            #expect(try await store.read { try $0.head() } == records.last)
        },
        StoreClause("a record names who did it and where, or nobody") { store async throws in
            try await store.write { transaction in
                _ = try transaction.append(at: Samples.instant(), by: Samples.cashier, fact: .profileChanged("m1")) { _ in [] }
                _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { _ in [] }
            }
            #expect(try await store.read { try $0.records(from: 1, limit: 2).map(\.record.by) } == [Samples.cashier, nil])
        },
        StoreClause("a record that was made ready is appended where it belongs, and nowhere else") { store async throws in
            try await store.write { _ = try $0.appendEarning(of: "m1") }
            let ready = { (number: Int) in
                try ReadyRecord(number: number, at: Samples.instant(), fact: .caughtUp("m1"), entries: [Samples.entry(number, of: "m1", points: 7)])
            }
            let records = try [ready(1), ready(3), ready(2), ready(3)]
            #expect(try await store.write { transaction in try records.map { try transaction.append($0) } } == [false, false, true, true])
            let links = try await store.read { try $0.records(from: 1, limit: 10) }
            #expect(links.map(\.record.number) == [1, 2, 3] && links.dropFirst().map(\.bytes) == [records[2].bytes, records[3].bytes])
            #expect(records[2].entries(inRecord: 9) == [Samples.entry(9, of: "m1", points: 7)])
            #expect(throws: StoreFault.entryRefused("5.0")) {
                _ = try ReadyRecord(number: 4, at: Samples.instant(), fact: .caughtUp("m1"), entries: [Samples.entry(5, of: "m1")])
            }
            #expect(try await LedgerVerifier(store).verify().length == 3)
        },
        StoreClause("a number that was given back by an undone body is given out again") { store async throws in
            try await store.write { _ = try $0.appendEarning(of: "m1") }
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    try transaction.appendEarning(of: "m1")
                    throw Refused()
                }
            }
            #expect(try await store.write { try $0.appendEarning(of: "m1").number } == 2)
        },
        StoreClause("records are read from a number on, at most as many as asked for") { store async throws in
            try await store.write { transaction in
                for _ in 0..<7 { try transaction.appendEarning(of: "m1") }
            }
            #expect(try await store.read { try $0.records(from: 3, limit: 2).map(\.record.number) } == [3, 4])
            #expect(try await store.read { try $0.records(from: 6, limit: 10).map(\.record.number) } == [6, 7])
            #expect(try await store.read { try $0.records(from: 8, limit: 10) } == [])
            #expect(try await store.read { try $0.records(from: .min, limit: 1).map(\.record.number) } == [1])
            #expect(try await store.read { try $0.records(from: 1, limit: -1) } == [])
        },
        StoreClause("the entries of a member come oldest first, and nobody else's") { store async throws in
            try await store.write { transaction in
                for turn in 0..<12 {
                    _ = try transaction.append(at: Samples.instant(turn), fact: .profileChanged("m1")) { number in
                        [
                            Samples.entry(number, 0, of: "m1", key: "a", points: turn), Samples.entry(number, 1, of: "m2", key: "b"),
                            Samples.entry(number, 2, of: "m1", key: "c", points: -turn),
                        ]
                    }
                }
            }
            let entries = try await store.read { try $0.entries(of: "m1") }
            #expect(entries.map(\.id) == (1...12).flatMap { [EntryID(record: $0, position: 0), EntryID(record: $0, position: 2)] })
            #expect(entries.allSatisfy { $0.member == "m1" })
            #expect(try await store.read { try $0.entries(of: "m3") } == [])
        },
        StoreClause("an entry that does not balance is refused and nothing is appended") { store async throws in
            await #expect(throws: StoreFault.entryRefused("1.0")) {
                try await store.write { transaction in
                    _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { number in
                        let entry = Samples.entry(number, of: "m1")
                        return [
                            Entry(
                                id: entry.id, member: entry.member, key: entry.key, rule: entry.rule, programme: entry.programme, effective: entry.effective,
                                ticket: nil, corrects: nil, text: entry.text, postings: Array(entry.postings.dropLast()))
                        ]
                    }
                }
            }
            #expect(try await store.read { try $0.head() } == nil)
        },
        StoreClause("an entry whose id is not its place is refused") { store async throws in
            await #expect(throws: StoreFault.entryRefused("1.1")) {
                try await store.write { transaction in
                    _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { [Samples.entry($0, 1, of: "m1")] }
                }
            }
        },
        StoreClause("what is posted is the sum of a move's entries and names the entry that stands") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1"))
                _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { number in
                    [Samples.entry(number, 0, of: "m1", key: "k", points: 10), Samples.entry(number, 1, of: "m1", key: "joining", rule: "KM-1", points: 5)]
                }
                _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { number in
                    [Samples.entry(number, 0, of: "m1", key: "k", points: 2, corrects: "1.0")]
                }
            }
            let corrected = try await store.read { try $0.account(of: "m1")?.posted }
            #expect(
                corrected == [
                    "k": PostedMove(amount: 12, kind: .earned, rule: "KM-11", entry: "1.0"),
                    "joining": PostedMove(amount: 5, kind: .earned, rule: "KM-1", entry: "1.1"),
                ])
            try await store.write { transaction in
                _ = try transaction.append(at: Samples.instant(), fact: .profileChanged("m1")) { number in
                    [
                        Samples.entry(number, 0, of: "m1", key: "k", points: -12, corrects: "1.0"),
                        Samples.entry(number, 1, of: "m1", key: "k", rule: "KM-12", points: 20),
                    ]
                }
            }
            #expect(try await store.read { try $0.account(of: "m1")?.posted["k"] } == PostedMove(amount: 20, kind: .earned, rule: "KM-12", entry: "3.1"))
        },
    ]
}
