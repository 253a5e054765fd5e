import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct KMTableTests {
    let km: Programme

    init() throws { km = try ProgramTables.load("km") }

    private func words(_ rule: RuleID) -> [String] {
        km.published.flatMap(\.rows).filter { $0.rule == rule }.map { $0.words.text(in: .persian) }
    }

    @Test func `KM-01 names three benefits: discount, priority of registration, priority of delivery`() {
        #expect(Set(km.benefits.filter(\.isRequested).map(\.id)) == ["purchase_discount", "delivery_priority", "registration_priority"])
        #expect(words("KM-01").first?.contains("تخفیف در خرید، اولویت ثبت نام و اولویت در خرید") == true)
    }

    @Test func `KM-02 counts purchases from 1390-01-01 on, which is 21 March 2011`() {
        #expect(km.earning.ordinal?.from == Day("2011-03-21"))
        #expect(km.earning.ordinal?.fromRule == "KM-02")
    }

    @Test func `KM-03 counts direct purchases alone in phase one, second-hand ones too in phase two`() throws {
        #expect(km.earning.ordinal?.countedFlags == ["direct"])
        #expect(km.earning.ordinal?.flagRule == "KM-03")
        #expect(try kmWith("phase: 2").earning.ordinal?.countedFlags == ["direct", "second_hand"])
        #expect(try kmWith("phase: 2, earn.second_hand: nothing").earning.ordinal?.countedFlags == ["direct"])
    }

    @Test func `KM-04 gives 30 points for joining`() { #expect(km.earning.joining == .init(rule: "KM-04", points: Points(30))) }

    @Test func `KM-05 gives 30 points for the profile`() {
        #expect(km.earning.profile == .init(rule: "KM-05", points: Points(30)))
        #expect(km.membership.profile == [.name, .birthday, .phone])
    }

    @Test(arguments: [
        (1, "KM-06", 60), (2, "KM-07", 120), (3, "KM-08", 180), (4, "KM-09", 40), (10, "KM-09", 40), (11, "KM-10", 20), (20, "KM-10", 20),
    ])
    func `KM-06 … KM-10 give each car its own points`(car: Int, rule: String, points: Int) throws {
        let award = try #require(km.earning.ordinal?.award(at: car))
        #expect(award.row.rule == RuleID(rule))
        #expect(award.points == Points(points))
    }

    @Test func `KM-10 says nothing beyond car 20, so A-KM-2 gives nothing unless it is set`() throws {
        #expect(km.earning.ordinal?.award(at: 21) == nil)
        #expect(try kmWith("earn.beyond_last_row: as_last_row").earning.ordinal?.award(at: 21)?.points == Points(20))
    }

    @Test(
        arguments: [
            (29, nil), (30, "bronze"), (210, "bronze"), (211, "silver"), (350, "silver"), (351, "gold"), (500, "gold"), (501, "diamond"),
        ] as [(Int, TierID?)])
    func `KM-11 draws the groups at 30, 211, 351 and 501 points`(points: Int, tier: TierID?) {
        #expect(km.ladder.standing(points: Points(points), recruits: 0)?.tier.id == tier)
        #expect(km.ladder.tiers.allSatisfy { $0.rule == "KM-11" })
    }

    @Test func `KM-11 names the groups in Persian, Chinese, Russian and English`() {
        #expect(km.ladder.tiers.map { $0.name.text(in: .persian) } == ["برنز", "نقره ای", "طلایی", "الماس"])
        for tier in km.ladder.tiers { #expect(Set(tier.name.texts.keys) == ["en", "fa", "ru", "zh"]) }
        #expect(km.ladder.belowFirst.text(in: .persian) == "بدون گروه")
    }

    @Test func `A-KM-3: below 30 points a member is in no group and pays the full price`() {
        #expect(km.ladder.standing(points: Points(29), recruits: 0) == nil)
        #expect(km.ladder.name(of: .none).text(in: .persian) == "بدون گروه")
        #expect(km.discount?[.none] == nil)
    }

    @Test func `A-KM-5: no benefit costs points, for the leaflet publishes no price`() {
        #expect(km.choices.first { $0.question == "A-KM-5" }?.answer == "0")
        #expect(km.redemption == nil && km.gifts == nil)
    }

    @Test func `KM-12 gives messages and notices to all four groups, unasked`() {
        let rows = km.benefits.filter { $0.rule == "KM-12" }
        #expect(rows.map(\.id) == ["messages", "notices"])
        #expect(rows.allSatisfy { $0.tiers == ["bronze", "silver", "gold", "diamond"] && !$0.isRequested })
    }

    @Test func `KM-13 gives both priorities to gold and diamond, on request`() {
        let rows = km.benefits.filter { $0.rule == "KM-13" }
        #expect(rows.map(\.id) == ["delivery_priority", "registration_priority"])
        #expect(rows.allSatisfy { $0.tiers == ["gold", "diamond"] && $0.isRequested })
    }

    @Test(arguments: [("bronze", nil), ("silver", 10_000_000), ("gold", 20_000_000), ("diamond", 40_000_000)] as [(TierID, Int?)])
    func `KM-14 takes 1, 2 and 4 per cent off a car of 1,000,000,000 rial, nothing for bronze`(tier: TierID, reduction: Int?) {
        let row = km.discount?[tier]
        let off: OffRate? = if case .off(let rate)? = row?.rate { rate } else { nil }
        #expect(off?.reduction(of: Money(minor: 1_000_000_000)).minor == reduction)
        #expect(row.map { $0.rule == "KM-14" } ?? (tier == "bronze"))
        #expect(km.discount?.categories == ["vehicle"])
    }

    private func conditions(_ benefit: BenefitID, in programme: Programme) -> [RequestCondition] {
        programme.benefits.first { $0.id == benefit }?.conditions ?? []
    }

    @Test func `KM-15 asks that the car is paid in full once the invitation is out`() {
        #expect(conditions("delivery_priority", in: km).first == RequestCondition(rule: "KM-15", need: .paidInFull))
        #expect(words("KM-15").first?.contains("پس از تکمیل وجه") == true)
    }

    @Test func `KM-16 opens one month before the due date, read as A-KM-8 is set`() throws {
        #expect(conditions("delivery_priority", in: km).last == RequestCondition(rule: "KM-16", need: .beforeDue(months: 1, .fromThenOn)))
        let exactly = try kmWith("benefit.window: exactly_then")
        #expect(conditions("delivery_priority", in: exactly).last?.need == .beforeDue(months: 1, .exactlyThen))
    }

    @Test func `KM-17 asks for the announced time and for a scheme that is not filled, read as A-KM-9 is set`() throws {
        #expect(conditions("registration_priority", in: km).map(\.need) == [.announcedTime, .schemeCapacity(isFilled: false)])
        let filled = try kmWith("benefit.scheme_capacity: filled")
        #expect(conditions("registration_priority", in: filled).last?.need == .schemeCapacity(isFilled: true))
        #expect(words("KM-17").count == 2)
    }

    @Test func `KM-18, A-KM-7: the discount waits for an approval unless it is set to come by itself`() throws {
        #expect(km.discount?.approval == "purchase_discount")
        #expect(km.discount?.approvalRule == "KM-18")
        let automatic = try kmWith("benefit.approval: automatic")
        #expect(automatic.discount?.approval == nil)
        #expect(automatic.benefits.first { $0.id == "purchase_discount" }?.isRequested == false)
    }

    @Test func `KM-19 keeps the sales areas' numbers from customers, and the table holds none`() {
        #expect(words("KM-19").first?.contains("خودداری فرمایید") == true)
        #expect(!words("KM-19").joined().contains { $0.isNumber })
    }

    @Test func `KM-20 gives the club's number to dealers, to customers only when set`() throws {
        #expect(km.contact == Contact(rule: "KM-20", phone: "021-44563513", audience: .dealers))
        #expect(try kmWith("contact.visibility: customers").contact?.audience == .customers)
    }

    @Test func `KM-21 is printed among the aims`() { #expect(words("KM-21").count == 1) }

    @Test func `every rule of the leaflet from KM-01 … KM-21 has a row`() {
        let rules = Set(km.published.flatMap(\.rows).map(\.rule.rawValue))
        #expect(rules == Set((1...21).map { $0 < 10 ? "KM-0\($0)" : "KM-\($0)" }))
    }

    @Test func `the leaflet is complete: nothing is missing and it may go live`() throws {
        #expect(km.missing.isEmpty)
        try km.requireLive()
        #expect(!km.isExample)
    }

    @Test func `card numbers of km begin with 9001 and have 16 digits`() {
        #expect(km.numbers.prefix == "9001")
        #expect(km.numbers.length == 16)
        #expect(km.currency == Currency(code: "IRR", minorDigits: 0))
        #expect(km.calendar.system == .iranian)
    }

    @Test func `A-KM-1 … A-KM-17 and what touches every club are asked and answered`() {
        let asked = Set(km.choices.map(\.question))
        #expect(asked == Set((1...17).map { "A-KM-\($0)" } + ["A-TI-10", "A-X-1", "A-X-2"]))
        #expect(km.choices.allSatisfy { Set($0.asks.texts.keys) == ["en", "fa"] })
    }
}

/// km with the owner's answers, as `key: answer, …`.
func kmWith(_ answers: String) throws -> Programme {
    let settings = TableText(name: "km.settings.yaml", text: "settings: km\nchoices: { \(answers) }\n")
    return try ProgramTables.load(TableText("km"), settings: settings)
}
