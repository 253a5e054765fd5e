import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite("Intake") struct IntakeTests {
    private func desk() throws -> FrontDeskStory {
        try FrontDeskStory(
            FrontDesk(intake: [
                IntakeRule(rule: "KM-21", kind: .opinion), IntakeRule(rule: "SH-16", kind: .suggestion, gift: words("an umbrella", ru: "зонт")),
                IntakeRule(rule: "LB-10", kind: .complaint), IntakeRule(rule: "LB-12", kind: .callBack),
            ]))
    }

    private func take(_ story: FrontDeskStory, _ request: FeedbackRequest, at time: String = "2026-03-02T10:00:00+03:30") async throws -> TakenFeedbackAnswer {
        try await story.read(story.desk.takeIn(request, story.at(time)))
    }

    @Test func `LB-10: a complaint needs contact and essence, goes to the manager's list and leaves it with an outcome`() async throws {
        let story = try desk()
        #expect(await trouble { _ = try await take(story, FeedbackRequest(kind: .complaint, contact: "+98 900 000 0000")) } == .fieldMissing)
        #expect(await trouble { _ = try await take(story, FeedbackRequest(kind: .complaint, essence: "too long a wait")) } == .fieldMissing)
        let taken = try await take(
            story, FeedbackRequest(feedback: "F1", kind: .complaint, name: "A. B.", contact: "+98 900 000 0000", essence: "too long a wait"))
        #expect(taken.rule == "LB-10" && taken.state == .open && taken.say.first?.contains("matters") == true)
        let listed = try #require(try await story.desk.openFeedback(story.at()).feedback.first)
        #expect(listed.essence == "too long a wait" && listed.contact == "+98 900 000 0000" && listed.name == "A. B.")
        _ = try await story.desk.close("F1", OutcomeRequest(text: "apologised, fee waived", by: "M. N."), story.at("2026-03-03T10:00:00+03:30"))
        #expect(try await story.desk.openFeedback(story.at()).feedback.isEmpty)
        let closed = try await story.desk.feedback("F1", story.at())
        #expect(closed.state == .closed && closed.outcome?.by == "M. N." && closed.outcome?.at == Instant("2026-03-03T10:00:00+03:30"))
    }

    @Test func `LB-10: a member whose telephone is known is reached there`() async throws {
        let story = try desk()
        try await story.join("M1", phone: "0900 000 0001")
        _ = try await take(story, FeedbackRequest(feedback: "F1", kind: .complaint, member: "M1", essence: "cold coffee"))
        #expect(try await story.desk.feedback("F1", story.at()).contact == "09000000001")
    }

    @Test func `LB-12: calls that are due come first, by their time, then everything in the order it came`() async throws {
        let story = try desk()
        let hour = { (time: String) in try #require(Instant("2026-03-02T\(time):00+03:30")) }
        _ = try await take(story, FeedbackRequest(feedback: "opinion", kind: .opinion, essence: "good"))
        for (id, time) in [("late", "13:00"), ("soon", "12:00"), ("tomorrow", "23:00")] as [(FeedbackID, String)] {
            _ = try await take(story, FeedbackRequest(feedback: id, kind: .callBack, contact: "+98 900 000 0000", dueAt: try hour(time)))
        }
        let list = try await story.desk.openFeedback(story.at("2026-03-02T14:00:00+03:30")).feedback
        #expect(list.map(\.feedback) == ["soon", "late", "opinion", "tomorrow"] && list.map(\.isOverdue) == [true, true, false, false])
        _ = try await story.desk.close("soon", OutcomeRequest(text: "called"), story.at("2026-03-02T14:01:00+03:30"))
        #expect(try await story.desk.openFeedback(story.at("2026-03-02T14:02:00+03:30")).feedback.map(\.feedback) == ["late", "opinion", "tomorrow"])
    }

    @Test func `LB-12: a call-back keeps the agreed time, and says it to the caller`() async throws {
        let story = try desk()
        let due = try #require(Instant("2026-03-02T16:30:00+03:30"))
        #expect(await trouble { _ = try await take(story, FeedbackRequest(kind: .callBack, contact: "+98 900 000 0000")) } == .fieldMissing)
        let past = FeedbackRequest(kind: .callBack, contact: "+98 900 000 0000", dueAt: Instant("2026-03-02T09:00:00+03:30"))
        #expect(await trouble { _ = try await take(story, past) } == .fieldWrong)
        let taken = try await take(story, FeedbackRequest(feedback: "F1", kind: .callBack, contact: "+98 900 000 0000", dueAt: due))
        #expect(taken.dueAt == due && taken.say.last?.contains("16:30") == true)
    }

    @Test func `SH-16: an adopted suggestion of a member brings the gift of the table, and nothing else is adopted`() async throws {
        let story = try desk()
        try await story.join("M1")
        _ = try await take(story, FeedbackRequest(feedback: "F1", kind: .suggestion, member: "M1", essence: "wider lasts"))
        _ = try await take(story, FeedbackRequest(feedback: "F2", kind: .suggestion, essence: "open later"))
        _ = try await take(story, FeedbackRequest(feedback: "F3", kind: .opinion, essence: "nice"))
        let adopted: ClosedFeedbackAnswer = try await story.read(
            story.desk.close("F1", OutcomeRequest(text: "done", adopted: true), story.at("2026-03-02T12:00:00+03:30", .russian)))
        #expect(adopted.adopted && adopted.gift == "зонт")
        #expect(try await story.desk.member("M1", story.at()).gifts == 1)
        let nobodys: ClosedFeedbackAnswer = try await story.read(story.desk.close("F2", OutcomeRequest(text: "done", adopted: true), story.at()))
        #expect(nobodys.adopted && nobodys.gift == nil)
        #expect(await trouble { _ = try await story.desk.close("F3", OutcomeRequest(text: "thanks", adopted: true), story.at()) } == .fieldWrong)
    }

    @Test func `CL-7: one tap is enough for an opinion, from 1 to 5`() async throws {
        let story = try desk()
        let taken = try await take(story, FeedbackRequest(kind: .opinion, rating: 5))
        #expect(taken.rule == "KM-21")
        #expect(await trouble { _ = try await take(story, FeedbackRequest(kind: .opinion, rating: 6)) } == .fieldWrong)
        #expect(await trouble { _ = try await take(story, FeedbackRequest(kind: .suggestion, rating: 5)) } == .fieldMissing)
    }

    @Test func `a word about a ticket belongs to the ticket's member`() async throws {
        let story = try desk()
        try await story.join("M1")
        try await story.sell("T1", to: "M1")
        let taken = try await take(story, FeedbackRequest(kind: .opinion, ticket: "T1", essence: "good"))
        #expect(taken.member == "M1" && taken.ticket == "T1")
        #expect(await trouble { _ = try await take(story, FeedbackRequest(kind: .opinion, ticket: "T9", essence: "good")) } == .ticketUnknown)
    }

    @Test func `an outcome is noted once, and another one is refused`() async throws {
        let story = try desk()
        _ = try await take(story, FeedbackRequest(feedback: "F1", kind: .opinion, essence: "good"))
        let outcome = OutcomeRequest(text: "told the chef")
        let first = try await story.desk.close("F1", outcome, story.at())
        #expect(try await story.desk.close("F1", outcome, story.at("2026-03-04T10:00:00+03:30")).body == first.body)
        #expect(await trouble { _ = try await story.desk.close("F1", OutcomeRequest(text: "other"), story.at()) } == .recordClosed)
        #expect(await trouble { _ = try await story.desk.close("F9", outcome, story.at()) } == .recordUnknown)
    }

    @Test func `what a person said and where to reach them is in no answer that is kept and in no journal`() async throws {
        let story = try desk()
        let request = FeedbackRequest(feedback: "F1", kind: .complaint, name: "Q. Q.", contact: "+98 900 123 4567", essence: "the secret")
        let reply = try await story.desk.takeIn(request, story.at())
        let traces = String(decoding: reply.body, as: UTF8.self) + (try await story.journal())
        #expect(!traces.contains("Q. Q.") && !traces.contains("123 4567") && !traces.contains("secret"))
    }

    @Test(arguments: [String(repeating: "x", count: 2001), "a\u{0}b", "a\u{1B}[2J"])
    func `an essence of any length or with control characters is refused, not kept`(essence: String) async throws {
        let story = try desk()
        #expect(await trouble { _ = try await take(story, FeedbackRequest(kind: .opinion, essence: essence)) } == .fieldWrong)
        #expect(try await story.desk.openFeedback(story.at()).feedback.isEmpty)
    }
}
