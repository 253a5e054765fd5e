import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct StoredValueTests {
    private let day = "2021-05-01T12:00:00+04:30"

    private func club(tierPays: Int, storedPays: Int, extra: Int? = nil) throws -> ProgrammeBook {
        try SmallClub.make { programme in
            programme.discount = TierDiscount(
                rows: [.init(rule: "SH-08", tier: "low", rate: .pays(PayRate(millionths: tierPays)))], excludedFlags: ["special"], exclusionRule: "A-SH-6")
            programme.storedValue = StoredValue(rule: "SH-01", rate: .known(PayRate(millionths: storedPays)), limit: .notOffered)
            if let extra {
                programme.extra = ExtraDiscount(
                    rule: "SH-09", rate: .known(PayRate(millionths: extra)),
                    festivals: .known([.init(name: Wording(["en": "fair"]), day: Day(year: 2021, month: 5, day: 1) ?? Day(serial: 0))]))
            }
        }
    }

    private func member(deposit: Int, _ book: ProgrammeBook) throws -> MemberAccount {
        var member = try SmallClub.member()
        member.dealings = [Dealing(id: "d", member: "A", at: member.member.enrolment.at, kind: .deposit(Money(minor: deposit)))]
        _ = member.catchUp(book, at: try SmallClub.instant(day))
        return member
    }

    private func price(_ book: ProgrammeBook, from source: PaymentSource?, deposit: Int = 100_000) throws -> Sale {
        let line = try SmallClub.required(TicketLine(id: "1", sku: "x", category: "shoes", quantity: 1, unitPrice: Money(minor: 20_000)))
        let ticket = Ticket(id: "T1", occurredAt: try SmallClub.instant(day), lines: [line], paidFrom: source)
        return try book.quote(ticket, for: try member(deposit: deposit, book), approval: .absent, at: try SmallClub.instant(day)).sale
    }

    @Test func `SH-01, RULES 10.14: the deposit's rate takes the tier's place where it is better, and never multiplies it`() throws {
        let better = try club(tierPays: 950_000, storedPays: 880_000)
        #expect(try price(better, from: nil).total == Money(minor: 19_000))
        let paid = try price(better, from: .storedValue)
        #expect(paid.total == Money(minor: 17_600) && paid.lines[0].adjustments.map(\.rule) == ["SH-01"])
        let worse = try price(try club(tierPays: 850_000, storedPays: 880_000), from: .storedValue)
        #expect(worse.total == Money(minor: 17_000) && worse.lines[0].adjustments.map(\.rule) == ["SH-08"])
    }

    @Test func `SH-09, RULES 10.14: the day's extra multiplies the better rate, rounded once`() throws {
        #expect(try price(try club(tierPays: 950_000, storedPays: 880_000, extra: 900_000), from: .storedValue).total == Money(minor: 15_840))
    }

    @Test func `RULES 10.13: too little on deposit refuses the sale and says what is short`() throws {
        let book = try club(tierPays: 950_000, storedPays: 880_000)
        #expect { _ = try price(book, from: .storedValue, deposit: 17_000) } throws: { error in
            (error as? Trouble)?.values["short"] == .money(Money(minor: 600), book.current.currency)
        }
    }

    @Test func `SH-01: money on deposit has its own moves, and a return brings back what was paid, never points`() throws {
        let book = try club(tierPays: 950_000, storedPays: 880_000)
        var member = try member(deposit: 20_000, book)
        member.sales = [try price(book, from: .storedValue)]
        let now = try SmallClub.instant(day)
        let spent = member.catchUp(book, at: now)
        #expect(spent.map(\.kind) == [.paid] && member.storedValue == Money(minor: 2400) && member.points == .zero)
        member.sales[0].lines[0].returned = 1
        let back = member.catchUp(book, at: now)
        #expect(back.map(\.amount) == [17_600] && back.allSatisfy { $0.corrects != nil } && member.storedValue == Money(minor: 20_000))
    }

    @Test func `every entry of a deposit balances in money and touches no points`() throws {
        let book = try club(tierPays: 950_000, storedPays: 880_000)
        var member = try SmallClub.member()
        member.dealings = [Dealing(id: "d", member: "A", at: member.member.enrolment.at, kind: .deposit(Money(minor: 500)))]
        let entry = try SmallClub.required(member.reconciliation(under: book, at: try SmallClub.instant(day), cause: nil).first).entry(id: "1.0")
        #expect(entry.isBalanced && entry.points == .zero && entry.amount == 500 && entry.kind == .deposited)
        #expect(entry.postings.map(\.account) == [.storedValue("A"), .depositsReceived])
    }
}
