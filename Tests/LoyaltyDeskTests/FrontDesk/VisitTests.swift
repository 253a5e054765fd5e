import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite("Visits") struct VisitTests {
    private func gym(minimum: Figure<Int> = .known(4), hasSlip: Bool = true) throws -> FrontDeskStory {
        try FrontDeskStory(FrontDesk(visits: VisitLog(rule: "GY-9", dailyMinimum: minimum, hasSlip: hasSlip)))
    }

    @Test func `GY-9: a day's count is of different members, and says how many are missing to the minimum`() async throws {
        let story = try gym()
        for member in ["M1", "M2", "M3", "M4"] as [MemberID] { try await story.join(member) }
        var counts: [[Int?]] = []
        for member in ["M1", "M2", "M1", "M3", "M4"] as [MemberID] {
            let answer: VisitAnswer = try await story.read(story.desk.logVisit(VisitRequest(member: member, staff: "C. D."), story.at()))
            counts.append([answer.count?.members, answer.count?.minimum, answer.count?.missing])
        }
        #expect(counts == [[1, 4, 3], [2, 4, 2], [2, 4, 2], [3, 4, 1], [4, 4, 0]])
        let day = try await story.desk.visits(on: nil, story.at("2026-03-02T23:00:00+03:30"))
        #expect(day.visits.map(\.member) == ["M1", "M2", "M1", "M3", "M4"] && day.staff.map(\.members) == [4])
    }

    @Test func `GY-9: each member of staff and each day of the club's clock has a count of its own`() async throws {
        let story = try gym()
        for member in ["M1", "M2"] as [MemberID] { try await story.join(member) }
        _ = try await story.desk.logVisit(VisitRequest(member: "M1", staff: "C. D."), story.at("2026-03-02T23:59:00+03:30"))
        _ = try await story.desk.logVisit(VisitRequest(member: "M1", staff: "E. F."), story.at("2026-03-03T00:01:00+03:30"))
        let next: VisitAnswer = try await story.read(story.desk.logVisit(VisitRequest(member: "M2", staff: "C. D."), story.at("2026-03-03T00:02:00+03:30")))
        #expect(next.count?.members == 1 && next.count?.missing == 3 && next.count?.day == Day("2026-03-03"))
        #expect(try await story.desk.visits(on: Day("2026-03-02"), story.at()).staff.map(\.members) == [1])
    }

    @Test func `GY-9: the slip for the signature names member, time and staff in the club's language`() async throws {
        let story = try gym()
        try await story.join("M1", name: "س. ر.")
        let answer: VisitAnswer = try await story.read(story.desk.logVisit(VisitRequest(member: "M1", staff: "م. ن."), story.at()))
        let slip = try #require(answer.slip?.joined(separator: "\n"))
        #expect(slip.contains("س. ر.") && slip.contains("م. ن.") && slip.contains("۱۰:۰۰") && slip.contains("۱۴۰۴/۱۲/۱۱"))
        #expect(answer.rule == "GY-9")
        let bare = try gym(hasSlip: false)
        try await bare.join("M1")
        let without: VisitAnswer = try await bare.read(bare.desk.logVisit(VisitRequest(member: "M1", staff: "C. D."), bare.at()))
        #expect(without.slip == nil)
    }

    @Test func `CL-3: a visit is the first when nothing was bought and nothing logged before`() async throws {
        let story = try FrontDeskStory(FrontDesk())
        try await story.join("M1")
        #expect(try await story.desk.member("M1", story.at()).isFirstVisit)
        let first: VisitAnswer = try await story.read(story.desk.logVisit(VisitRequest(member: "M1"), story.at()))
        let second: VisitAnswer = try await story.read(story.desk.logVisit(VisitRequest(member: "M1"), story.at()))
        #expect(first.isFirstVisit && !second.isFirstVisit && first.count == nil && first.slip == nil)
        #expect(try await !story.desk.member("M1", story.at()).isFirstVisit)
    }

    @Test func `CL-3, RULES 10.9: a purchase is a visit, and one that came back in full is none`() async throws {
        let story = try FrontDeskStory(FrontDesk())
        try await story.join("M1")
        try await story.sell("T1", to: "M1")
        #expect(try await !story.desk.member("M1", story.at()).isFirstVisit)
        _ = try await story.desk.void("T1", story.at("2026-03-02T12:00:00+03:30"))
        #expect(try await story.desk.member("M1", story.at()).isFirstVisit)
    }

    @Test func `a visit under the same number or key is logged once, and another under its number is refused`() async throws {
        let story = try gym()
        try await story.join("M1")
        let request = VisitRequest(visit: "V1", member: "M1", staff: "C. D.")
        let first = try await story.desk.logVisit(request, story.at())
        let again = try await story.desk.logVisit(request, story.at("2026-03-02T12:00:00+03:30"))
        #expect(first.body == again.body && again.isRepeat)
        let drawn = VisitRequest(member: "M1", staff: "C. D.")
        #expect(try await story.desk.logVisit(drawn, story.at(key: "k")).body == story.desk.logVisit(drawn, story.at(key: "k")).body)
        #expect(try await story.desk.visits(on: nil, story.at()).visits.count == 2)
        let other = await trouble { _ = try await story.desk.logVisit(VisitRequest(visit: "V1", member: "M1", staff: "E. F."), story.at()) }
        #expect(other == .recordExists)
    }

    @Test func `a visit needs a member, and its staff where the table counts`() async throws {
        let story = try gym()
        try await story.join("M1")
        #expect(await trouble { _ = try await story.desk.logVisit(VisitRequest(staff: "C. D."), story.at()) } == .fieldMissing)
        #expect(await trouble { _ = try await story.desk.logVisit(VisitRequest(member: "M1", staff: "  "), story.at()) } == .fieldMissing)
        #expect(await trouble { _ = try await story.desk.logVisit(VisitRequest(member: "M9", staff: "C. D."), story.at()) } == .memberUnknown)
        #expect(try await story.desk.visits(on: nil, story.at()).visits.isEmpty)
    }

    @Test func `the journal names a visit by its number and never by a name`() async throws {
        let story = try gym()
        try await story.join("M1", name: "Q. Q.")
        _ = try await story.desk.logVisit(VisitRequest(visit: "V1", member: "M1", staff: "W. W."), story.at())
        let journal = try await story.journal()
        #expect(journal.contains("V1") && !journal.contains("Q. Q.") && !journal.contains("W. W."))
    }
}
