import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import Testing

@Suite("A table rehearsed over the members there are")
struct DatabaseRehearsalTests {
    @Test(arguments: UInt64(1)...5) func `a table rehearsed against itself changes nothing`(seed: UInt64) async throws {
        var club = try RehearsedClub("km")
        club.new = club.old
        try await club.fill(members: 12, seed: seed)
        let found = try await club.rehearse()
        for totals in [found.onTheDay, found.settled] {
            #expect(totals.members == 12 && totals.rise == 0 && totals.fall == 0 && totals.points.change == 0 && totals.gifts.change == 0)
            #expect(totals.moves.allSatisfy { $0.from == $0.to } && totals.tiers.allSatisfy { $0.members.change == 0 })
        }
        #expect(!found.changesLater && found.discounts.amount.change == 0)
        #expect(found.gaining.isEmpty && found.losing.isEmpty)
    }

    @Test func `KM-11: a lower threshold lifts at once whoever stands above it, and points stay`() async throws {
        var club = try RehearsedClub("km")
        for member in ["A", "B", "C"] { try await club.story.enrol(member) }
        for (member, count) in [("A", 1), ("B", 2), ("C", 3)] {
            try await club.story.sell("T\(member)", to: member, lines: cars(count))
        }
        club.new.ladder.tiers[1].points = .known(Points(91))
        let found = try await club.rehearse()
        // 90, 210 and 390 points.
        #expect(found.onTheDay.rise == 1 && found.onTheDay.fall == 0 && found.onTheDay.points == Change(690, 690))
        #expect(found.onTheDay.tiers.map(\.tier) == ["none", "bronze", "silver", "gold", "diamond"])
        #expect(found.onTheDay.tiers.map(\.members) == [Change(0, 0), Change(2, 1), Change(0, 1), Change(1, 1), Change(0, 0)])
        #expect(found.onTheDay.moves.map { "\($0.from) \($0.to) \($0.members)" } == ["bronze bronze 1", "bronze silver 1", "gold gold 1"])
        #expect(found.gaining.map(\.member) == ["B"] && found.losing.isEmpty && !found.changesLater)
    }

    @Test func `TI-06: a printed card of another tier has to be exchanged, one not printed yet has not`() async throws {
        var club = try RehearsedClub("km")
        for member in ["A", "B", "C"] { try await club.story.enrol(member) }
        for member in ["A", "B", "C"] { try await club.story.sell("T\(member)", to: member, lines: cars(2)) }
        try await club.print("bronze", for: "A")
        try await club.print("silver", for: "B")
        club.new.ladder.tiers[1].points = .known(Points(100))
        let found = try await club.rehearse()
        #expect(found.onTheDay.exchanges == Change(0, 1) && found.onTheDay.newExchanges == 1)
        let desk = club.published
        #expect(try await club.member("A", desk).tasks.map(\.kind) == [.exchangeCard])
        #expect(try await club.member("B", desk).tasks.isEmpty)
        #expect(try await club.member("C", desk).tasks.map(\.kind) == [.firstCard])
    }

    @Test func `KM-04: other points for joining change no balance on the day, and every balance once settled`() async throws {
        var club = try RehearsedClub("km")
        for member in ["A", "B", "C"] { try await club.story.enrol(member) }
        try await club.story.sell("T1", to: "A", lines: cars(1))
        try await club.story.sell("T2", to: "B", lines: cars(2))
        club.new.earning.joining?.points = Points(40)
        let found = try await club.rehearse()
        #expect(found.onTheDay.points == Change(300, 300) && found.onTheDay.rise == 0)
        // C has bought nothing: the points wait under either table (A-KM-16).
        #expect(found.settled.points == Change(300, 320) && found.settled.pointsGained == 20 && found.settled.rise == 1)
        #expect(found.changesLater)
        let gaining = found.gaining.map { "\($0.member) \($0.before.tier) \($0.after.tier) \($0.after.points.count)" }
        #expect(gaining == ["B bronze silver 220", "A bronze bronze 100"])
    }

    @Test func `A-X-2: other points for a purchase change nothing of purchases made before`() async throws {
        var club = try RehearsedClub("km")
        try await club.story.enrol("A")
        try await club.story.sell("T1", to: "A", lines: cars(2))
        club.new.earning.ordinal?.rows[0].points = Points(600)
        let found = try await club.rehearse()
        #expect(found.settled.points.change == 0 && !found.changesLater)
    }

    @Test func `SH-08: the year's sales are priced again under either table, returns left out`() async throws {
        var club = try RehearsedClub("sh", settings: "sh.example")
        try await club.story.sell("T0", to: nil, at: "2011-01-01T10:00:00Z", lines: shoes(10_000))
        try await club.story.enrol("A", at: "2011-02-01T10:00:00Z", more: #","phone":"13800000000","tickets":["T0"]"#)
        try await club.story.sell("T1", to: "A", at: "2011-03-01T10:00:00Z", lines: shoes(10_000))
        try await club.story.sell("T2", to: "A", at: "2012-02-01T10:00:00Z", lines: shoes(10_000, quantity: 3))
        try await club.story.sell("T3", to: "A", at: "2012-02-02T10:00:00Z", lines: shoes(50_000))
        try await club.story.takeBack("T2", #"{"id":"1","quantity":1}"#)
        try await club.story.void("T3", at: "2012-03-02T10:00:00Z")
        club.new.discount?.rows[0].rate = .pays(PayRate(millionths: 900_000))
        let found = try await club.rehearse()
        // Two pairs at 100.00: 95 % is paid under the old table, 90 % under the new one. The year before last does not count.
        #expect(found.discounts.sales == 1 && found.discounts.amount == Change(1_000, 2_000))
        #expect(found.gaining.first?.discount == Change(1_000, 2_000))
    }

    @Test func `KM-18: a discount that needs an approval counts where the sale had one`() async throws {
        var club = try RehearsedClub("km")
        try await club.story.enrol("A")
        try await club.story.sell("T1", to: "A", lines: cars(3))
        let ask = #"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}"#
        try await club.story.tell(ask)
        try await club.story.tell(#"{"at":"2012-02-03T10:00:00Z","do":"decide","request":"R1","approved":true}"#)
        try await club.story.sell("T2", to: "A", at: "2012-02-04T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        try await club.story.sell("T3", to: "A", at: "2012-02-05T10:00:00Z", lines: cars(1))
        club.new.discount?.rows[1].rate = .off(OffRate(millionths: 30_000))
        let found = try await club.rehearse()
        // Gold at the time: 2 % and 3 % of the one car that was approved.
        #expect(found.discounts.sales == 3 && found.discounts.amount == Change(20_000_000, 30_000_000))
    }

    @Test(arguments: UInt64(1)...6)
    func `the prediction is what the desk shows once the table is published`(seed: UInt64) async throws {
        var club = try RehearsedClub("km")
        try await club.fill(members: 10, seed: seed)
        for number in 1...5 { try await club.print("bronze", for: MemberID("M\(number)")) }
        club.new.ladder.tiers[1].points = .known(Points(120))
        club.new.ladder.tiers[3].points = .known(Points(700))
        club.new.earning.joining?.points = Points(55)
        club.new.card.isExchangedOnDemotion = true
        let found = try await club.rehearse()
        let desk = club.published
        let shown = try await figures(club, desk)
        #expect(shown.tiers == populated(found.onTheDay))
        #expect(shown.points == found.onTheDay.points.after && shown.exchanges == found.onTheDay.exchanges.after)
        let day = try #require(Instant(RehearsedClub.day))
        #expect(desk.hasDues)
        #expect(try await desk.catchUp(at: day, batch: 3) >= found.gaining.count + found.losing.count)
        #expect(try await desk.catchUp(at: day) == 0)
        let later = try await figures(club, desk)
        #expect(later.tiers == populated(found.settled))
        #expect(later.points == found.settled.points.after && later.exchanges == found.settled.exchanges.after)
        for predicted in found.gaining + found.losing {
            let real = try await club.member(predicted.member, desk)
            #expect(real.tier.id == predicted.after.tier && real.points == predicted.after.points)
        }
    }

    private func populated(_ totals: RehearsalTotals) -> [TierID: Int] {
        Dictionary(uniqueKeysWithValues: totals.tiers.map { ($0.tier, $0.members.after) }).filter { $0.value > 0 }
    }

    private func figures(_ club: RehearsedClub, _ desk: Desk) async throws -> (tiers: [TierID: Int], points: Int, exchanges: Int) {
        var found: (tiers: [TierID: Int], points: Int, exchanges: Int) = ([:], 0, 0)
        for number in 1...10 {
            let answer = try await club.member(MemberID("M\(number)"), desk)
            found.tiers[answer.tier.id, default: 0] += 1
            found.points += answer.points.count
            if answer.tasks.contains(where: { $0.kind == .exchangeCard }) { found.exchanges += 1 }
        }
        return found
    }

    @Test func `its chart has a bar before and after for each tier, and a third where more members move later`() async throws {
        var club = try RehearsedClub("km")
        for member in ["A", "B"] { try await club.story.enrol(member) }
        try await club.story.sell("T1", to: "A", lines: cars(2))
        club.new.ladder.tiers[1].points = .known(Points(205))
        let tables = try RehearsedTables(old: ProgrammeBook(current: club.old), new: ProgrammeBook(current: club.new, earlier: [club.old]))
        let chart = try await club.rehearse().chart(tables, language: .english)
        #expect(chart.groups.map(\.name) == ["no group", "Bronze", "Silver", "Gold", "Diamond"])
        #expect(chart.groups.map(\.values) == [[1, 1], [1, 0], [0, 1], [0, 0], [0, 0]] && chart.series.count == 2)
        club.new.earning.joining?.points = Points(200)
        let later = try await club.rehearse().chart(tables, language: .english)
        #expect(later.groups.map(\.values) == [[1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]] && later.series.count == 3)
    }

    @Test func `a rehearsal writes nothing`() async throws {
        let club = try RehearsedClub("km")
        try await club.fill(members: 5, seed: 3)
        let before = try await club.story.store.read { try $0.head()?.seal }
        _ = try await club.rehearse()
        #expect(try await club.story.store.read { try $0.head()?.seal } == before)
    }

    @Test func `an empty store has nobody to move`() async throws {
        let found = try await RehearsedClub("km").rehearse()
        #expect(found.onTheDay.members == 0 && found.onTheDay.moves.isEmpty && found.discounts.sales == 0)
    }

    @Test func `two clubs' tables are not compared`() throws {
        let (km, sh) = (try RehearsedClub("km").old, try RehearsedClub("sh").old)
        #expect(throws: RehearsalRefusal.otherClub("km", "sh")) {
            try RehearsedTables(old: ProgrammeBook(current: km), new: ProgrammeBook(current: sh))
        }
    }
}
