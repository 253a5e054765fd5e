import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

@Suite("Clinic front desk")
struct ClinicTests {
    private func client(points: Int) async throws -> Story {
        let story = try Story("cl", settings: "cl.example")
        try await story.enrol("A", at: "2026-01-10T10:00:00+05:00")
        try await story.tell(#"{"at":"2026-01-10T11:00:00+05:00","do":"adjust","member":"A","points":\#(points),"reason":"start","by":"N. N."}"#)
        return story
    }

    private let lines =
        #"{"id":"1","category":"procedure","quantity":1,"unit_price":1000000},{"id":"2","category":"cosmetics","quantity":3,"unit_price":12345}"#

    @Test func `CL-12a, CL-12c: bonuses are credited for what is paid, and the balance after is said`() async throws {
        let story = try await client(points: 0)
        let sold = try await story.sell("T1", to: "A", at: "2026-01-12T10:00:00+05:00", lines: lines)
        #expect(sold.earned == 100 + 3 && sold.points == 103)
    }

    @Test func `CL-15, A-CL-2, A-CL-4: bonuses pay for cosmetics alone, what they pay earns nothing, and a return gives them back`() async throws {
        let story = try await client(points: 500)
        let sold = try await story.sell("T1", to: "A", at: "2026-01-12T10:00:00+05:00", lines: lines, more: #","redeem_points":200"#)
        #expect(sold.nets == [1_000_000, 37_035 - 20_000] && sold.adjustments == [[], ["CL-15 -20000"]])
        #expect(sold.earned == 100 + 1 && sold.points == 500 - 200 + 101)
        #expect(try await story.sell("T2", to: "A", at: "2026-01-12T11:00:00+05:00", lines: lines, more: #","redeem_points":371"#).refused == "redeem_too_much")
        #expect(try await story.sell("T2", to: "A", at: "2026-01-12T11:00:00+05:00", lines: lines, more: #","redeem_points":402"#).refused == "points_short")
        try await story.takeBack("T1", #"{"id":"2","quantity":3}"#, at: "2026-01-13T10:00:00+05:00")
        #expect(try await story.statement("A", at: "2026-01-13T11:00:00+05:00").points == 600)
        try await story.takeBack("T1", #"{"id":"1","quantity":1}"#, at: "2026-01-14T10:00:00+05:00")
        #expect(try await story.statement("A", at: "2026-01-14T11:00:00+05:00").points == 500)
    }

    @Test func `CL-15: the desk suggests what the client's bonuses can pay for`() async throws {
        let story = try await client(points: 3000)
        let desk = Desk(
            store: story.store, book: ProgrammeBook(current: try ProgramTables.load("cl", settings: "cl.example")), codes: nil, serials: RandomSerials())
        let at = try #require(Instant("2026-01-11T10:00:00+05:00"))
        let member = try await desk.member("A", DeskContext(at: at, language: .english))
        #expect(member.suggestions?.map(\.sku) == ["hand_cream"])
    }
}
