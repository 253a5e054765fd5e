import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

@Suite("Dental club")
struct DentalClubTests {
    private static let joined = "2021-03-21T10:00:00+03:30"

    /// A member of 1400/01/01 with `points`, who qualified by a ticket named at joining.
    private func member(points: Int = 3000) async throws -> Story {
        let story = try Story("ti", settings: "ti.example")
        try await story.sell("T0", to: nil, at: "2021-03-01T10:00:00+03:30", lines: service(60_000_000))
        let answer = try await story.enrol("A", at: Self.joined, more: #","tickets":["T0"]"#)
        #expect(answer.refused == nil && answer.points == 0)
        try await story.tell(#"{"at":"\#(Self.joined)","do":"adjust","member":"A","points":\#(points),"reason":"start","by":"N. N."}"#)
        return story
    }

    /// A desk on the story's store.
    private func desk(_ story: Story) throws -> Desk {
        let programme = try ProgramTables.load("ti", settings: "ti.example")
        return Desk(store: story.store, book: ProgrammeBook(current: programme), codes: nil, serials: RandomSerials())
    }

    private func service(_ price: Int, quantity: Int = 1) -> String {
        #"{"id":"1","category":"service","quantity":\#(quantity),"unit_price":\#(price)}"#
    }

    @Test func `TI-02: who has not had enough services is refused, unless somebody allows it with a reason`() async throws {
        let story = try Story("ti", settings: "ti.example")
        try await story.sell("T0", to: nil, at: Self.joined, lines: service(49_999_999))
        #expect(try await story.enrol("A", at: Self.joined, more: #","tickets":["T0"]"#).refused == "not_eligible")
        #expect(try await story.enrol("A", at: Self.joined, more: #","tickets":["T0"],"allowed_by":"N. N.""#).refused == "not_eligible")
        let allowed = try await story.enrol("A", at: Self.joined, more: #","tickets":["T0"],"allowed_by":"N. N.","reason":"relative of the doctor""#)
        #expect(allowed.refused == nil && allowed.tier == "white")
        let member = try await story.store.read { try $0.member("A") }
        #expect(member?.enrolment.allowedBy == "N. N." && member?.admissionReason == "relative of the doctor")
    }

    @Test func `TI-02: a visitor is told of the club once a visit from the threshold on, and never again when they ask`() async throws {
        let story = try Story("ti", settings: "ti.example")
        let visitor = #","visitor":"file 7""#
        #expect(try await story.sell("T1", to: nil, at: "2021-03-01T10:00:00+03:30", lines: service(30_000_000), more: visitor).tasks == [])
        #expect(try await story.sell("T2", to: nil, at: "2021-03-02T10:00:00+03:30", lines: service(20_000_000), more: visitor).tasks == ["offer_membership"])
        #expect(try await story.sell("T3", to: nil, at: "2021-03-02T11:00:00+03:30", lines: service(1_000_000), more: visitor).tasks == [])
        #expect(try await story.sell("T4", to: nil, at: "2021-03-09T10:00:00+03:30", lines: service(1_000_000), more: visitor).tasks == ["offer_membership"])
        try await story.tell(#"{"at":"2021-03-09T11:00:00+03:30","do":"decline","visitor":"file 7"}"#)
        #expect(try await story.sell("T5", to: nil, at: "2021-04-09T10:00:00+04:30", lines: service(90_000_000), more: visitor).tasks == [])
    }

    @Test func `a visitor who joins brings the tickets of the till's own number, and no other's`() async throws {
        let story = try Story("ti", settings: "ti.example")
        for (ticket, visitor) in [("T1", "file 7"), ("T2", "file 8"), ("T3", "file 7")] {
            try await story.sell(ticket, to: nil, at: "2021-03-01T10:00:00+03:30", lines: service(30_000_000), more: #","visitor":"\#(visitor)""#)
        }
        let context = DeskContext(at: try #require(Instant(Self.joined)), language: .english, key: "k")
        var request = EnrolRequest(member: "A", name: "A. B.", tickets: ["T3"])
        request.visitor = "file 7"
        let reply = try await desk(story).enrol(request, context)
        let again = try await desk(story).enrol(request, context)
        #expect(reply.body == again.body && again.isRepeat)
        #expect(try await story.store.read { try $0.member("A")?.enrolment.tickets } == ["T3", "T1"])
        #expect(try await story.store.read { try $0.sale("T2")?.member } == nil)
    }

    @Test func `the till is told what the next deduction takes, and when`() async throws {
        let story = try await member(points: 100)
        let context = DeskContext(at: try #require(Instant("2021-09-01T10:00:00+04:30")), language: .english)
        let answer = try await desk(story).member("A", context)
        #expect(answer.nextDeduction == Day("2021-09-23") && answer.nextDeductionPoints == Points(-100))
    }

    @Test func `TI-08 … TI-13: the ladder shows in the statement on its day, and its entries sum to the balance`() async throws {
        let story = try await member()
        for (day, points) in [("2021-09-22", 3000), ("2021-09-23", 2850), ("2022-03-21", 2610), ("2022-09-23", 2070), ("2023-03-21", 870)] {
            #expect(try await story.statement("A", at: "\(day)T09:00:00+03:30").points == points)
        }
        let entries = try await story.entries(of: "A")
        #expect(entries.count == 25 && entries.filter { $0 == "TI-13 -200" }.count == 6 && entries.filter { $0 == "TI-10 -25" }.count == 6)
        try await story.tell(#"{"at":"2023-03-21T11:00:00+03:30","do":"catch_up"}"#)
        #expect(try await story.entries(of: "A").count == 25)
    }

    @Test func `A-TI-7: points that fall lower the tier at once, and the till says that the card shows more`() async throws {
        let story = try await member(points: 1100)
        #expect(try await story.statement("A", at: "2021-09-22T10:00:00+03:30").tier == "silver")
        #expect(try await story.statement("A", at: "2021-09-23T10:00:00+03:30").tier == "white")
    }

    @Test func `A-TI-11: a service entered late gives back what it disproves, by entries that name it`() async throws {
        let story = try await member()
        try await story.tell(#"{"at":"2021-10-24T10:00:00+03:30","do":"catch_up"}"#)
        #expect(try await story.statement("A", at: "2021-10-24T11:00:00+03:30").points == 2810)
        let late = try await story.sell(
            "T1", to: "A", at: "2021-10-25T10:00:00+03:30", lines: service(1_000_000), more: #","occurred_at":"2021-09-20T10:00:00+03:30""#)
        #expect(late.earned == 9 && late.points == 3009)
        #expect(try await story.entries(of: "A").suffix(8).sorted() == ["TI-01 9"] + Array(repeating: "TI-10 25", count: 6) + ["TI-11 40"])
        // Taken back whole, it has never been: the deductions are due again (RULES 10.9).
        let void = try await story.void("T1", at: "2021-10-26T10:00:00+03:30")
        #expect(void.points == 2810)
    }

    @Test func `TI-09, A-TI-9: an introduction earns with the new patient's first paid service, once, and goes with the last that stands`() async throws {
        let story = try await member(points: 500)
        func points(_ day: String) async throws -> Int? { try await story.statement("A", at: "2021-\(day)T20:00:00+04:30").points }
        try await story.enrol(
            "B", at: "2021-04-01T10:00:00+04:30", more: #","introduced_by":"A","allowed_by":"N. N.","reason":"test""#)
        #expect(try await points("04-01") == 500)
        try await story.sell("S0", to: "B", at: "2021-04-02T10:00:00+04:30", lines: service(0))
        #expect(try await points("04-02") == 500)
        try await story.sell("S1", to: "B", at: "2021-04-03T10:00:00+04:30", lines: service(2_000_000))
        #expect(try await points("04-03") == 600)
        try await story.sell("S2", to: "B", at: "2021-04-04T10:00:00+04:30", lines: service(2_000_000))
        #expect(try await points("04-04") == 600)
        try await story.void("S1", at: "2021-04-05T10:00:00+04:30")
        #expect(try await points("04-05") == 600)
        try await story.takeBack("S2", #"{"id":"1","quantity":1}"#, at: "2021-04-06T10:00:00+04:30")
        #expect(try await points("04-06") == 500)
    }

    @Test func `TI-03, TI-07: each rank gets its benefits, and every member comes first`() async throws {
        let story = try await member()
        let sold = try await story.sell("T1", to: "A", at: "2021-03-22T10:00:00+03:30", lines: service(10_000_000))
        #expect(sold.total == 9_000_000 && sold.earned == 90)
    }
}
