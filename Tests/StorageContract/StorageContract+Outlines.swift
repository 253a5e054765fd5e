internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let outlines: [StoreClause] = [
        StoreClause("an outline is remembered until something of its account changes") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1"))
                try transaction.keep(Samples.member("m2"))
            }
            #expect(try await store.read { try $0.outline(of: "m1") } == nil)
            let changes: [@Sendable (any StoreTransaction) throws -> Void] = [
                { try $0.keep(Samples.member("m1", phone: "+98")) }, { try $0.keep(Samples.sale("T1", of: "m1")) }, { try $0.appendEarning(of: "m1") },
                { try $0.keep(Samples.dealing("d1", of: "m1")) }, { try $0.keep(try Samples.card("900100", of: "m1")) },
                { try $0.keep(BenefitRequest(id: "r1", member: "m1", benefit: "b", at: Samples.instant())) },
                { try $0.keep(Samples.sale("T1", of: "m2")) },
            ]
            for (turn, change) in changes.enumerated() {
                let outline = Samples.outline(of: "m1", points: turn)
                try await store.write { try $0.remember(outline) }
                #expect(try await store.read { try $0.outline(of: "m1") } == outline)
                try await store.write { transaction in
                    try change(transaction)
                    #expect(try transaction.outline(of: "m1") == nil)
                }
                #expect(try await store.read { try $0.outline(of: "m1") } == nil, "change \(turn)")
            }
        },
        StoreClause("an outline that a reader remembers stands for what the reader saw") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1")) }
            let outline = Samples.outline(of: "m1", points: 1)
            try await store.read { try $0.remember(outline) }
            #expect(try await store.read { try $0.outline(of: "m1") } == outline)
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    try transaction.appendEarning(of: "m2")
                    throw Refused()
                }
            }
            #expect(try await store.read { try $0.outline(of: "m1") } == outline)
        },
        StoreClause("an outline of a body that was undone is never seen, nor one that it changed") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1"))
                try transaction.remember(Samples.outline(of: "m1", points: 1))
            }
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    try transaction.appendEarning(of: "m1")
                    try transaction.remember(Samples.outline(of: "m1", points: 61))
                    throw Refused()
                }
            }
            #expect(try await store.read { try $0.outline(of: "m1") }?.points != Points(61))
            try await store.write { _ = try $0.appendEarning(of: "m1") }
            #expect(try await store.read { try $0.outline(of: "m1") } == nil)
        },
        StoreClause("what a sale's moves have come to is what its member's account says of them") { store async throws in
            let keys: [MoveKey] = ["spend T1/1", "spend T1/2"]
            let sale = Samples.sale("T1", of: "m1")
            let check: @Sendable (Int) async throws -> Void = { amount in
                let posted = try await store.read { try $0.posted(keys, of: sale) }
                let account = try await store.read { try $0.account(of: "m1")?.posted.filter { keys.contains($0.key) } }
                #expect(posted == account && posted["spend T1/1"]?.amount == amount)
            }
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1"))
                _ = try transaction.append(at: Samples.instant(), fact: .sold(sale)) { number in
                    [
                        Samples.entry(number, of: "m1", key: "joining", points: 5),
                        Samples.entry(number, 1, of: "m1", key: "spend T1/1", points: 60, ticket: "T1"),
                    ]
                }
                try transaction.keep(sale)
            }
            try await check(60)
            let correct: @Sendable (Fact, Int) async throws -> Void = { fact, points in
                try await store.write { transaction in
                    _ = try transaction.append(at: Samples.instant(), fact: fact) { number in
                        [Samples.entry(number, of: "m1", key: "spend T1/1", points: points, corrects: EntryID(record: 1, position: 1), ticket: "T1")]
                    }
                }
            }
            try await correct(.returned("T1", lines: []), -20)
            try await check(40)
            // A move of the sale that another event changes.
            try await correct(.profileChanged("m1"), -5)
            try await check(35)
            await #expect(throws: Refused()) {
                try await store.write { transaction in
                    _ = try transaction.append(at: Samples.instant(), fact: .voided("T1")) { number in
                        [Samples.entry(number, of: "m1", key: "spend T1/1", points: -35, corrects: EntryID(record: 1, position: 1), ticket: "T1")]
                    }
                    throw Refused()
                }
            }
            try await check(35)
            try await correct(.returned("T1", lines: []), -15)
            try await check(20)
        },
        StoreClause("the accounts of a stretch are those of its members, one by one") { store async throws in
            try await store.write { transaction in
                for number in [3, 1, 2, 5, 4] {
                    let id = MemberID("m\(number)")
                    try transaction.keep(Samples.member(id))
                    try transaction.keep(Samples.dealing(DealingID("d\(number)"), of: id))
                    try transaction.keep(Samples.sale(TicketID("T\(number)"), of: id))
                    try transaction.appendEarning(of: id, key: MoveKey("\(number)"))
                    try transaction.keep(BenefitRequest(id: RequestID("r\(number)"), member: id, benefit: "b", at: Samples.instant()))
                }
                try transaction.keep(Samples.sale("T9", of: nil))
            }
            let stretch = try await store.read { try $0.accounts(after: "m1", limit: 3) }
            let single = try await store.read { view in try ["m2", "m3", "m4"].compactMap { try view.account(of: $0) } }
            #expect(stretch == single && stretch.count == 3)
            #expect(try await store.read { try $0.accounts(after: "m5", limit: 3) }.isEmpty)
        },
        StoreClause("a revision is the same for as long as the account is") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1"))
                try transaction.keep(Samples.member("m2"))
            }
            let before = try await store.read { try $0.revisions(of: ["m1", "m2", "m3"]) }
            #expect(before.keys.sorted() == ["m1", "m2"])
            try await store.write { _ = try $0.appendEarning(of: "m2") }
            let after = try await store.read { try $0.revisions(of: ["m1", "m2"]) }
            #expect(after["m1"] == before["m1"] && after["m2"] != before["m2"])
        },
        StoreClause("every change of an account has a revision of its own, inside the body that makes it and after") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1")) }
            var claimed = Samples.sale("T2", of: nil)
            claimed.member = "m1"
            let decided = BenefitRequest(id: "r1", member: "m1", benefit: "b", at: Samples.instant(1))
            let changes: [@Sendable (any StoreTransaction) throws -> Void] = [
                { try $0.keep(Samples.member("m1", phone: "+981")) }, { try $0.keep(Samples.card("900100", of: "m1")) },
                { try $0.keep(Samples.card("900100", of: "m1", state: .lost)) }, { try $0.keep(Samples.sale("T1", of: "m1")) },
                { try $0.keep(Samples.sale("T1", of: "m1", approval: "r1")) }, { [claimed] in try $0.keep(claimed) },
                { try $0.keep(Samples.dealing("d1", of: "m1")) }, { _ = try $0.appendEarning(of: "m1") },
                { try $0.keep(BenefitRequest(id: "r1", member: "m1", benefit: "b", at: Samples.instant())) }, { try $0.keep(decided) },
            ]
            try await store.write { try $0.keep(Samples.sale("T2", of: nil)) }
            var seen = [try await store.read { try $0.revisions(of: ["m1"]) }["m1"]]
            for change in changes {
                let inside = try await store.write { transaction in
                    let before = try transaction.account(of: "m1")
                    try change(transaction)
                    #expect(try transaction.account(of: "m1") != before || transaction.cards(of: "m1").count == 1)
                    return try transaction.revisions(of: ["m1"])["m1"]
                }
                let after = try await store.read { try $0.revisions(of: ["m1"]) }["m1"]
                #expect(inside == after && !seen.contains(after))
                seen.append(after)
            }
        },
    ]
}
