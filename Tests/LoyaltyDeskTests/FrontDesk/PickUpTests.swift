import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite("Pick-ups") struct PickUpTests {
    @Test func `CI-03: the card shows what was booked and that the member goes first, until it is handed over`() async throws {
        let story = try FrontDeskStory(FrontDesk(pickups: "CI-03"))
        try await story.join("M1")
        try await story.join("M2")
        _ = try await story.desk.book(PickUpRequest(pickUp: "B7", member: "M1", what: "2 × row 5, 19:30", quantity: 2), story.at())
        let swiped = try await story.desk.member("M1", story.at())
        #expect(swiped.tasks.map(\.kind).suffix(2) == [.priority, .pickUp] && swiped.tasks.last?.subject == "B7")
        #expect(swiped.tasks.last?.text.contains("2 × row 5, 19:30") == true)
        #expect(try await !story.desk.member("M2", story.at()).tasks.contains { $0.kind == .pickUp || $0.kind == .priority })
        let handed: PickUpAnswer = try await story.read(story.desk.handOver("B7", HandOverRequest(staff: "C. D."), story.at("2026-03-02T19:00:00+03:30")))
        #expect(handed.state == .handedOver && handed.handedOverAt == Instant("2026-03-02T19:00:00+03:30"))
        #expect(try await !story.desk.member("M1", story.at()).tasks.contains { $0.kind == .pickUp || $0.kind == .priority })
    }

    @Test func `TI-07: a benefit that puts its tier first is a task at the swipe, one that has to be requested is not`() async throws {
        for (isRequested, isFirst) in [(false, true), (true, false)] {
            let story = try FrontDeskStory(FrontDesk()) { programme in
                programme.membership.waitsForPurchase = nil
                programme.benefits = [
                    Benefit(id: "first", name: words("First"), rule: "TI-07", tiers: ["bronze"], isRequested: isRequested, isPriority: true)
                ]
            }
            try await story.join("M1")
            #expect(try await story.desk.member("M1", story.at()).tasks.contains { $0.kind == .priority } == isFirst)
        }
    }

    @Test func `CI-03: what is handed over twice is refused, and the same word again gets the same answer`() async throws {
        let story = try FrontDeskStory(FrontDesk(pickups: "CI-03"))
        try await story.join("M1")
        _ = try await story.desk.book(PickUpRequest(pickUp: "B7", member: "M1", what: "tickets"), story.at())
        let first = try await story.desk.handOver("B7", HandOverRequest(), story.at())
        #expect(try await story.desk.handOver("B7", HandOverRequest(), story.at()).body == first.body)
        #expect(await trouble { _ = try await story.desk.handOver("B7", HandOverRequest(staff: "E. F."), story.at()) } == .recordClosed)
        #expect(await trouble { _ = try await story.desk.handOver("B9", HandOverRequest(), story.at()) } == .recordUnknown)
        #expect(await trouble { _ = try await story.desk.book(PickUpRequest(member: "M1", what: " "), story.at()) } == .fieldMissing)
        #expect(await trouble { _ = try await story.desk.book(PickUpRequest(member: "M1", what: "x", quantity: 0), story.at()) } == .quantityWrong)
    }

    @Test func `what waits is listed oldest first, for one member or for all`() async throws {
        let story = try FrontDeskStory(FrontDesk(pickups: "CI-03"))
        for member in ["M1", "M2"] as [MemberID] { try await story.join(member) }
        for (id, member) in [("B2", "M2"), ("B1", "M1"), ("B0", "M2")] as [(PickUpID, MemberID)] {
            _ = try await story.desk.book(PickUpRequest(pickUp: id, member: member, what: "x"), story.at())
        }
        #expect(try await story.desk.openPickUps(of: nil, story.at()).pickUps.map(\.pickUp) == ["B2", "B1", "B0"])
        #expect(try await story.desk.openPickUps(of: "M2", story.at()).pickUps.map(\.pickUp) == ["B2", "B0"])
        #expect(await trouble { _ = try await story.desk.openPickUps(of: "M9", story.at()) } == .memberUnknown)
    }
}
