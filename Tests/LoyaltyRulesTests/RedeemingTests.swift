import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct RedeemingTests {
    private let day = "2021-05-01T12:00:00+04:30"

    private func club(pending: Int = 0, earnsOnRedeemed: Bool = false) throws -> ProgrammeBook {
        try SmallClub.make { programme in
            programme.redemption = Redemption(rule: "CL-15", value: .known(Money(minor: 3)), categories: ["cosmetics"], earnsOnRedeemedPart: earnsOnRedeemed)
            programme.earning.spend = .init(rule: "CL-12c", rate: .known(.init(points: Points(1), per: Money(minor: 10))))
            programme.earning.pendingDays = .known(pending)
        }
    }

    private func ticket(redeem: Int) throws -> Ticket {
        let lines = [("1", "procedure", 1000), ("2", "cosmetics", 100), ("3", "cosmetics", 50)].map { id, category, price in
            TicketLine(id: LineID(id), sku: "x", category: CategoryID(category), quantity: 1, unitPrice: Money(minor: price))
        }
        return Ticket(id: "T1", occurredAt: try SmallClub.instant(day), lines: lines.compactMap(\.self), redeem: Points(redeem))
    }

    private func quote(_ points: Int, redeem: Int, _ book: ProgrammeBook) throws -> Quote {
        var member = try SmallClub.member(points: points)
        _ = member.catchUp(book, at: try SmallClub.instant(day))
        return try book.quote(try ticket(redeem: redeem), for: member, approval: .absent, at: try SmallClub.instant(day))
    }

    @Test func `CL-15, A-CL-2: points pay for the named category alone, line by line, in whole points`() throws {
        let sale = try quote(100, redeem: 40, try club()).sale
        #expect(sale.lines.map(\.net.minor) == [1000, 1, 29])
        #expect(sale.lines.map { $0.redemption?.points.count } == [nil, 33, 7])
        #expect(sale.lines.flatMap(\.adjustments).map(\.rule) == ["CL-15", "CL-15"])
    }

    @Test func `A-CL-4: the part paid with points earns nothing, unless the table says it does`() throws {
        #expect(try quote(100, redeem: 40, try club()).willEarn == Points(100 + 0 + 2))
        #expect(try quote(100, redeem: 40, try club(earnsOnRedeemed: true)).willEarn == Points(100 + 10 + 5))
    }

    @Test func `the quote says how much points may pay for`() throws {
        let most = try quote(1000, redeem: 0, try club()).redeemable
        #expect(most?.points == Points(33 + 16) && most?.amount == Money(minor: 147))
        let own = try quote(20, redeem: 0, try club()).redeemable
        #expect(own?.points == Points(20) && own?.amount == Money(minor: 60))
        #expect(try quote(0, redeem: 0, try club()).redeemable == nil)
    }

    @Test func `more points than there are, or than the lines can take, are refused with how many there may be`() throws {
        #expect { _ = try quote(30, redeem: 31, try club()) } throws: { error in
            (error as? Trouble).map { $0.code == .pointsShort && $0.values["usable"] == .points(Points(30)) } ?? false
        }
        #expect { _ = try quote(100, redeem: 50, try club()) } throws: { error in
            (error as? Trouble).map { $0.code == .redeemTooMuch && $0.values["most"] == .points(Points(49)) } ?? false
        }
        #expect(throws: Trouble.self) { _ = try quote(100, redeem: -1, try club()) }
    }

    @Test func `A-CL-3: what a sale earned cannot be spent before its days of waiting are over`() throws {
        let book = try club(pending: 14)
        var member = try SmallClub.member(points: 10)
        member.sales = [try SmallClub.service("T0", at: "2021-05-01T12:00:00+04:30", earns: 90)]
        for (on, usable) in [("2021-05-14", 10), ("2021-05-15", 100)] {
            let at = try SmallClub.instant("\(on)T09:00:00+04:30")
            _ = member.catchUp(book, at: at)
            let standing = member.standing(under: book, at: at)
            #expect(standing.points == Points(100) && standing.usable == Points(usable))
        }
    }

    @Test func `A-CL-3: no more waits than the balance has`() throws {
        let book = try club(pending: 14)
        var member = try SmallClub.member(points: 0)
        member.sales = [try SmallClub.service("T0", at: "2021-05-01T12:00:00+04:30", earns: 90)]
        let at = try SmallClub.instant("2021-05-14T09:00:00+04:30")
        member.dealings = [Dealing(id: "d", member: "A", at: at, kind: .adjustment(Points(-60), reason: "count"))]
        _ = member.catchUp(book, at: at)
        let standing = member.standing(under: book, at: at)
        #expect(standing.points == Points(30) && standing.pending == Points(30) && standing.usable == .zero)
    }

    @Test func `A-X-2: redeemed points come back with the units they paid for, the last unit taking the rest`() throws {
        let book = try club()
        let line = SoldLine(
            id: "1", sku: "x", category: "cosmetics", flags: [], quantity: 3, list: Money(minor: 300),
            adjustments: [Adjustment(rule: "CL-15", amount: Money(minor: -150), text: Phrase(.pointsPay))], rounding: .price, earning: nil,
            redemption: Earning(rule: "CL-15", points: Points(50), text: Phrase(.pointsPay)))
        var member = try SmallClub.member(points: 50)
        let at = try SmallClub.instant(day)
        member.sales = [
            Sale(ticket: "T1", member: "A", at: at, occurredAt: at, programme: "xx 2020-01-01 00000000", tier: "low", lines: [line], approval: nil)
        ]
        for (returned, balance) in [(0, 0), (1, 16), (2, 33), (3, 50)] {
            member.sales[0].lines[0].returned = returned
            _ = member.catchUp(book, at: at)
            #expect(member.points == Points(balance))
        }
    }
}
