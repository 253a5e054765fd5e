import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

@testable import LoyaltyDesk

@Suite("The sum of a rehearsal")
struct RehearsalTotalsTests {
    private func compared(_ seed: UInt64) async throws -> (tables: RehearsedTables, found: DatabaseRehearsal) {
        var club = try RehearsedClub("km")
        try await club.fill(members: 10, seed: seed)
        club.new.ladder.tiers[2].points = .known(Points(240))
        club.new.earning.joining?.points = Points(5)
        let tables = try RehearsedTables(old: ProgrammeBook(current: club.old), new: ProgrammeBook(current: club.new, earlier: [club.old]))
        return (tables, try await club.rehearse())
    }

    @Test(arguments: UInt64(1)...4) func `it does not depend on the order of the members`(seed: UInt64) async throws {
        let (tables, found) = try await compared(seed)
        var random = SeededGenerator(seed: seed)
        let members = (found.gaining + found.losing).shuffled(using: &random)
        var (one, other) = (RehearsalTotals(tables), RehearsalTotals(tables))
        var (most, least) = (MostTouched(3, tables), MostTouched(3, tables))
        for member in members {
            one.add(member, tables)
            most.add(member)
        }
        for member in members.reversed() {
            other.add(member, tables)
            least.add(member)
        }
        #expect(one == other && one.members == members.count)
        #expect(most.gaining == least.gaining && most.losing == least.losing)
        #expect(most.gaining == Array(found.gaining.prefix(3)) && most.losing == Array(found.losing.prefix(3)))
    }

    @Test(arguments: UInt64(1)...4) func `tiers, moves and points add up to the members and to each other`(seed: UInt64) async throws {
        let found = try await compared(seed).found
        for totals in [found.onTheDay, found.settled] {
            #expect(totals.tiers.reduce(0) { $0 + $1.members.before } == 10 && totals.tiers.reduce(0) { $0 + $1.members.after } == 10)
            #expect(totals.moves.reduce(0) { $0 + $1.members } == 10)
            #expect(totals.points.change == totals.pointsGained + totals.pointsLost)
        }
    }

    @Test func `a tier that only one table has is counted, and a move is up or down by the new ladder`() throws {
        let old = try ProgramTables.load("km")
        var new = old
        new.version = "km new"
        new.ladder.tiers[1].id = "bright"
        new.ladder.tiers.removeLast()
        let tables = try RehearsedTables(old: ProgrammeBook(current: old), new: ProgrammeBook(current: new))
        #expect(tables.tiers == ["none", "bronze", "silver", "bright", "gold", "diamond"])
        #expect(tables.climb(from: "bronze", to: "gold") == 2 && tables.climb(from: "gold", to: "none") == -3)
        #expect(tables.climb(from: "silver", to: "bright") == 0 && tables.climb(from: "diamond", to: "gold") == -1)
    }

    @Test func `what points are worth is told where both tables give them a value`() throws {
        var old = try ProgramTables.load("km")
        var new = old
        new.version = "km new"
        old.redemption = Redemption(rule: "X-1", value: .known(Money(minor: 100)), categories: [])
        #expect(RehearsalTotals(try RehearsedTables(old: ProgrammeBook(current: old), new: ProgrammeBook(current: new))).liability == nil)
        new.redemption = Redemption(rule: "X-1", value: .known(Money(minor: 250)), categories: [])
        let tables = try RehearsedTables(old: ProgrammeBook(current: old), new: ProgrammeBook(current: new))
        var totals = RehearsalTotals(tables)
        totals.add(MemberRehearsal(member: "A", points: 30), tables)
        #expect(totals.liability == Change(3_000, 7_500))
        // Beyond 64 bits nothing is told, and nothing breaks.
        totals.add(MemberRehearsal(member: "B", points: .max), tables)
        #expect(totals.liability == nil && totals.points.before == .max)
    }
}

extension MemberRehearsal {
    fileprivate init(member: MemberID, points: Int) {
        let place = Place(tier: "bronze", points: Points(points), gifts: 0, card: nil)
        self.init(member: member, before: place, after: place)
    }
}
