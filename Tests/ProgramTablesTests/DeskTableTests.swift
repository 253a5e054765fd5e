import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

/// Cinema, gym and laboratory: texts that ask something of the desk and publish no points.
@Suite struct DeskTableTests {
    let ci: Programme
    let gy: Programme
    let lb: Programme
    let example: Programme

    init() throws {
        ci = try ProgramTables.load("ci")
        gy = try ProgramTables.load("gy")
        lb = try ProgramTables.load("lb")
        example = try ProgramTables.load("lb", settings: "lb.example")
    }

    private func item(_ sku: String, in programme: Programme) -> PriceList.Item? { programme.desk.prices?.items.first { $0.sku == sku } }

    @Test func `CI-01 and CI-02 show promotions and take complaints`() {
        #expect(ci.desk.promotionRule == "CI-01")
        #expect(ci.desk.intake == [IntakeRule(rule: "CI-02", kind: .complaint)])
    }

    @Test func `CI-03 opens a fast lane to booked tickets for every member`() {
        #expect(ci.desk.pickups == "CI-03")
        #expect(ci.benefits.map(\.id) == ["fast_lane"])
        #expect(ci.benefits.first?.isPriority == true)
        #expect(ci.ladder.standing(points: .zero, recruits: 0)?.tier.id == "member")
    }

    @Test func `CI-06 sends news to who agreed to it`() { #expect(ci.desk.notices == [NoticeRule(rule: "CI-06", occasion: .news, text: nil)]) }

    @Test func `GY-9 counts at least four members a day for each coach, with a slip to sign`() {
        #expect(gy.desk.visits == VisitLog(rule: "GY-9", dailyMinimum: .known(4), hasSlip: true))
        #expect(gy.ladder.tiers.map(\.id) == ["member"])
    }

    @Test func `ci and gy publish no figure that is missing`() throws {
        try ci.requireLive()
        try gy.requireLive()
        #expect([ci, gy, lb].map(\.numbers.prefix) == ["9006", "9007", "9008"])
    }

    @Test func `LB-02 tells price and preparation of a blood count in one answer`() {
        let count = item("blood_count", in: lb)
        #expect(count?.rule == "LB-02")
        #expect(count?.price == .known(.exactly(Money(minor: 50_000))))
        #expect(count?.fastingHours == 6)
        #expect(count?.preparation?.text(in: .russian).contains("натощак") == true)
    }

    @Test func `LB-01 and LB-03 add hours and a next step to every answer`() {
        #expect(lb.desk.prices?.hours?.text(in: .russian) == "Ежедневно с 09.00 до 16.00")
        #expect(lb.desk.prices?.nextStep?.text(in: .russian).hasPrefix("Давайте я расскажу о подготовке") == true)
    }

    @Test func `LB-04 gives the least and the most where the sum is open`() {
        #expect(item("urine", in: example)?.price == .known(.between(Money(minor: 20_000), Money(minor: 40_000))))
        #expect(item("urine", in: example)?.rule == "LB-04")
    }

    @Test func `LB-06 gives reason and return date of a service that is paused`() {
        #expect(item("urine", in: example)?.pause?.back == Day("2027-01-11"))
        #expect(item("urine", in: example)?.pause?.reason.text(in: .russian) == "прибор на поверке")
    }

    @Test func `LB-07 and LB-09 are the desk's to read: say directly what is not given, and interpret nothing`() {
        let rows = lb.published.flatMap(\.rows)
        #expect(rows.first { $0.rule == "LB-07" }?.words.text(in: .russian).contains("избегая слов «к сожалению»") == true)
        #expect(rows.first { $0.rule == "LB-09" }?.words.text(in: .russian).contains("не вправе") == true)
    }

    @Test func `LB-08 sends callers to public numbers; the owner's internal ones stay off the sheet`() {
        #expect(lb.desk.directory.map(\.phone) == ["88002005815"])
        #expect(lb.desk.directory.first?.isInternal == false)
        #expect(example.desk.directory.map(\.isInternal) == [false, true])
        #expect(ProgrammeSheet.text(example, .russian).contains("Руководитель (внутренний номер)"))
        #expect(!ProgrammeSheet.text(example, .russian).contains("Руководитель 100"))
    }

    @Test func `LB-10 and LB-12 take complaints and calls back`() {
        #expect(lb.desk.intake == [IntakeRule(rule: "LB-10", kind: .complaint), IntakeRule(rule: "LB-12", kind: .callBack)])
    }

    @Test func `LB-13 publishes twelve hours without food for cholesterol, and no price`() {
        let cholesterol = item("cholesterol", in: lb)
        #expect(cholesterol?.fastingHours == 12)
        #expect(cholesterol?.price == .unknown(key: "price.cholesterol"))
        #expect(lb.missing.map { "\($0.rule) \($0.key)" } == ["LB-03 calendar.zone", "LB-13 price.cholesterol"])
    }

    @Test func `lb has no tiers, and everybody is a client`() throws {
        #expect(lb.ladder.tiers.isEmpty)
        #expect(lb.ladder.name(of: .none).text(in: .russian) == "клиент")
        try example.requireLive()
        #expect(example.isExample)
    }

    @Test func `SH-14 … SH-16 and KM-19 and KM-21 are carried out by the desk`() throws {
        let sh = try ProgramTables.load("sh")
        #expect(sh.desk.notices.map { "\($0.rule) \($0.occasion.rawValue)" } == ["SH-14 festival", "SH-14 birthday", "SH-15 news"])
        #expect(sh.desk.intake.map(\.kind) == [.suggestion])
        #expect(sh.desk.intake.first?.gift != nil)
        let km = try ProgramTables.load("km")
        #expect(km.desk.intake.map(\.kind) == [.opinion, .suggestion, .complaint])
        let numbers = TableText(name: "s.yaml", text: "settings: km\ndirectory: [{ topic: فروش, phone: \"021-0\" }]\n")
        #expect(try ProgramTables.load(TableText("km"), settings: numbers).desk.directory.map(\.isInternal) == [true])
    }
}
