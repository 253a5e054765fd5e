import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct SHTableTests {
    @Test func `SH-06, SH-07: a higher tier takes more recruits`() throws {
        let text = try #require(TableText.shipped("sh")).text.replacing("recruits: 100", with: "recruits: 10")
        let faults = #expect(throws: TableFaults.self) { try ProgramTables.load(TableText(name: "sh.yaml", text: text)) }
        #expect(faults?.faults.map { $0.description.contains("more than 10 recruits") } == [true])
    }

    let sh: Programme
    let example: Programme

    init() throws {
        sh = try ProgramTables.load("sh")
        example = try ProgramTables.load("sh", settings: "sh.example")
    }

    private func words(_ rule: RuleID) -> [String] {
        sh.published.flatMap(\.rows).filter { $0.rule == rule }.map { $0.words.text(in: .chinese) }
    }

    @Test func `SH-01 has both kinds, and the rate of the stored one is unknown`() {
        #expect(words("SH-01").count == 2)
        #expect(sh.storedValue?.rule == "SH-01")
        #expect(sh.storedValue?.rate == .unknown(key: "stored.rate"))
        #expect(example.storedValue?.rate == .notOffered)
    }

    @Test func `SH-02 lets buyers join`() { #expect(sh.membership.purchase == "SH-02") }

    @Test func `SH-03 makes the mobile number the account`() { #expect(sh.membership.phone == "SH-03") }

    @Test func `SH-04 has ordinary, silver and gold, printed 银卡 and 金卡`() {
        #expect(sh.ladder.tiers.map(\.id) == ["ordinary", "silver", "gold"])
        #expect(sh.ladder.tiers.map { $0.name.text(in: .chinese) } == ["普通会员", "银卡", "金卡"])
        #expect(sh.ladder.tiers[0].rule == "SH-04")
        #expect(sh.ladder.standing(points: .zero, recruits: 0)?.tier.id == "ordinary")
    }

    @Test func `SH-05 promotes by points or by recruits, whichever comes first`() {
        #expect(sh.recruiting?.rule == "SH-05")
        #expect(example.ladder.standing(points: Points(999), recruits: 9)?.tier.id == "ordinary")
        #expect(example.ladder.standing(points: Points(1000), recruits: 0)?.reason == .points)
        #expect(example.ladder.standing(points: Points(0), recruits: 10)?.reason == .recruits)
    }

    @Test func `SH-06 makes silver at 10 recruits`() {
        #expect(sh.ladder.standing(points: .zero, recruits: 9)?.tier.id == "ordinary")
        #expect(sh.ladder.standing(points: .zero, recruits: 10)?.tier.rule == "SH-06")
    }

    @Test func `SH-07 makes gold at 100 recruits`() {
        #expect(sh.ladder.standing(points: .zero, recruits: 99)?.tier.id == "silver")
        #expect(sh.ladder.standing(points: .zero, recruits: 100)?.tier.rule == "SH-07")
    }

    @Test(arguments: [("ordinary", 950_000, 19_000), ("silver", 900_000, 18_000), ("gold", 850_000, 17_000)])
    func `SH-08 says what is paid: 9.5折, 9折 and 8.5折 of 200.00 yuan`(tier: String, millionths: Int, price: Int) throws {
        let row = try #require(sh.discount?[TierID(tier)])
        #expect(row.rate == .pays(PayRate(millionths: millionths)))
        #expect(PayRate(millionths: millionths).price(of: Money(minor: 20_000)) == Money(minor: price))
        #expect(row.rule == "SH-08")
        #expect(sh.discount?.approval == nil)
    }

    @Test func `SH-09 leaves the extra and the festivals to the owner`() throws {
        #expect(sh.extra?.rate == .unknown(key: "discount.extra"))
        #expect(sh.extra?.festivals == .unknown(key: "holidays"))
        #expect(example.extra?.rate == .known(PayRate(millionths: 950_000)))
        #expect(example.extra?.festivals.value?.map(\.date) == [.every(try #require(YearlyDate("chinese 01-01"))), .every(try #require(YearlyDate("10-01")))])
    }

    @Test func `A-SH-5 keeps birthdays by the Gregorian calendar, by the Chinese one when set`() throws {
        #expect(sh.extra?.birthday == .gregorian)
        let settings = TableText(name: "s.yaml", text: "settings: sh\nchoices: { birthday.calendar: chinese }\n")
        #expect(try ProgramTables.load(TableText("sh"), settings: settings).extra?.birthday == .chinese)
    }

    @Test func `SH-09 keeps a festival on the day of one year, or every year by its calendar`() throws {
        let settings = TableText(
            name: "s.yaml", text: "settings: sh\nholidays: [{ every: chinese 01-01, name: 春节 }, { day: 2026-05-01, name: 节 }]\n")
        let festivals = try #require(try ProgramTables.load(TableText("sh"), settings: settings).extra?.festivals.value)
        let (spring, may) = (festivals[0], festivals[1])
        for (text, isSpring, isMay) in [("2026-02-17", true, false), ("2027-02-06", true, false), ("2026-05-01", false, true), ("2027-05-01", false, false)] {
            let day = try #require(Day(text))
            #expect(spring.falls(on: day) == isSpring)
            #expect(may.falls(on: day) == isMay)
        }
    }

    @Test func `SH-10 leaves the earn rate to the owner`() {
        #expect(sh.earning.spend?.rate == .unknown(key: "earn.spend.rate"))
        #expect(example.earning.spend?.rate == .known(.init(points: Points(1), per: Money(minor: 1000))))
    }

    @Test func `SH-11 leaves the gifts to the owner`() {
        #expect(sh.gifts?.gifts == .unknown(key: "gifts"))
        #expect(example.gifts?.gifts.value?.map(\.points) == [Points(300), Points(800)])
    }

    @Test func `SH-12 gives one pair of shoes at nine recruits`() {
        #expect(sh.recruiting?.gift?.rule == "SH-12")
        #expect(sh.recruiting?.gift?.recruits == 9)
        #expect(sh.recruiting?.gift?.name.text(in: .chinese) == "免费的鞋一双")
        #expect(example.recruiting?.gift?.limit == .known(Money(minor: 20_000)))
        #expect(example.recruiting?.reversalDays == .known(30))
    }

    @Test func `SH-13 ensures cost`() { #expect(sh.costFloor == "SH-13") }

    @Test(arguments: ["SH-14", "SH-15", "SH-16", "SH-17"])
    func `SH-14 … SH-17 are printed`(rule: String) { #expect(words(RuleID(rule)).count == 1) }

    @Test func `A-SH-6 keeps the member's rate from specials unless it is set`() throws {
        #expect(sh.discount?.excludedFlags == ["special"])
        #expect(sh.discount?.exclusionRule == "A-SH-6")
        let settings = TableText(name: "s.yaml", text: "settings: sh\nchoices: { discount.exclude_flags: none }\n")
        #expect(try ProgramTables.load(TableText("sh"), settings: settings).discount?.excludedFlags == [])
    }

    @Test func `every rule from SH-01 … SH-17 has a row, in the published order where the text runs on`() {
        let rules = sh.published.flatMap(\.rows).map(\.rule.rawValue)
        #expect(Set(rules) == Set((1...17).map { $0 < 10 ? "SH-0\($0)" : "SH-\($0)" }))
        #expect(rules == rules.sorted())
    }

    @Test func `A-SH-1 … A-SH-8 are asked and answered`() {
        #expect(Set(sh.choices.map(\.question)) == Set((1...8).map { "A-SH-\($0)" } + ["A-X-1", "A-X-2"]))
    }

    @Test func `the bare table names every figure that is missing, in its order`() {
        #expect(
            sh.missing.map { "\($0.rule) \($0.key)" } == [
                "SH-01 stored.rate", "SH-01 stored.max_balance", "SH-05 tier.silver.points", "SH-05 tier.gold.points", "SH-09 discount.extra", "SH-09 holidays",
                "SH-10 earn.spend.rate", "SH-11 gifts", "SH-12 gift.max_price", "SH-05 referral.reversal_days",
            ])
    }

    @Test func `the bare table may not go live, and says how to write what is missing`() throws {
        let refusal = try #require(throws: MissingFigures.self) { try sh.requireLive() }
        #expect(refusal.figures == sh.missing)
        #expect(refusal.description.contains("earn.spend.rate (SH-10): points per money spent, such as 1 point / 10.00; or none"))
        #expect(refusal.description.contains("hint: Write the figures into a settings file"))
    }

    @Test func `example settings make it live and are marked`() throws {
        try example.requireLive()
        #expect(example.isExample)
        #expect(!sh.isExample)
    }

    @Test func `card numbers of sh begin with 9002`() { #expect(sh.numbers.prefix == "9002") }
}
