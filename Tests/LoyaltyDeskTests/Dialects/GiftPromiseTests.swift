import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct `Promised gifts` {
    /// A club whose points buy one umbrella for 60; A has 90 points and more with every car.
    private func shop(stock: Int? = nil) async throws -> FrontDeskStory {
        let umbrella = GiftCatalogue.Gift(id: "umbrella", name: words("umbrella"), points: Points(60), stock: stock)
        let story = try FrontDeskStory(FrontDesk()) { $0.gifts = GiftCatalogue(rule: "SH-11", gifts: .known([umbrella])) }
        try await story.join("A")
        try await story.sell("T1", to: "A")
        return story
    }

    /// An hour after the car was sold.
    private func later(_ story: FrontDeskStory) throws -> DeskContext { try story.at("2026-03-02T12:00:00+03:30") }

    private func points(_ story: FrontDeskStory) async throws -> Int { try await story.desk.member("A", later(story)).points.count }

    @Test func `SH-11: take the points when they are handed out, once, and not before`() async throws {
        let story = try await shop()
        let start = try await points(story)
        let request = PromiseRequest(id: "P1", member: "A", gift: "umbrella", ticket: "T1")
        let first = try await story.desk.promise(request, later(story))
        #expect(try await story.desk.promise(request, later(story)).body == first.body)
        #expect(try await points(story) == start)
        let handed: DealingAnswer = try await story.read(story.desk.keepPromise("P1", by: "N. N.", later(story)))
        #expect(handed.earned == Points(-60) && handed.points == Points(start - 60))
        #expect(try await story.desk.keepPromise("P1", by: "N. N.", later(story)).isRepeat)
        #expect(try await points(story) == start - 60)
        let promise = try await story.desk.promise("P1")
        #expect(promise.state == .handedOver && promise.endedAt != nil && promise.ticket == "T1" && !promise.isOpen)
        await #expect(throws: Trouble(.recordClosed)) { try await story.desk.giveUpPromise("P1", later(story)) }
    }

    @Test func `given up, are not handed out any more`() async throws {
        let story = try await shop()
        let start = try await points(story)
        _ = try await story.desk.promise(PromiseRequest(id: "P1", member: "A", gift: "umbrella"), later(story))
        let length = try await story.journal().count
        let over = try await story.desk.giveUpPromise("P1", later(story))
        let after = try await story.journal().count
        #expect(try await story.desk.giveUpPromise("P1", story.at("2026-03-03T10:00:00+03:30")) == over && after > length)
        #expect(try await story.journal().count == after)
        await #expect(throws: Trouble(.recordClosed)) { try await story.desk.keepPromise("P1", by: nil, later(story)) }
        #expect(try await points(story) == start)
        #expect(try await story.desk.promises(to: "A").map(\.state) == [.givenUp])
    }

    @Test func `are refused to whoever has not got the points, under another number's key, and of gifts that are not there`() async throws {
        let story = try await shop(stock: 1)
        try await story.join("B")
        try await story.sell("T2", to: "A")
        await #expect(throws: Trouble(.pointsShort, ["usable": .points(.zero)], field: "gift")) {
            try await story.desk.promise(PromiseRequest(id: "P1", member: "B", gift: "umbrella"), later(story))
        }
        await #expect(throws: Trouble(.giftUnknown, field: "gift")) {
            try await story.desk.promise(PromiseRequest(id: "P1", member: "A", gift: "boots"), later(story))
        }
        for id in ["P1", "P2"] as [DealingID] { _ = try await story.desk.promise(PromiseRequest(id: id, member: "A", gift: "umbrella"), later(story)) }
        await #expect(throws: Trouble(.keyReused)) {
            try await story.desk.promise(PromiseRequest(id: "P1", member: "A", gift: "umbrella", ticket: "T9"), later(story))
        }
        await #expect(throws: Trouble(.recordUnknown, field: "promise")) { try await story.desk.promise("P9") }
        _ = try await story.desk.keepPromise("P1", by: nil, later(story))
        await #expect(throws: Trouble(.giftOutOfStock, field: "gift")) { try await story.desk.keepPromise("P2", by: nil, later(story)) }
        #expect(try await story.desk.promise("P2").isOpen, "a gift that could not be handed out closed its promise")
    }
}
