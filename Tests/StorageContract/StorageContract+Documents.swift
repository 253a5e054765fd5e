internal import LoyaltyModel
internal import LoyaltyStorage
internal import Testing

extension StorageContract {
    static let documents: [StoreClause] = [
        StoreClause("a member's cards come in the order they were made") { store async throws in
            let cards = try ["900300", "900100", "900200"].map { try Samples.card($0, of: "m1") }
            for card in cards { try await store.write { try $0.keep(card) } }
            var replaced = cards[0]
            replaced.state = .replaced
            try await store.write { [replaced] in try $0.keep(replaced) }
            #expect(try await store.read { try $0.cards(of: "m1") } == [replaced, cards[1], cards[2]])
            #expect(try await store.read { try $0.card(cards[0].number) } == replaced)
            #expect(try await store.read { try $0.cards(of: "m2") } == [])
        },
        StoreClause("a card number belongs to one member for ever") { store async throws in
            let card = try Samples.card("900100", of: "m1", state: .lost)
            let other = try Samples.card("900100", of: "m2")
            try await store.write { try $0.keep(card) }
            await #expect(throws: StoreFault.taken(.cardNumber)) { try await store.write { try $0.keep(other) } }
            #expect(try await store.read { try $0.card(card.number) } == card)
        },
        StoreClause("a sale is found by its ticket, changed or not") { store async throws in
            var sale = Samples.sale("T/1 گ", of: nil)
            try await store.write { [sale] in try $0.keep(sale) }
            #expect(try await store.read { try $0.sale("T/1 گ") } == sale)
            sale.lines[0].returned = 1
            try await store.write { [sale] in try $0.keep(sale) }
            #expect(try await store.read { try $0.sale("T/1 گ") } == sale)
            #expect(try await store.read { try $0.sale("T2") } == nil)
        },
        StoreClause("an account has its sales in the order they were entered, a claimed one in its place") { store async throws in
            try await store.write { try $0.keep(Samples.member("m1")) }
            try await store.write { try $0.keep(Samples.sale("T3", of: "m1")) }
            try await store.write { try $0.keep(Samples.sale("T2", of: nil)) }
            try await store.write { try $0.keep(Samples.sale("T1", of: "m1")) }
            #expect(try await store.read { try $0.account(of: "m1")?.sales.map(\.ticket) } == ["T3", "T1"])
            try await store.write { transaction in
                #expect(try transaction.account(of: "m1")?.sales.count == 2)
                try transaction.keep(Samples.sale("T2", of: "m1"))
                #expect(try transaction.account(of: "m1")?.sales.map(\.ticket) == ["T3", "T2", "T1"])
            }
            #expect(try await store.read { try $0.account(of: "m1")?.sales.map(\.ticket) } == ["T3", "T2", "T1"])
        },
        StoreClause("a sale that goes to another member leaves the first one's account") { store async throws in
            try await store.write { transaction in
                try transaction.keep(Samples.member("m1"))
                try transaction.keep(Samples.member("m2"))
                try transaction.keep(Samples.sale("T1", of: "m1"))
            }
            #expect(try await store.read { try $0.account(of: "m1")?.sales.count } == 1)
            try await store.write { try $0.keep(Samples.sale("T1", of: "m2")) }
            #expect(try await store.read { try $0.account(of: "m1")?.sales } == [])
            #expect(try await store.read { try $0.account(of: "m2")?.sales.map(\.ticket) } == ["T1"])
        },
        StoreClause("the sales that used an approval are found by it") { store async throws in
            try await store.write { try $0.keep(Samples.sale("T1", of: "m1", approval: "r1")) }
            try await store.write { try $0.keep(Samples.sale("T2", of: "m1")) }
            #expect(try await store.read { try $0.sales(approvedBy: "r1").map(\.ticket) } == ["T1"])
            #expect(try await store.read { try $0.sales(approvedBy: "r2") } == [])
        },
        StoreClause("a request is kept and stands in its member's account") { store async throws in
            var request = BenefitRequest(id: "r2", member: "m1", benefit: "discount", at: Samples.instant())
            let later = BenefitRequest(id: "r1", member: "m1", benefit: "discount", at: Samples.instant(1))
            try await store.write { [request] transaction in
                try transaction.keep(Samples.member("m1"))
                try transaction.keep(request)
                try transaction.keep(later)
            }
            request.state = .approved
            try await store.write { [request] transaction in
                _ = try transaction.account(of: "m1")
                try transaction.keep(request)
            }
            #expect(try await store.read { try $0.request("r2") } == request)
            #expect(try await store.read { try $0.account(of: "m1")?.requests } == [request, later])
        },
        StoreClause("card jobs are open until they are over, oldest first") { store async throws in
            var first = try Samples.job("j9", of: "m1")
            let second = try Samples.job("j1", of: "m2")
            let third = try Samples.job("j5", of: "m1")
            for job in [first, second, third] { try await store.write { try $0.keep(job) } }
            first.state = .printing
            try await store.write { [first] in try $0.keep(first) }
            #expect(try await store.read { try $0.openCardJobs(of: nil) } == [first, second, third])
            #expect(try await store.read { try $0.openCardJobs(of: "m1") } == [first, third])
            first.state = .done
            try await store.write { [first] in try $0.keep(first) }
            #expect(try await store.read { try $0.openCardJobs(of: nil) } == [second, third])
            #expect(try await store.read { try $0.cardJob("j9") } == first)
        },
        StoreClause("published tables are kept in the order they went live") { store async throws in
            let first = PublishedProgramme(version: "b 2017", table: "rows: []", settings: nil)
            let second = PublishedProgramme(version: "a 2018", table: "rows: [گ]", settings: "x: 1")
            for programme in [first, second, first] { try await store.write { try $0.keep(programme) } }
            #expect(try await store.read { try $0.publishedProgrammes() } == [first, second])
            await #expect(throws: StoreFault.taken(.programmeVersion)) {
                try await store.write { try $0.keep(PublishedProgramme(version: "b 2017", table: "other", settings: nil)) }
            }
        },
    ]
}
