import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite("Notices") struct NoticeTests {
    private static let allRules = [
        NoticeRule(rule: "SH-14", occasion: .birthday, text: nil), NoticeRule(rule: "SH-14", occasion: .festival, text: words("Happy spring!")),
        NoticeRule(rule: "SH-15", occasion: .news, text: nil),
    ]

    private func shop(
        _ system: ClubCalendar.System = .gregorian, birthday: BirthdayCalendar? = .gregorian, rules: [NoticeRule] = allRules
    ) throws -> FrontDeskStory {
        try FrontDeskStory(FrontDesk(notices: rules)) { programme in
            programme.calendar = ClubCalendar(system: system, zone: programme.calendar.zone)
            programme.language = .english
            programme.name = words("The Club")
            guard let birthday, let festival = Day("2026-03-20") else {
                programme.extra = nil
                return
            }
            programme.extra = ExtraDiscount(
                rule: "SH-09", rate: .unknown(key: "x"), festivals: .known([ExtraDiscount.Festival(name: words("Spring"), day: festival)]), birthday: birthday)
        }
    }

    private func list(_ story: FrontDeskStory, _ day: String) async throws -> [NoticeAnswer] {
        let day: Day = try #require(Day(day))
        return try await story.desk.notices(on: day, story.at()).notices
    }

    @Test func `SH-14: a birthday greeting is due on the day to who agreed to it, and to nobody else`() async throws {
        let story = try shop()
        try await story.join("M1", name: "A. B.", phone: "0900 000 0001", birthday: "1985-03-02", agreesTo: [.birthday])
        try await story.join("M2", birthday: "1985-03-02", agreesTo: [.festival, .news])
        try await story.join("M3", birthday: "1985-03-02")
        try await story.join("M4", birthday: "1985-03-03", agreesTo: [.birthday])
        try await story.join("M5", agreesTo: [.birthday])
        let due = try await list(story, "2026-03-02")
        #expect(due.map(\.member) == ["M1"] && due.first?.text == "Dear A. B., Happy birthday, and all the best from The Club!")
        #expect(due.first?.phone == "09000000001" && due.first?.state == .due && due.first?.rule == "SH-14")
    }

    @Test func `SH-14: a festival greeting is due to all who agreed, in the words of the table`() async throws {
        let story = try shop()
        try await story.join("M1", name: nil, agreesTo: [.festival])
        #expect(try await list(story, "2026-03-20").map(\.text) == ["Happy spring!"])
        #expect(try await list(story, "2026-03-21").isEmpty)
    }

    @Test func `SH-14: a message that was marked as sent is due no more, however often it is asked for`() async throws {
        let story = try shop()
        try await story.join("M1", phone: "0900 000 0001", birthday: "1985-03-02", agreesTo: [.birthday])
        let due = try #require(try await list(story, "2026-03-02").first)
        let first = try await story.desk.markSent(due.notice, SentRequest(by: "C. D."), story.at())
        #expect(try await story.desk.markSent(due.notice, SentRequest(by: "C. D."), story.at()).body == first.body)
        let after = try await story.desk.notices(on: Day("2026-03-02"), story.at())
        #expect(after.notices.map(\.state) == [.sent] && after.notices.map(\.notice) == [due.notice] && after.lines.isEmpty)
        #expect(try await list(story, "2027-03-02").map(\.state) == [.due])
    }

    @Test func `KM-12: consent that is taken back takes every message back, also one that was listed`() async throws {
        let story = try shop()
        try await story.join("M1", birthday: "1985-03-02", agreesTo: [.birthday])
        let due = try #require(try await list(story, "2026-03-02").first)
        _ = try await story.desk.change(ProfileRequest(agreesTo: []), of: "M1", story.at())
        #expect(try await list(story, "2026-03-02").isEmpty)
        #expect(await trouble { _ = try await story.desk.markSent(due.notice, SentRequest(), story.at()) } == .noticeNotDue)
    }

    @Test func `KM-12: where the row is a benefit, its tiers alone get the message`() async throws {
        let rules = [NoticeRule(rule: "KM-13", occasion: .birthday, text: nil)]
        let gold = try shop(rules: rules)
        try await gold.join("M1", birthday: "1985-03-02", agreesTo: [.birthday])
        #expect(try await list(gold, "2026-03-02").isEmpty)
        let all = try shop(rules: [NoticeRule(rule: "KM-12", occasion: .birthday, text: nil)])
        try await all.join("M1", birthday: "1985-03-02", agreesTo: [.birthday])
        try await all.sell("T1", to: "M1")
        #expect(try await list(all, "2026-03-02").count == 1)
    }

    @Test(
        "SH-14: a birthday is kept by the club's calendar, the last day of a leap year on the day before it",
        arguments: [
            (ClubCalendar.System.gregorian, "1984-02-29", "2026-02-28", true), (.gregorian, "1984-02-29", "2028-02-28", false),
            (.gregorian, "1984-02-29", "2028-02-29", true), (.iranian, "1985-03-02", "2026-03-02", true), (.iranian, "1984-03-20", "2026-03-20", true),
            // 30 Esfand 1358 is kept on 29 Esfand in years that have no 30th.
            (.iranian, "1980-03-20", "2026-03-20", true), (.iranian, "1980-03-20", "2025-03-20", true), (.iranian, "1980-03-20", "2025-03-19", false),
        ])
    func birthdays(_ system: ClubCalendar.System, _ born: String, _ day: String, _ isKept: Bool) async throws {
        let story = try shop(system, birthday: nil)
        try await story.join("M1", birthday: born, agreesTo: [.birthday])
        #expect(try await list(story, day).filter { $0.occasion == .birthday }.isEmpty == !isKept)
    }

    @Test func `A-SH-5: the birthday's discount and its greeting come round in one calendar`() async throws {
        let story = try shop(birthday: .chinese)
        try await story.join("M1", birthday: "1985-03-02", agreesTo: [.birthday])
        let days = try ["2026-02-27", "2026-02-28", "2026-03-02"].map { try #require(Day($0)) }
        let kept = days.filter { BirthdayCalendar.chinese.isKept(birthday: Day(serial: 5539), on: $0) }
        for day in days { #expect(try await story.desk.notices(on: day, story.at()).notices.isEmpty == !kept.contains(day)) }
        #expect(kept == [days[0]])
    }

    @Test func `SH-15, CI-06: news goes to every member who agreed and had joined when it was written, each once`() async throws {
        let story = try shop()
        try await story.join("M1", agreesTo: [.news])
        try await story.join("M2", agreesTo: [.birthday])
        _ = try await story.desk.write(NewsRequest(news: "N.1", text: words("New shoes are in.")), story.at())
        try await story.join("M3", agreesTo: [.news], at: "2026-03-02T12:00:00+03:30")
        let due = try await list(story, "2026-03-02")
        #expect(due.map(\.member) == ["M1"] && due.first?.text == "Dear A. B., New shoes are in." && due.first?.occasion == .news)
        _ = try await story.desk.markSent(try #require(due.first).notice, SentRequest(), story.at())
        #expect(try await list(story, "2026-03-02").map(\.state) == [.sent])
        #expect(try await list(story, "2026-03-03").isEmpty)
    }

    @Test func `what is due is exported as one line a message, and what cannot be sent has none`() async throws {
        let story = try shop()
        try await story.join("M1", phone: "0900 000 0001", agreesTo: [.news])
        try await story.join("M2", agreesTo: [.news])
        _ = try await story.desk.write(NewsRequest(text: words("One\nTwo\tThree")), story.at())
        #expect(try await story.desk.notices(on: nil, story.at()).lines == ["09000000001\tDear A. B., One Two Three"])
    }

    @Test(arguments: ["", "birthday", "birthday.2026-03-02.M9", "birthday.yesterday.M1", "news.99.N1.M1", "news.-1.N1.M1", "news.2.N9.M1", "gift.1.M1"])
    func `a number that no message has is unknown`(number: String) async throws {
        let story = try shop()
        try await story.join("M1", agreesTo: [.birthday, .news])
        #expect(await trouble { _ = try await story.desk.markSent(NoticeID(number), SentRequest(), story.at()) } == .recordUnknown)
    }
}
