import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct SATableTests {
    let sa: Programme
    let example: Programme

    init() throws {
        sa = try ProgramTables.load("sa")
        example = try ProgramTables.load("sa", settings: "sa.example")
    }

    private func load(_ settings: String) throws -> Programme {
        try ProgramTables.load(TableText("sa"), settings: TableText(name: "s.yaml", text: "settings: sa\n\(settings)\n"))
    }

    private func rows(_ rule: RuleID) -> [PublishedRow] { sa.published.flatMap(\.rows).filter { $0.rule == rule } }

    @Test func `SA-01 asks to accept the terms`() {
        #expect(sa.membership.terms == "SA-01")
        #expect(rows("SA-01").count == 2)
    }

    @Test func `SA-02 has four steps: particulars, fee or condition, card, handing over`() {
        #expect(rows("SA-02").count == 4)
        #expect(sa.membership.fee?.conditionRule == "SA-02")
        #expect(sa.card.makingRule == "SA-02")
        #expect(sa.card.handOverRule == "SA-02")
    }

    @Test func `SA-03 gives thirteen rights to every member, three of them with priority`() {
        let rights = sa.benefits.filter { $0.rule == "SA-03" }
        #expect(rights.count == 13)
        #expect(rights.enumerated().filter { $0.element.isPriority }.map { $0.offset + 1 } == [2, 3, 11])
        #expect(rights.allSatisfy { $0.tiers.contains("basic") && !$0.isRequested })
        #expect(example.benefits.filter { $0.rule == "SA-03" }.allSatisfy { $0.tiers.isSuperset(of: ["basic", "silver", "gold"]) })
    }

    @Test func `SA-04 takes 180.00 yuan a shop and agreement year`() {
        let fee = sa.membership.fee
        #expect(fee?.id == "annual")
        #expect(fee?.rule == "SA-04")
        #expect(fee?.amount == .known(Money(minor: 18_000)))
        #expect(fee?.period == .agreementYear)
    }

    @Test func `SA-04 is published, so no setting changes the 180 yuan`() {
        let fault = #expect(throws: TableFaults.self) { try load("fee.annual: 200.00") }
        #expect(fault?.faults.first?.kind == .published)
    }

    @Test func `SA-05 gives the basic level at once and leaves the others to the owner`() {
        #expect(sa.ladder.tiers.map(\.id) == ["basic"])
        #expect(sa.ladder.standing(points: .zero, recruits: 0)?.tier.id == "basic")
        #expect(example.ladder.standing(points: .zero, recruits: 0, purchases: Money(minor: 4_999_999))?.tier.id == "basic")
        #expect(example.ladder.standing(points: .zero, recruits: 0, purchases: Money(minor: 5_000_000))?.tier.id == "silver")
        #expect(example.ladder.standing(points: Points(1_000_000), recruits: 0, purchases: Money(minor: 20_000_000))?.reason == .purchases)
    }

    @Test func `SA-05 gives a level its own policy: a rate, words, or both`() {
        #expect(example.discount?["gold"]?.rate == .pays(PayRate(millionths: 950_000)))
        #expect(example.discount?["basic"] == nil)
        #expect(example.benefits.first { $0.id == "gold_policy" }?.tiers == ["gold"])
    }

    @Test(arguments: ["SA-06", "SA-10"])
    func `SA-06 and SA-10 are printed`(rule: String) { #expect(rows(RuleID(rule)).count == 1) }

    @Test func `SA-08 forbids lending the card, and two tills at once are remarked on where the owner says so`() {
        #expect(sa.card.holderRule == "SA-08")
        #expect(sa.card.twoPlacesMinutes == .notOffered)
        #expect(example.card.twoPlacesMinutes == .known(30))
    }

    @Test func `SA-09 makes a lost card anew for its material cost, which the owner gives`() {
        #expect(sa.card.reissueRule == "SA-09")
        #expect(sa.card.reissueFee == .unknown(key: "card.reissue_fee"))
        #expect(example.card.reissueFee == .known(Money(minor: 500)))
    }

    @Test func `A-SA-1 read as a fee for each level asks for the levels' fees`() throws {
        #expect(try load("choices: { fee.by_level: own }").missing.map(\.key).contains("fee.levels"))
        let own = try load("choices: { fee.by_level: own }\ntier.levels: [{ tier: gold, name: 金级店, purchases: 1000 }]\nfee.levels: { gold: 300.00 }")
        #expect(own.membership.fee?.byLevel == ["gold": Money(minor: 30_000)])
        #expect(throws: TableFaults.self) { try load("fee.levels: { basic: 1.00 }") }
    }

    @Test func `A-SA-2 read as calendar year is carried into the fee`() throws {
        #expect(try load("choices: { fee.period: calendar_year }").membership.fee?.period == .calendarYear)
    }

    @Test func `A-SA-1 … A-SA-5 are asked in Chinese and English`() {
        #expect(Set(sa.choices.map(\.question)) == Set((1...5).map { "A-SA-\($0)" } + ["A-X-1", "A-X-2"]))
        #expect(sa.choices.allSatisfy { Set($0.asks.texts.keys) == ["en", "zh"] })
    }

    @Test func `the chapters stand in their order`() {
        let rules = sa.published.flatMap(\.rows).map(\.rule.rawValue)
        #expect(rules == rules.sorted())
        #expect(sa.published.compactMap { $0.heading?.text(in: .chinese).prefix(3) } == ["第二章", "第三章", "第四章", "第五章", "第六章", "第七章"])
    }

    @Test func `the bare table names the levels and the reissue fee as missing`() throws {
        #expect(sa.missing.map { "\($0.rule) \($0.key)" } == ["SA-05 tier.levels", "SA-09 card.reissue_fee"])
        try example.requireLive()
        #expect(example.isExample)
        #expect(sa.numbers.prefix == "9005")
    }
}
