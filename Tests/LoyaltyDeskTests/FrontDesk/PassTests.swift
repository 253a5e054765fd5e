import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite("Passes and sentences of the desk") struct PassTests {
    private let spring = Promotion(
        text: words("Lip care at a better price until the end of March.", ru: "До конца марта уход за губами по выгодной цене."), from: nil,
        through: Day("2026-03-31"))

    private func clinic() throws -> FrontDeskStory {
        try FrontDeskStory(
            FrontDesk(
                prompts: [
                    Prompt(rule: "CL-3", moment: .firstVisit, text: words("Is this your first visit?", ru: "Вы у нас впервые?")),
                    Prompt(rule: "CL-15", moment: .arrival, text: words("Shall I help you choose?")),
                    Prompt(rule: "CL-13", moment: .beforePayment, text: words("Before we settle up:")),
                    Prompt(rule: "CL-7", moment: .afterPayment, text: words("How did it go?")),
                    Prompt(rule: "CL-3", moment: .afterFirstVisit, text: words("Your first impressions?")),
                ], promotions: .known([spring]), promotionRule: "CL-12b", passes: "CL-12b"))
    }

    @discardableResult
    private func issue(_ story: FrontDeskStory, _ id: PassID, units: Int = 3, last: String? = "2026-03-10") async throws -> PassAnswer {
        let day = try last.map { try #require(Day($0)) }
        return try await story.read(
            story.desk.issuePass(PassRequest(pass: id, member: "M1", kind: .seasonTicket, name: "Massage", units: units, lastDay: day), story.at()))
    }

    @Test func `CL-12b: before payment the member's passes and the offers of the day are named`() async throws {
        let story = try clinic()
        try await story.join("M1")
        try await issue(story, "P1")
        try await issue(story, "P2", last: nil)
        let quote = try await story.desk.quote(story.ticketRequest("T1", "M1"), story.at())
        #expect(
            quote.sayBefore.suffix(4) == [
                "Before we settle up:", "You have Massage: 3 left, valid through 10 March 2026.", "You have Massage: 3 left.",
                "Lip care at a better price until the end of March.",
            ])
        let april = try await story.desk.quote(story.ticketRequest("T1", "M1"), story.at("2026-04-01T10:00:00+03:30", .russian))
        #expect(april.sayBefore.suffix(2) == ["Before we settle up:", "У вас есть Massage: осталось 3."])
        #expect(try await story.desk.quote(story.ticketRequest("T1", nil), story.at()).sayBefore.last == spring.text.text(in: .english))
    }

    @Test func `CL-12b: a table that does not name passes is silent about them`() async throws {
        let story = try FrontDeskStory(FrontDesk())
        try await story.join("M1")
        try await issue(story, "P1")
        #expect(try await !story.desk.quote(story.ticketRequest("T1", "M1"), story.at()).sayBefore.contains { $0.contains("Massage") })
    }

    @Test func `CL-3, CL-13, CL-7: each moment has its sentences, and the goodbye comes last`() async throws {
        let story = try clinic()
        try await story.join("M1")
        #expect(try await story.desk.member("M1", story.at("2026-03-02T10:00:00+03:30", .russian)).sayBefore.contains("Вы у нас впервые?"))
        _ = try await story.desk.logVisit(VisitRequest(member: "M1"), story.at())
        let first = try await story.sell("T1", to: "M1")
        #expect(first.sayAfter.suffix(3).prefix(2) == ["How did it go?", "Your first impressions?"])
        #expect(first.sayAfter.last?.contains("A. B.") == true)
        let second = try await story.sell("T2", to: "M1", at: "2026-04-05T10:00:00+03:30")
        #expect(second.sayAfter.contains("How did it go?") && !second.sayAfter.contains("Your first impressions?"))
        #expect(try await story.desk.member("M1", story.at()).sayBefore.contains("Shall I help you choose?"))
    }

    @Test func `a pass gives its units one by one, never more than it has`() async throws {
        let story = try clinic()
        try await story.join("M1")
        try await issue(story, "P1")
        for left in [2, 1, 0] {
            let used: PassAnswer = try await story.read(story.desk.usePass("P1", PassUseRequest(), story.at()))
            #expect(used.left == left && used.state == (left == 0 ? .usedUp : .usable))
        }
        #expect(await trouble { _ = try await story.desk.usePass("P1", PassUseRequest(), story.at()) } == .passUsedUp)
        try await issue(story, "P2")
        #expect(await trouble { _ = try await story.desk.usePass("P2", PassUseRequest(units: 4), story.at()) } == .passUsedUp)
        #expect(await trouble { _ = try await story.desk.usePass("P2", PassUseRequest(units: 0), story.at()) } == .quantityWrong)
        #expect(await trouble { _ = try await story.desk.usePass("P2", PassUseRequest(units: .max), story.at()) } == .passUsedUp)
        #expect(try await story.desk.passes(of: "M1", story.at()).passes.map(\.left) == [0, 3])
    }

    @Test func `a pass is good through its last day of the club's clock, and not a minute longer`() async throws {
        let story = try clinic()
        try await story.join("M1")
        try await issue(story, "P1")
        let used: PassAnswer = try await story.read(story.desk.usePass("P1", PassUseRequest(), story.at("2026-03-10T23:59:00+03:30")))
        #expect(used.left == 2)
        #expect(await trouble { _ = try await story.desk.usePass("P1", PassUseRequest(), story.at("2026-03-11T00:00:00+03:30")) } == .passEnded)
        #expect(try await story.desk.passes(of: "M1", story.at("2026-03-11T00:00:00+03:30")).passes.map(\.state) == [.ended])
    }

    @Test func `a use under the same key takes one unit, and under two keys two`() async throws {
        let story = try clinic()
        try await story.join("M1")
        try await issue(story, "P1")
        let first = try await story.desk.usePass("P1", PassUseRequest(), story.at(key: "k1"))
        let again = try await story.desk.usePass("P1", PassUseRequest(), story.at(key: "k1"))
        let other: PassAnswer = try await story.read(story.desk.usePass("P1", PassUseRequest(), story.at(key: "k2")))
        #expect(first.body == again.body && other.left == 1)
    }

    @Test(arguments: [0, -1, 100_001, Int.min])
    func `a pass of an impossible number of units is refused`(units: Int) async throws {
        let story = try clinic()
        try await story.join("M1")
        #expect(await trouble { try await issue(story, "P1", units: units) } == .quantityWrong)
        #expect(await trouble { try await issue(story, "P1", last: "2026-03-01") } == .passEnded)
        #expect(try await story.desk.passes(of: "M1", story.at()).passes.isEmpty)
    }
}
