import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

/// Readings of the car maker's leaflet that every one of its tickets shows.
@Suite struct LeafletReadingTests {
    private func approved(_ benefit: String = "purchase_discount") async throws -> (story: Story, request: Told) {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.enrol("B", at: "2012-01-02T10:00:00Z")
        try await story.sell("T1", to: "A", lines: cars(3))
        let request = try await story.tell(
            #"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"\#(benefit)"}"#)
        if request.refused == nil { try await story.tell(#"{"at":"2012-02-02T11:00:00Z","do":"decide","request":"R1","approved":true}"#) }
        return (story, request)
    }

    @Test func `A-KM-3: below the first group there is no group, and no discount`() async throws {
        let story = try Story("km")
        #expect(try await story.enrol("A").tier == "none")
        let sold = try await story.sell("T1", to: "A", lines: cars(1, flag: "second_hand"))
        #expect(sold.tier == "none" && sold.total == 1_000_000_000 && sold.adjustments == [[]])
    }

    @Test func `A-KM-5: a discount costs no points`() async throws {
        let (story, _) = try await approved()
        let before = try #require(try await story.statement("A", at: "2012-02-02T12:00:00Z").points)
        let sold = try await story.sell("T2", to: "A", at: "2012-02-03T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        #expect(sold.total == 980_000_000)
        #expect(sold.points == before + 40)
    }

    @Test func `A-KM-7: without an approval the discount is offered and not given; read as automatic, it is given`() async throws {
        let (story, _) = try await approved()
        #expect(try await story.sell("T2", to: "A", at: "2012-02-03T10:00:00Z", lines: cars(1)).total == 1_000_000_000)
        var programme = try ProgramTables.load("km")
        programme.discount?.approval = nil
        let automatic = Story(programme)
        try await automatic.enrol("A")
        try await automatic.sell("T1", to: "A", lines: cars(3))
        #expect(try await automatic.sell("T2", to: "A", at: "2012-02-03T10:00:00Z", lines: cars(1)).total == 980_000_000)
    }

    @Test func `A-KM-10: the benefits are those of the table: priority of delivery, not of purchase`() async throws {
        #expect(try await approved("delivery_priority").request.refused == nil)
        #expect(try await approved("purchase_priority").request.refused == "benefit_unknown")
    }

    @Test func `A-KM-12: the buyer on the invoice is the member, and nobody else gets its points or uses its approval`() async throws {
        let (story, _) = try await approved()
        let sold = try await story.sell("T2", to: "B", at: "2012-02-03T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        #expect(sold.total == 1_000_000_000 && sold.earned == 90 - 30 + 0)
        #expect(try await story.statement("A", at: "2012-02-03T11:00:00Z").points == 390)
    }

    @Test func `KM-15 … KM-18: a wish is examined, decided, and the result told, in that order`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(3))
        func step(_ body: String) async throws -> String? { try await story.tell(#"{"at":"2012-02-02T10:00:00Z",\#(body)}"#).refused }
        #expect(
            try await step(#""do":"request_benefit","request":"R1","member":"A","benefit":"delivery_priority","invitation":true,"paid_in_full":false"#)
                == "request_needs_payment")
        #expect(
            try await step(#""do":"request_benefit","request":"R1","member":"A","benefit":"delivery_priority","invitation":true,"paid_in_full":true"#) == nil)
        #expect(try await step(#""do":"told","request":"R1","by":"N. N.""#) == "request_undecided")
        #expect(try await step(#""do":"review","request":"R1","by":"N. N.""#) == nil)
        #expect(try await step(#""do":"decide","request":"R1","approved":false"#) == nil)
        #expect(try await step(#""do":"review","request":"R1","by":"N. N.""#) == "request_decided")
        #expect(try await step(#""do":"told","request":"R1","by":"N. N.""#) == nil)
    }

    @Test func `a desk without a club enrols nobody and asks nobody for a card`() async throws {
        let story = try Story("lb", settings: "lb.example")
        #expect(try await story.enrol("A").refused == "no_club")
        #expect(try await story.sell("T1", to: nil, lines: cars(1)).sayBefore == [])
    }

    @Test func `LB-09: a look-up tells price, preparation and hours, and has no place for a result`() async throws {
        let story = try Story("lb", settings: "lb.example")
        let answer = try #require(try await story.replayer.answer(to: #"{"at":"2026-01-10T10:00:00Z","do":"look_up","q":"cholesterol"}"#))
        #expect(answer.contains(#""fasting_hours":12"#))
        for word in ["result", "diagnos", "interpret", "norm"] { #expect(!answer.lowercased().contains(word)) }
    }
}
