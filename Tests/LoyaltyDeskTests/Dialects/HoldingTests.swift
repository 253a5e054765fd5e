import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct `What is held, expected and listed` {
    @Test func `what is held under a name is answered as the first time, and never with another content`() async throws {
        let story = try FrontDeskStory(FrontDesk())
        #expect(try await story.desk.held("order 1") == nil)
        #expect(try await !story.desk.hold("order 1", content: [1], answer: [10]).isRepeat)
        let again = try await story.desk.hold("order 1", content: [1], answer: [11])
        #expect(again.isRepeat && again.body == [10])
        await #expect(throws: Trouble(.keyReused)) { try await story.desk.hold("order 1", content: [2], answer: [10]) }
        #expect(try await story.desk.held("order 1") == [10])
        #expect(try await story.journal().isEmpty)
    }

    @Test func `a ticket that does not come to what was expected is not sold`() async throws {
        let story = try FrontDeskStory(FrontDesk())
        try await story.join("A")
        let before = try await story.journal()
        var ticket = story.ticketRequest("T1", "A")
        ticket.expectedTotal = Money(minor: 1)
        let currency = story.desk.programme.currency
        await #expect(throws: Trouble(.priceChanged, ["amount": .money(Money(minor: 1_000_000), currency)], field: "expected_total")) {
            try await story.desk.sell(ticket, later(story))
        }
        #expect(try await story.journal() == before)
        ticket.expectedTotal = Money(minor: 1_000_000)
        #expect(try await !story.desk.sell(ticket, later(story)).isRepeat)
    }

    @Test func `an adjustment that may not overdraw leaves the balance alone, and the same one is done once`() async throws {
        let story = try FrontDeskStory(FrontDesk())
        try await story.join("A")
        try await story.sell("T1", to: "A")
        let points = try await story.desk.member("A", later(story)).points
        let all = AdjustmentRequest(member: "A", points: -points, reason: "x", by: "N. N.", mayOverdraw: false)
        #expect(try await !story.desk.adjust(all, later(story, key: "k1")).isRepeat)
        #expect(try await story.desk.adjust(all, later(story, key: "k1")).isRepeat, "a repeat was measured against the balance it had left")
        await #expect(throws: Trouble(.pointsShort, ["usable": .points(.zero)], field: "points")) {
            try await story.desk.adjust(all, later(story, key: "k2"))
        }
    }

    @Test func `pages of entries, one after another, are all entries, newest first`() async throws {
        let story = try FrontDeskStory(FrontDesk())
        for member in ["A", "B"] as [MemberID] { try await story.join(member) }
        for number in 1...7 { try await story.sell(TicketID("T\(number)"), to: number.isMultiple(of: 2) ? "A" : "B") }
        for member in [nil, "A", "B"] as [MemberID?] {
            let whole = try await story.desk.entries(EntryQuery(member: member, limit: 1000))
            #expect(whole.next == nil && !whole.entries.isEmpty)
            #expect(whole.entries.map(\.id) == whole.entries.map(\.id).sorted { Self.place($0).lexicographicallyPrecedes(Self.place($1)) }.reversed())
            for limit in 1...4 {
                var paged: [EntryID] = []
                var next: EntryID?
                repeat {
                    let page = try await story.desk.entries(EntryQuery(member: member, before: next, limit: limit))
                    #expect(page.entries.count <= limit)
                    paged += page.entries.map(\.id)
                    next = page.next
                } while next != nil
                #expect(paged == whole.entries.map(\.id))
            }
        }
        let ofOne = try await story.desk.entries(EntryQuery(member: nil, limit: 1000)) { $0.ticket == "T3" }
        #expect(!ofOne.entries.isEmpty && ofOne.entries.allSatisfy { $0.ticket == "T3" })
    }

    /// An hour after a car is sold.
    private func later(_ story: FrontDeskStory, key: String? = nil) throws -> DeskContext { try story.at("2026-03-02T12:00:00+03:30", key: key) }

    private static func place(_ id: EntryID) -> [Int] { id.rawValue.split(separator: ".").compactMap { Int($0) } }
}
