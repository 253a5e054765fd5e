import Foundation
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct CLTableTests {
    @Test func `A-CL-5: no club is without a time zone and a currency`() throws {
        let settings = "settings: cl\ncalendar.zone: none\ncurrency: none\nearn.spend.rate: none\nredeem.value: none\n"
        let faults = #expect(throws: TableFaults.self) {
            try ProgramTables.load(try #require(TableText.shipped("cl")), settings: TableText(name: "cl.settings.yaml", text: settings))
        }
        #expect(faults?.faults.map { "\($0.line)" } == ["2", "3"])
        let missing = try ProgramTables.load("cl").missing
        #expect(missing.filter(\.isNeeded).map(\.key) == ["calendar.zone", "currency"])
    }

    let cl: Programme
    let example: Programme

    init() throws {
        cl = try ProgramTables.load("cl")
        example = try ProgramTables.load("cl", settings: "cl.example")
    }

    private func with(_ answers: String) throws -> Programme {
        try ProgramTables.load(TableText("cl"), settings: TableText(name: "s.yaml", text: "settings: cl\nchoices: { \(answers) }\n"))
    }

    private func said(_ moment: Prompt.Moment) -> [String] { cl.desk.prompts.filter { $0.moment == moment }.map { $0.text.text(in: .russian) } }

    @Test func `CL-1 and CL-3 ask a new client for the name and whether this is the first visit`() {
        #expect(said(.firstVisit) == ["Здравствуйте! Как я могу к вам обращаться?", "Вы у нас впервые?"])
        #expect(said(.afterFirstVisit) == ["Какие у вас впечатления от первого посещения? Все ли понравилось?"])
    }

    @Test func `CL-7 asks how it went, and the answer is taken in`() {
        #expect(said(.afterPayment).first == "Как прошла процедура? Все ли понравилось?")
        #expect(cl.desk.intake == [IntakeRule(rule: "CL-7", kind: .opinion)])
    }

    @Test func `CL-12b names passes and promotions before payment; the promotions are the owner's`() {
        #expect(cl.desk.passes == "CL-12b")
        #expect(cl.desk.promotionRule == "CL-12b")
        #expect(cl.desk.promotions == .notOffered)
        #expect(example.desk.promotions.value?.map(\.through) == [Day("2026-03-31")])
    }

    @Test func `CL-12c credits bonuses at a rate that the owner gives`() {
        #expect(cl.earning.spend == .init(rule: "CL-12c", rate: .unknown(key: "earn.spend.rate")))
        #expect(example.earning.spend?.rate == .known(.init(points: Points(1), per: Money(minor: 10_000))))
    }

    @Test func `CL-13 always asks for the next appointment`() {
        #expect(said(.afterPayment).last == "Хотите ли записаться сразу на следующую процедуру?")
    }

    @Test func `CL-15 lets bonuses pay for care cosmetics, at a value that the owner gives`() {
        #expect(cl.redemption == Redemption(rule: "CL-15", value: .unknown(key: "redeem.value"), categories: ["cosmetics"]))
        #expect(example.redemption?.value == .known(Money(minor: 100)))
        #expect(said(.arrival).first?.contains("потратить ваши бонусы на уходовую косметику") == true)
    }

    @Test func `CL-10 and CL-12a are printed; every club's till carries them out`() {
        let rows = cl.published.flatMap(\.rows)
        #expect(rows.filter { $0.rule == "CL-10" || $0.rule == "CL-12a" }.count == 3)
    }

    @Test func `the rows stand in the order of the text, without those that no till carries out`() {
        #expect(
            cl.published.flatMap(\.rows).map(\.rule.rawValue) == [
                "CL-12a", "CL-1", "CL-3", "CL-3", "CL-7", "CL-10", "CL-12a", "CL-12b", "CL-12c", "CL-13", "CL-15",
            ])
    }

    @Test func `A-CL-2 lets bonuses pay for other categories or everything`() throws {
        #expect(try with("redeem.categories: all").redemption?.categories == [])
        #expect(try with("redeem.categories: [cosmetics, service]").redemption?.categories == ["cosmetics", "service"])
        #expect(try with("redeem.categories: [cosmetics, service]").choices.first { $0.key == "redeem.categories" }?.answer == "cosmetics, service")
    }

    @Test func `A-CL-3 makes bonuses wait for days that the owner chooses`() throws {
        #expect(cl.earning.pendingDays == .notOffered)
        #expect(try with("earn.pending_days: 14").earning.pendingDays == .known(14))
    }

    @Test func `A-CL-4 credits the part paid with bonuses only when set`() throws {
        #expect(cl.redemption?.earnsOnRedeemedPart == false)
        #expect(try with("earn.on_redeemed_part: yes").redemption?.earnsOnRedeemedPart == true)
    }

    @Test func `A-CL-5 leaves money and zone to the owner`() {
        #expect(cl.missing.map { "\($0.rule) \($0.key)" } == ["A-CL-5 calendar.zone", "A-CL-5 currency", "CL-12c earn.spend.rate", "CL-15 redeem.value"])
        #expect(example.currency == Currency(code: "KZT", minorDigits: 2))
        #expect(example.calendar.zone.identifier == "Asia/Almaty")
        #expect(ProgrammeSheet.text(cl, .english).contains("money: unknown (currency)\n"))
    }

    @Test func `A-CL-1 … A-CL-5 are asked in Russian and English`() {
        #expect(Set(cl.choices.map(\.question)) == Set((1...5).map { "A-CL-\($0)" } + ["A-X-1", "A-X-2"]))
        #expect(cl.choices.allSatisfy { Set($0.asks.texts.keys) == ["en", "ru"] })
    }

    @Test func `example settings make cl live and are marked`() throws {
        try example.requireLive()
        #expect(example.isExample)
        #expect(throws: MissingFigures.self) { try cl.requireLive() }
        #expect(example.numbers.prefix == "9004")
    }
}
