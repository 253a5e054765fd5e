import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

@Suite("Last year's events under two tables")
struct ReplayRehearsalTests {
    private static let history = """
        {"at":"2012-01-01T10:00:00Z","do":"sale","ticket":"T0","lines":[{"id":"1","category":"shoes","quantity":1,"unit_price":10000}]}
        {"at":"2012-01-02T10:00:00Z","do":"enrol","member":"A","phone":"13800000000","tickets":["T0"]}

        {"at":"2012-01-03T10:00:00Z","do":"sale","ticket":"T1","member":"A","lines":[{"id":"1","category":"shoes","quantity":3,"unit_price":100000}]}
        {"at":"2012-01-04T10:00:00Z","do":"return","ticket":"T1","lines":[{"id":"1","quantity":1}]}
        {"at":"2012-01-05T10:00:00Z","do":"gift","id":"G1","member":"A","reason":"points","gift":"polish"}
        {"at":"2012-01-06T10:00:00Z","do":"sale","ticket":"T1","member":"B","lines":[{"id":"1","category":"shoes","quantity":1,"unit_price":5}]}
        """

    private func rehearse(_ change: (inout Programme) -> Void, _ history: String = Self.history) async throws -> ReplayRehearsal {
        let old = try ProgramTables.load("sh", settings: "sh.example")
        var new = old
        new.version = ProgrammeVersion("\(old.version) new")
        change(&new)
        let tables = try RehearsedTables(old: ProgrammeBook(current: old), new: ProgrammeBook(current: new))
        return try await ReplayRehearser(tables: tables, most: 10).run(history.split(separator: "\n", omittingEmptySubsequences: false))
    }

    @Test func `a table against itself changes nothing, and every figure is that of the history`() async throws {
        let found = try await rehearse { _ in }
        #expect(found.events == 6 && found.refusals.isEmpty && found.gaining.isEmpty && found.losing.isEmpty)
        let business = found.business
        // The anonymous pair, and two pairs at 95 %; 1 point for each 10.00 paid for them, less the gift's 300.
        #expect(business.sales == Change(2, 2) && business.list == Change(210_000, 210_000) && business.total == Change(200_000, 200_000))
        #expect(business.discounts.map { "\($0.rule) \($0.amount.before) \($0.amount.after)" } == ["SH-08 10000 10000"])
        #expect(business.refused == Change(2, 2) && business.issued == Change(190, 190) && business.redeemed == Change(0, 0))
        #expect(found.end.points == Change(190, 190) && found.end.members == 1)
        #expect(found.at == Instant("2012-01-06T10:00:00Z"))
    }

    @Test func `SH-10: a better rate gives more points, and the gift that was refused is taken`() async throws {
        let found = try await rehearse { $0.earning.spend?.rate = .known(.init(points: Points(2), per: Money(minor: 1_000))) }
        #expect(found.business.issued == Change(190, 380) && found.business.redeemed == Change(0, 300))
        #expect(found.business.refused == Change(2, 1))
        #expect(found.refusals.map { "\($0.line) \($0.before ?? "-") \($0.after ?? "-")" } == ["6 points_short -"])
        #expect(found.end.points == Change(190, 80) && found.losing.map(\.member) == ["A"])
    }

    @Test func `SH-08: another rate changes what was paid and what the points come to`() async throws {
        let found = try await rehearse { $0.discount?.rows[0].rate = .pays(PayRate(millionths: 900_000)) }
        #expect(found.business.total == Change(200_000, 190_000))
        #expect(found.business.discounts.map(\.amount) == [Change(10_000, 20_000)])
        #expect(found.end.points == Change(190, 180))
        #expect(found.losing.first?.discount == Change(10_000, 20_000))
    }

    @Test func `a line that cannot be read is a fault of that line`() async throws {
        await #expect(throws: ReplayFault.self) { _ = try await rehearse({ _ in }, "{}") }
        let empty = try await rehearse({ _ in }, "")
        #expect(empty.events == 0 && empty.end.members == 0)
    }
}
