import LoyaltyModel
import LoyaltyRules
import Testing

/// The readings of the register that are not the recommended ones: an owner may choose each.
@Suite struct ReadingTests {
    private func cars(_ orders: [Int], cancelled: Int? = nil, _ change: (inout OrdinalTable) -> Void = { _ in }) throws -> [Int] {
        let rows = [(1...1, 60), (2...2, 120), (3...3, 180), (4...10, 40), (11...20, 20)].map { positions, points in
            OrdinalTable.Row(rule: "KM-06", positions: positions, points: Points(points))
        }
        var table = OrdinalTable(
            rows: rows, mode: .incremental, category: "vehicle", countedFlags: ["direct"], flagRule: "KM-03", from: try SmallClub.day("2011-03-21"),
            fromRule: "KM-02")
        change(&table)
        let book = try SmallClub.make { [table] in $0.earning.ordinal = table }
        var member = try SmallClub.member()
        for (index, count) in orders.enumerated() {
            let line = SoldLine(
                id: "1", sku: "x", category: "vehicle", flags: ["direct"], quantity: count, list: Money(minor: 1000), adjustments: [], rounding: .price,
                earning: nil)
            let at = try SmallClub.instant("2021-0\(index + 4)-01T12:00:00+04:30")
            member.sales.append(
                Sale(
                    ticket: TicketID("T\(index)"), member: "A", at: at, occurredAt: at, programme: book.current.version, tier: "low", lines: [line],
                    approval: nil))
        }
        if let cancelled { member.sales[cancelled].lines[0].returned = member.sales[cancelled].lines[0].quantity }
        return member.moves(under: book, at: try SmallClub.instant("2022-01-01T12:00:00+03:30")).map(\.amount)
    }

    @Test func `A-KM-4: rows for several positions continue the order of purchases, or reward one order of that size`() throws {
        #expect(try cars([3, 1, 1]) == [60, 120, 180, 40, 40])
        #expect(try cars([3, 1, 1]) { $0.rowMeaning = .orders } == [60, 120, 180])
        #expect(try cars([1, 4]) { $0.rowMeaning = .orders } == [60, 40, 40, 40, 40])
    }

    @Test func `A-KM-11: later cars move up when one is cancelled, or keep their places`() throws {
        #expect(try cars([1, 1, 1], cancelled: 1) == [60, 120])
        #expect(try cars([1, 1, 1], cancelled: 1) { $0.reranksOnCancel = false } == [60, 180])
    }

    private func recruited(_ generations: [Int], _ change: (inout Recruiting) -> Void) throws -> Standing {
        let book = try SmallClub.make { programme in
            programme.ladder.tiers = [("ordinary", 0), ("silver", 10), ("gold", 100)].map { name, recruits in
                TierLadder.Tier(id: TierID(name), name: Wording(["en": name]), rule: "SH-06", points: .notOffered, recruits: recruits)
            }
            var recruiting = Recruiting(
                rule: "SH-05", gift: .init(rule: "SH-12", recruits: 9, name: Wording(["en": "shoes"]), limit: .notOffered), reversalDays: .known(30))
            change(&recruiting)
            programme.recruiting = recruiting
        }
        var member = try SmallClub.member()
        member.member.recruits = generations.enumerated().map { index, generation in
            Recruit(member: MemberID("R\(index)"), joinedAt: member.member.enrolment.at, purchases: [], generation: generation == 1 ? nil : generation)
        }
        return member.standing(under: book, at: try SmallClub.instant("2021-05-01T12:00:00+04:30"))
    }

    @Test func `A-SH-2: direct recruits alone count, or as many generations as the table names`() throws {
        let generations = Array(repeating: 1, count: 6) + Array(repeating: 2, count: 4)
        #expect(try recruited(generations) { _ in }.recruits == 6)
        #expect(try recruited(generations) { $0.depth = 2 }.tier == "silver")
    }

    @Test func `A-SH-3: a hundred are counted in all, or after becoming silver`() throws {
        for (count, inAll, after) in [(99, "silver", "silver"), (100, "gold", "silver"), (109, "gold", "silver"), (110, "gold", "gold")] {
            let recruits = Array(repeating: 1, count: count)
            #expect(try recruited(recruits) { _ in }.tier == TierID(inAll))
            #expect(try recruited(recruits) { $0.countFrom = .tierBelow }.tier == TierID(after))
        }
    }

    @Test func `A-SH-4: nine recruits earn the gift once, or again for every nine`() throws {
        for (count, once, again) in [(8, 0, 0), (9, 1, 1), (18, 1, 2), (27, 1, 3)] {
            #expect(try recruited(Array(repeating: 1, count: count)) { _ in }.gifts == once)
            #expect(try recruited(Array(repeating: 1, count: count)) { $0.repeatsGift = true }.gifts == again)
        }
    }

    @Test(arguments: [(ExtraDiscount.Stacking.multiplyAfterTier, 17_100), (.addPercent, 17_000), (.replace, 18_000), (.bestForMember, 18_000)])
    func `A-SH-5: the extra multiplies the tier's rate, adds to it, takes its place, or the better one counts`(stacking: ExtraDiscount.Stacking, price: Int)
        throws
    {
        let book = try SmallClub.make { programme in
            programme.discount = TierDiscount(rows: [.init(rule: "SH-08", tier: "low", rate: .pays(PayRate(millionths: 950_000)))])
            let fair = ExtraDiscount.Festival(name: Wording(["en": "fair"]), day: Day(year: 2021, month: 5, day: 1) ?? Day(serial: 0))
            programme.extra = ExtraDiscount(rule: "SH-09", rate: .known(PayRate(millionths: 900_000)), festivals: .known([fair]))
            programme.extra?.stacking = stacking
        }
        #expect(try total(book) == Money(minor: price))
    }

    private func total(_ book: ProgrammeBook, points: Int = 0, cardTier: TierID? = nil) throws -> Money {
        let at = try SmallClub.instant("2021-05-01T12:00:00+04:30")
        var member = try SmallClub.member(points: points)
        _ = member.catchUp(book, at: at)
        let line = try SmallClub.required(TicketLine(id: "1", sku: "x", category: "shoes", quantity: 1, unitPrice: Money(minor: 20_000)))
        return try book.quote(Ticket(id: "T1", occurredAt: at, lines: [line]), for: member, cardTier: cardTier, approval: .absent, at: at).sale.total
    }

    private func tiers(_ change: (inout Programme) -> Void) throws -> ProgrammeBook {
        try SmallClub.make { programme in
            let rates = [("low", 1_000_000), ("middle", 900_000), ("high", 800_000)]
            programme.discount = TierDiscount(rows: rates.map { .init(rule: "XX-3", tier: TierID($0), rate: .pays(PayRate(millionths: $1))) })
            programme.earning.spend = .init(rule: "XX-2", rate: .known(.init(points: Points(1), per: Money(minor: 10))))
            change(&programme)
        }
    }

    @Test func `A-KM-13: the tier before the purchase prices it, or the one that its own points lead to`() throws {
        #expect(try total(try tiers { _ in }) == Money(minor: 20_000))
        #expect(try total(try tiers { $0.discount?.pricedBy = .afterSale }) == Money(minor: 18_000))
    }

    @Test func `A-TI-12: a new tier's benefits begin with its points, or with the exchange of the card`() throws {
        #expect(try total(try tiers { _ in }, points: 1000, cardTier: "low") == Money(minor: 18_000))
        let exchanging = try tiers { $0.card.benefitsFrom = .exchange }
        #expect(try total(exchanging, points: 1000, cardTier: "low") == Money(minor: 20_000))
        #expect(try total(exchanging, points: 1000, cardTier: "middle") == Money(minor: 18_000))
        #expect(try total(exchanging, points: 0, cardTier: "high") == Money(minor: 20_000))
    }

    @Test func `A-TI-6: without a service the clock starts at joining, or does not run`() throws {
        let later = try SmallClub.instant("2022-01-01T12:00:00+03:30")
        for (anchor, lost) in [(InactivityLadder.Anchor.joining, 270), (.none, 0)] {
            let book = try SmallClub.make { programme in
                programme.inactivity = SmallClub.ladder()
                programme.inactivity?.anchor = anchor
            }
            #expect(try SmallClub.member(points: 3000).standing(under: book, at: later).points == Points(3000 - lost))
        }
    }

    @Test func `A-TI-11: where late services give nothing back, the clock moves from the day they were entered`() throws {
        let book = try SmallClub.make { programme in
            programme.inactivity = SmallClub.ladder()
            programme.inactivity?.reversesOnLateActivity = false
        }
        var member = try SmallClub.member(points: 3000)
        member.sales = [try SmallClub.service("T1", at: "2021-09-01T12:00:00+04:30", entered: "2021-12-01T12:00:00+03:30")]
        #expect(member.standing(under: book, at: try SmallClub.instant("2021-12-02T12:00:00+03:30")).points == Points(3000 - 230))
    }
}
