import Foundation
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

/// A new club is a new table and no new code.
@Suite struct NinthClubTests {
    let club: Programme

    init() throws { club = try WideTable.programme() }

    private func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

    private func quote(_ category: CategoryID, _ price: Int, flags: Set<FlagID> = [], points: Int = 0, at time: String = "2026-03-02T12:00:00Z") throws -> Quote
    {
        let line = try #require(
            TicketLine(id: "1", sku: "x", category: category, quantity: 1, unitPrice: Money(minor: price), flags: flags))
        let joined = try instant("2026-03-01T12:00:00Z")
        let enrolment = Enrolment(at: joined)
        var account = MemberAccount(member: Member(id: "A", profile: Profile(name: "A. B."), enrolment: enrolment))
        account.dealings = [Dealing(id: "f", member: "A", at: joined, kind: .fee("yearly", Money(minor: 1000)))]
        if points > 0 { account.dealings.append(Dealing(id: "c", member: "A", at: joined, kind: .adjustment(Points(points), reason: "test"))) }
        let book = ProgrammeBook(current: club)
        let now = try instant(time)
        for draft in account.reconciliation(under: book, at: now, cause: nil) {
            account.posted[draft.key] = PostedMove(amount: draft.amount, kind: draft.kind, rule: draft.rule, entry: "1.0")
        }
        return try book.quote(Ticket(id: "T", occurredAt: now, lines: [line]), for: account, approval: .absent, at: now)
    }

    @Test func `a ninth club goes live with its table and settings alone`() throws {
        try club.requireLive()
        #expect(club.id == "lh")
        #expect(club.missing == [])
        #expect(club.ladder.tiers.map(\.id) == ["wave", "tide", "flood"])
        #expect(!ProgramTables.shipped.contains("lh"))
    }

    @Test func `its tickets are priced by its own rows`() throws {
        #expect(try quote("food", 1099).sale.total == Money(minor: 1099))
        #expect(try quote("food", 1099).willEarn == Points(21))
        #expect(try quote("swim", 1000).sale.lines[0].adjustments.map(\.rule) == ["LH-11"])
        #expect(try quote("swim", 1000).sale.total == Money(minor: 970))
        #expect(try quote("swim", 1000, flags: ["lane"], points: 100).sale.lines[0].adjustments.map(\.rule) == ["LH-12"])
        #expect(try quote("swim", 1000, flags: ["lane"], points: 100).sale.total == Money(minor: 900))
        #expect(try quote("swim", 1000, flags: ["night"], points: 100).sale.total == Money(minor: 1000))
        #expect(try quote("swim", 1000, points: 100, at: "2026-06-23T12:00:00Z").sale.total == Money(minor: 855))
    }

    @Test func `every section of its text is carried into the programme`() {
        #expect(club.membership.terms == "LH-2" && club.membership.phone == "LH-4" && club.membership.fee?.id == "yearly")
        #expect(club.membership.eligibility?.amount == .known(Money(minor: 2000)))
        #expect(club.storedValue?.limit == .known(Money(minor: 50_000)))
        #expect(club.earning.ordinal?.rows.count == 1 && club.earning.pendingDays == .known(2))
        #expect(club.card.exchangeRule == "LH-9" && club.card.reissueFee == .known(Money(minor: 200)) && club.card.twoPlacesMinutes == .known(15))
        #expect(club.benefits.map(\.id) == ["lane", "door", "lane_price", "flood_policy", "sauna_rate"])
        #expect(club.benefits.first?.conditions.first?.need == .beforeDue(months: 2, .fromThenOn))
        #expect(club.extra?.rate == .known(PayRate(millionths: 950_000)))
        #expect(club.gifts?["soap"]?.stock == 9 && club.recruiting?.gift?.recruits == 2)
        #expect(club.inactivity?.graceMonths == 3 && club.inactivity?.blocks.map(\.months) == [3, 9])
        #expect(club.referral?.points == .known(Points(7)) && club.costFloor == "LH-20")
        #expect(club.redemption?.categories == ["food"] && club.redemption?.value == .known(Money(minor: 5)))
        #expect(club.desk.visits?.dailyMinimum == .known(6) && club.desk.pickups == "LH-24" && club.desk.passes == "LH-21")
        #expect(club.desk.prompts.map(\.moment) == [.arrival, .firstVisit] && club.desk.notices.map(\.occasion) == [.birthday, .news])
        #expect(club.desk.prices?.items.map(\.sku) == ["sauna", "steam"] && club.desk.directory.map(\.isInternal) == [false, true])
        #expect(club.contact?.phone == "556" && club.desk.intake.map(\.kind) == [.opinion, .suggestion])
    }

    @Test(arguments: Language.allCases)
    func `its sheet shows every row and every answer in every language`(language: Language) throws {
        let text = ProgrammeSheet.text(club, language)
        for row in club.published.flatMap(\.rows) { #expect(text.contains(row.words.text(in: language))) }
        for rule in 1...28 { #expect(text.contains("LH-\(rule) ")) }
        for choice in club.choices { #expect(text.contains("\(choice.key): \(choice.answer)")) }
        #expect(!text.contains("557"))
    }

    @Test func `its sheet is written as JSON, an internal number left out`() throws {
        let text = String(decoding: try JSONEncoder().encode(ProgrammeSheet(club)), as: UTF8.self)
        for piece in [#""within":3"#, #""daily":6"#, #""minutes":15"#, #""least":900"#, #""most":1200"#, #""every":"06-23""#, #""months":[4,12]"#] {
            #expect(text.contains(piece))
        }
        #expect(!text.contains("557"))
    }

    @Test func `its sheet stands in the order of its text`() {
        let rules = club.published.flatMap(\.rows).compactMap { Int($0.rule.rawValue.dropFirst(3)) }
        #expect(rules == rules.sorted())
    }
}
