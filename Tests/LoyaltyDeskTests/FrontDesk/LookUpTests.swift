import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite("Looking up prices") struct LookUpTests {
    private static let blood = PriceList.Item(
        rule: "LB-02", sku: "A-17", name: words("Complete blood count", fa: "شمارش کامل خون", zh: "血常规", ru: "Общий анализ крови"),
        price: .known(.exactly(Money(minor: 50_000))), preparation: words("Best in the morning.", ru: "Желательно утром."), fastingHours: 6)
    private static let scan = PriceList.Item(
        rule: "LB-04", sku: "12", name: words("Scan", ru: "Томография"), price: .known(.between(Money(minor: 100_000), Money(minor: 250_000))),
        preparation: words("For a headache or fever ask your doctor first."))
    private static let paused = PriceList.Item(
        rule: "LB-06", sku: "13", name: words("Allergy test", ru: "Аллергопроба"), price: .unknown(key: "prices.13"),
        pause: PriceList.Pause(reason: words("the device is away for repair", ru: "прибор в ремонте"), back: Day("2026-04-01")))

    private func laboratory() throws -> FrontDeskStory {
        let list = PriceList(
            rule: "LB-02", hours: words("daily 09.00–16.00", ru: "ежедневно 09.00–16.00"), nextStep: words("Shall I tell you how to prepare?"),
            items: [Self.blood, Self.scan, Self.paused])
        return try FrontDeskStory(FrontDesk(prices: list)) { $0.currency = Currency(code: "RUB", minorDigits: 2) }
    }

    @Test(
        "LB-02: name in any language, article number, any case and digits find the service",
        arguments: ["общий анализ КРОВИ", "анализ", "blood", "BLOOD count", "血常规", "شمارش كامل", "a-17", "A 17"])
    func found(_ query: String) throws {
        let story = try laboratory()
        #expect(try story.desk.lookUp(query, story.at()).items.map(\.sku) == ["A-17"])
    }

    @Test func `LB-02: digits of other scripts are digits`() throws {
        let story = try laboratory()
        #expect(try story.desk.lookUp("۱۲", story.at()).items.map(\.sku) == ["12"])
    }

    @Test func `LB-03: every answer has price, preparation, hours and the next step`() throws {
        let story = try laboratory()
        let answer = try #require(try story.desk.lookUp("blood", story.at()).items.first)
        #expect(
            answer.say == [
                "Complete blood count costs RUB\u{A0}500.00.", "Best in the morning.", "Hours without food beforehand: 6.", "Open: daily 09.00–16.00.",
                "Shall I tell you how to prepare?",
            ])
        #expect(answer.from == Money(minor: 50_000) && answer.to == Money(minor: 50_000) && answer.fastingHours == 6 && answer.rule == "LB-02")
    }

    @Test func `LB-04: where the sum cannot be named, the least and the most are`() throws {
        let story = try laboratory()
        let answer = try #require(try story.desk.lookUp("томография", story.at("2026-03-02T10:00:00+03:30", .russian)).items.first)
        #expect(answer.from == Money(minor: 100_000) && answer.to == Money(minor: 250_000))
        #expect(answer.say.first?.hasPrefix("Томография стоит от 1\u{202F}000,00") == true)
    }

    @Test(arguments: ["headache", "fever", "repair", "morning", "головная боль"])
    func `LB-05: a symptom finds nothing, even where a preparation names it`(symptom: String) throws {
        let story = try laboratory()
        #expect(try story.desk.lookUp(symptom, story.at()).items.isEmpty)
    }

    @Test func `LB-06: what is not given for now comes with the reason and the day it is back`() throws {
        let story = try laboratory()
        let answer = try #require(try story.desk.lookUp("allergy", story.at()).items.first)
        #expect(answer.pause?.reason == "the device is away for repair" && answer.pause?.back == Day("2026-04-01"))
        #expect(answer.say.first == "Allergy test is not available for now: the device is away for repair. It is back on 1 April 2026.")
    }

    @Test func `LB-06: on the day that was named it is given again`() throws {
        let story = try laboratory()
        let answers = try ["2026-03-31T23:59:00+03:30", "2026-04-01T00:00:00+03:30"].map { try story.desk.lookUp("allergy", story.at($0)).items.first }
        #expect(answers.map { $0?.pause == nil } == [false, true])
    }

    @Test func `an unknown price is said to be unknown`() throws {
        let story = try laboratory()
        let answer = try #require(try story.desk.lookUp("allergy", story.at()).items.first)
        #expect(answer.from == nil && answer.to == nil && answer.say.contains("Allergy test: the list gives no price. I will ask and tell you."))
    }

    @Test(arguments: Language.allCases)
    func `LB-07: what is not in the list is said plainly, without regret`(language: Language) throws {
        let story = try laboratory()
        let answer = try story.desk.lookUp("marriage", story.at("2026-03-02T10:00:00+03:30", language))
        #expect(answer.items.isEmpty && answer.say.first?.contains("marriage") == true)
        for regret in ["сожален", "жаль", "sorry", "unfortunately", "متأسف", "抱歉", "遗憾"] { #expect(!answer.say.joined().lowercased().contains(regret)) }
    }

    @Test(arguments: ["", "   ", "?"])
    func `without a word the whole list is told`(query: String) throws {
        let story = try laboratory()
        #expect(try story.desk.lookUp(query, story.at()).items.count == 3)
    }

    @Test func `a club without a list says so`() throws {
        let story = try FrontDeskStory(FrontDesk())
        let answer = try story.desk.lookUp("blood", story.at())
        #expect(answer.items.isEmpty && answer.say.count == 1 && answer.rule == nil)
    }

    @Test func `CL-15: the balance suggests what it can pay for, in the category that points pay for`() async throws {
        let item = { (sku: String, category: CategoryID?, price: Figure<PriceList.Price>) in
            PriceList.Item(rule: "CL-15", sku: sku, name: words("Cream \(sku)"), category: category, price: price)
        }
        let items = [
            item("1", "cosmetics", .known(.exactly(Money(minor: 3000)))), item("2", "cosmetics", .known(.exactly(Money(minor: 3001)))),
            item("3", "service", .known(.exactly(Money(minor: 10)))), item("4", nil, .known(.exactly(Money(minor: 10)))),
            item("5", "cosmetics", .known(.between(Money(minor: 10), Money(minor: 9000)))), item("6", "cosmetics", .unknown(key: "x")),
            item("7", "cosmetics", .known(.exactly(Money(minor: 200)))),
            // Points pay in whole points: half a one would be left to pay.
            item("8", "cosmetics", .known(.exactly(Money(minor: 150)))),
        ]
        let story = try FrontDeskStory(FrontDesk(prices: PriceList(rule: "CL-15", hours: nil, nextStep: nil, items: items))) { programme in
            programme.membership.waitsForPurchase = nil
            programme.redemption = Redemption(rule: "CL-15", value: .known(Money(minor: 100)), categories: ["cosmetics"])
        }
        try await story.join("M1")
        let answer = try await story.desk.member("M1", story.at())
        #expect(answer.points == Points(30))
        #expect(answer.suggestions?.map(\.sku) == ["1", "7"] && answer.suggestions?.map(\.points) == [Points(30), Points(2)])
    }
}
