import MemberLaneClient
import Testing

@Suite struct `A till's client` {
    @Test func `quotes, sells once, and finds out what became of a ticket`() async throws {
        try await Shop.open { shop in
            try await shop.join()
            let quote = try await shop.till.quote(Shop.car("T2", member: "A"))
            #expect(quote.total == 1_000_000_000 && quote.earned == 120 && !quote.sayBefore.isEmpty && quote.entries.isEmpty)
            #expect(try await shop.till.outcome(of: "T2") == nil)
            let sold = try await shop.till.sell(Shop.car("T2", member: "A"))
            let length = try await shop.journalLength()
            #expect(try await shop.till.sell(Shop.car("T2", member: "A")) == sold)
            guard case .sold(let ticket) = sold else { throw Unexpected.outcome(sold) }
            #expect(ticket.entries.map(\.points).reduce(0, +) == 120 && ticket.currency.code == "IRR" && !ticket.receipt.isEmpty)
            #expect(try await shop.till.outcome(of: "T2") == ticket)
            #expect(try await shop.journalLength() == length)
        }
    }

    @Test func `returns and voids under its own keys, each once`() async throws {
        try await Shop.open { shop in
            try await shop.join()
            _ = try await shop.till.sell(Shop.car("T2", member: "A"))
            _ = try await shop.till.sell(Shop.car("T/3 ت", member: "A"))
            let back = try await shop.till.takeBack([ReturnedUnits("1", quantity: 1)], of: "T2", key: "r1")
            #expect(back.total == -1_000_000_000 && back.lines[0].quantity == -1)
            #expect(try await shop.till.takeBack([ReturnedUnits("1", quantity: 1)], of: "T2", key: "r1") == back)
            let void = try await shop.till.void("T/3 ت", key: "v1")
            #expect(try await shop.till.void("T/3 ت", key: "v1") == void)
            #expect(try await shop.till.member("A").points == 90)
        }
    }

    @Test func `a no is a refusal with its code, whose turn it is, and a sentence in the language that was asked for`() async throws {
        try await Shop.open(language: "ru") { shop in
            let refusal = try await #require(throws: Refusal.self) { try await shop.till.identify("9001000000000001", entry: .keyed) }
            #expect(refusal.code == "check_digit_wrong" && refusal.kind == .retry && refusal.field == "value")
            #expect(refusal.cashierText.contains { ("а"..."я").contains($0) })
        }
    }

    @Test func `a price that is not the one told sells nothing`() async throws {
        try await Shop.open { shop in
            try await shop.join()
            var ticket = Shop.car("T2", member: "A")
            ticket.expectedTotal = 999
            let before = try await shop.journalLength()
            let refusal = try await #require(throws: Refusal.self) { try await shop.till.sell(ticket) }
            #expect(refusal.code == "price_changed" && refusal.cashierText.contains("1,000,000,000"))
            #expect(try await shop.journalLength() == before)
            ticket.expectedTotal = 1_000_000_000
            guard case .sold = try await shop.till.sell(ticket) else { throw Unexpected.nothing }
        }
    }

    @Test func `a member joins once, and the account holds what was earned`() async throws {
        try await Shop.open { shop in
            let joined = try await shop.join()
            #expect(joined.earned == 90 && joined.tier.id == "bronze" && joined.isFirstVisit == false)
            #expect(try await shop.till.join(Joining(name: "S. R.", tickets: ["T-A-1"], member: "A"), key: "join A").member == "A")
            let account = try await shop.till.account(of: "A")
            #expect(account.points == 90 && account.entries.map(\.points).reduce(0, +) == 90)
            #expect(try await shop.till.health().programme == "km")
        }
    }
}

enum Unexpected: Error {
    case nothing
    case outcome(SaleOutcome)
}
