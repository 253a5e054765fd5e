import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct TITableTests {
    let ti: Programme
    let example: Programme

    init() throws {
        ti = try ProgramTables.load("ti")
        example = try ProgramTables.load("ti", settings: "ti.example")
    }

    private func with(_ answers: String) throws -> Programme {
        try ProgramTables.load(TableText("ti"), settings: TableText(name: "s.yaml", text: "settings: ti\nchoices: { \(answers) }\n"))
    }

    private func words(_ rule: RuleID) -> [String] {
        ti.published.flatMap(\.rows).filter { $0.rule == rule }.map { $0.words.text(in: .persian) }
    }

    @Test func `TI-01 earns by spending, at a rate that the owner gives`() {
        #expect(ti.earning.spend?.rule == "TI-01")
        #expect(ti.earning.spend?.rate == .unknown(key: "earn.spend.rate"))
        #expect(example.earning.spend?.rate == .known(.init(points: Points(1), per: Money(minor: 100_000))))
    }

    @Test func `TI-01 rewards with material and non-material values, which the owner names for each rank`() {
        #expect(example.benefits.filter { $0.kind == .material }.map(\.id) == ["silver_rate", "golden_rate"])
        #expect(example.benefits.filter { $0.kind == .nonMaterial }.map(\.tiers) == [["silver", "golden"]])
        #expect(example.discount?["golden"]?.rate == .off(OffRate(millionths: 100_000)))
        #expect(example.discount?["white"] == nil)
        #expect(ti.discount == nil)
    }

    @Test func `TI-02 tells a visitor of the club after an amount of services`() {
        #expect(ti.membership.eligibility == Eligibility(rule: "TI-02", amount: .unknown(key: "eligibility.amount"), categories: ["service"]))
        #expect(example.membership.eligibility?.amount == .known(Money(minor: 50_000_000)))
    }

    @Test func `TI-02 qualifies anybody who buys when the owner sets the amount to 0`() throws {
        let settings = TableText(name: "s.yaml", text: "settings: ti\neligibility.amount: 0\n")
        let programme = try ProgramTables.load(TableText("ti"), settings: settings)
        #expect(programme.membership.eligibility?.amount == .known(.zero))
        #expect(!programme.missing.map(\.key).contains("eligibility.amount"))
    }

    @Test(arguments: ["TI-03", "TI-04"])
    func `TI-03 and TI-04 are printed with the membership number on the card`(rule: String) {
        #expect(words(RuleID(rule)).contains { $0.contains("شماره عضویت") })
    }

    @Test func `TI-05 has white, silver and golden cards in that order, at points that the owner gives`() {
        #expect(ti.ladder.tiers.map(\.id) == ["white", "silver", "golden"])
        #expect(ti.ladder.tiers.map { $0.name.text(in: .persian) } == ["سپید", "سیمین", "زرین"])
        #expect(ti.ladder.tiers.allSatisfy { $0.points.isUnknown && $0.rule == "TI-05" })
        #expect(example.ladder.standing(points: Points(2999), recruits: 0)?.tier.id == "silver")
        #expect(example.ladder.standing(points: Points(3000), recruits: 0)?.tier.id == "golden")
    }

    @Test func `TI-06 asks for the old card before the new one is given`() { #expect(ti.card.exchangeRule == "TI-06") }

    @Test func `TI-07 admits every member first, below the first rank too`() {
        let benefit = ti.benefits.first { $0.id == "priority_admission" }
        #expect(benefit?.rule == "TI-07")
        #expect(benefit?.isPriority == true)
        #expect(benefit?.isRequested == false)
        #expect(benefit?.tiers == ["white", "silver", "golden", .none])
    }

    @Test func `TI-08 keeps the points for six months without a service`() {
        #expect(ti.inactivity?.graceMonths == 6)
        #expect(ti.inactivity?.categories == ["service"])
    }

    @Test func `TI-09 credits introductions with the first paid service, at points that the owner gives`() {
        #expect(ti.referral == Referral(rule: "TI-09", points: .unknown(key: "referral.points"), trigger: .firstPaidService, categories: ["service"]))
        #expect(example.referral?.points == .known(Points(100)))
    }

    @Test func `TI-10 … TI-13 take 25, 40, 90 and 200 points for each month of four half-years`() {
        #expect(
            ti.inactivity?.blocks == [
                .init(rule: "TI-10", months: 6, points: Points(25)), .init(rule: "TI-11", months: 6, points: Points(40)),
                .init(rule: "TI-12", months: 6, points: Points(90)), .init(rule: "TI-13", months: 6, points: Points(200)),
            ])
    }

    @Test func `A-TI-1 … A-TI-11 stand as recommended unless they are set`() throws {
        let ladder = try #require(ti.inactivity)
        #expect(ladder.firstBlockStartsMonth == 1)
        #expect(ladder.posting == .monthlyArrears && ladder.afterLast == .stop && ladder.floor == .zero && ladder.activity == .service)
        #expect(ladder.reversesOnLateActivity)
        #expect(ti.ladder.demotion == .atOnce)
        #expect(!ti.card.isExchangedOnDemotion)
        #expect(ti.calendar.system == .iranian)
    }

    @Test func `A-TI-1 … A-TI-11 are set otherwise by their keys`() throws {
        #expect(try with("decay.first_block_starts_month: 7").inactivity?.firstBlockStartsMonth == 7)
        #expect(try with("decay.posting: milestone").inactivity?.posting == .milestone)
        #expect(try with("decay.after_last: as_last_block").inactivity?.afterLast == .asLastBlock)
        #expect(try with("decay.floor: negative").inactivity?.floor == .negative)
        #expect(try with("decay.activity: any_sale").inactivity?.activity == .anySale)
        #expect(try with("decay.reverse_on_late_activity: no").inactivity?.reversesOnLateActivity == false)
        #expect(try with("tier.demotion: never").ladder.demotion == .never)
        #expect(try with("tier.demotion: yearly_review").ladder.demotion == .yearlyReview)
        #expect(try with("card.exchange_on_demotion: yes").card.isExchangedOnDemotion)
        #expect(try with("referral.trigger: introduction").referral?.trigger == .introduction)
        #expect(try with("calendar: gregorian").calendar.system == .gregorian)
    }

    @Test func `A-TI-1 … A-TI-12 are asked in Persian and English`() {
        #expect(Set(ti.choices.map(\.question)) == Set((1...12).map { "A-TI-\($0)" } + ["A-X-1", "A-X-2"]))
        #expect(ti.choices.allSatisfy { Set($0.asks.texts.keys) == ["en", "fa"] })
    }

    @Test func `A-TI-8 names every unpublished figure, in the order of the text`() {
        #expect(
            ti.missing.map { "\($0.rule) \($0.key)" } == [
                "TI-01 earn.spend.rate", "TI-01 rewards.material", "TI-01 rewards.non_material", "TI-02 eligibility.amount", "TI-05 tier.white.points",
                "TI-05 tier.silver.points", "TI-05 tier.golden.points", "TI-09 referral.points",
            ])
        #expect(throws: MissingFigures.self) { try ti.requireLive() }
    }

    @Test func `the leaflet has no date, and the table invents none`() {
        #expect(ti.effective == nil)
        #expect(ti.version.rawValue.hasPrefix("ti undated "))
    }

    @Test func `example settings make ti live and are marked`() throws {
        try example.requireLive()
        #expect(example.isExample)
        #expect(example.numbers.prefix == "9003")
    }

    @Test(arguments: [
        ("1", "6: 150 points; 12: 390 points; 18: 930 points; 24: 2,130 points"),
        ("7", "6: 0 points; 12: 150 points; 18: 390 points; 24: 930 points; 30: 2,130 points"),
    ])
    func `TI-10 … TI-13 print the totals of the reading in force, for the owner to confirm`(start: String, totals: String) throws {
        #expect(ProgrammeSheet.text(try with("decay.first_block_starts_month: \(start)"), .english).contains(": \(totals)\n"))
    }
}
