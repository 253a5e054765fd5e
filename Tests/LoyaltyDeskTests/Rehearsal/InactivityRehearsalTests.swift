import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

@Suite("A table that begins to take points for staying away")
struct InactivityRehearsalTests {
    @Test func `TI-10, TI-11: what staying away would cost by the day counts, and is what the dues then post`() async throws {
        let moment = "2012-09-01T00:00:00Z"
        var strict = try ProgramTables.load("ti", settings: "ti.example")
        strict.membership.eligibility = nil
        var lenient = strict
        lenient.inactivity = nil
        lenient.version = "lenient"
        var club = RehearsedClub(lenient)
        club.new = strict
        for member in ["A", "B"] { try await club.story.enrol(member) }
        let service = #"{"id":"1","category":"service","quantity":1,"unit_price":100000000}"#
        try await club.story.sell("T1", to: "A", at: "2012-01-10T10:00:00Z", lines: service)
        try await club.story.sell("T2", to: "B", at: "2012-05-20T10:00:00Z", lines: service)
        let found = try await club.rehearse(at: moment)
        // A has been away for seven months: six at 25 and one at 40. B came three months ago.
        #expect(found.onTheDay.points == Change(2_000, 1_810) && found.onTheDay.pointsLost == -190)
        #expect(found.settled.points == Change(2_000, 1_810) && found.losing.map(\.member) == ["A"])
        let desk = club.published
        let shown = try await club.member("A", desk, at: moment)
        #expect(shown.points == Points(810) && shown.tier.id == found.losing.first?.after.tier)
        _ = try await desk.catchUp(at: try #require(Instant(moment)))
        let posted = try await club.story.store.read { view in try ["A", "B"].map { try #require(try view.account(of: $0)).points.count } }
        #expect(posted == [810, 1_000])
        #expect(try await club.member("A", desk, at: moment).tier == shown.tier)
    }
}
