import Foundation
import ProgramRunner
import Testing

@Suite("Killed at random points")
struct KillTests {
    private static let kills = 28
    /// The most stages of requests between one kill and the next; a request has four.
    private static let stages = 80

    @Test(arguments: [SeededRandom.seed])
    func `whatever was answered stays, nothing is done twice, and every member has one valid card`(seed: UInt64) async throws {
        let folder = try ScratchFolder()
        let database = folder.path("shop.sqlite")
        let shop = try await DyingShop(
            ["--programme", "km", "--database", database, "--virtual-devices"], kills: Self.kills, within: Self.stages, seed: seed)
        let ledger = ToldLedger()
        try await withThrowingTaskGroup { group in
            for number in 1...3 {
                let till = Till(name: "till\(number)", shop: shop, ledger: ledger)
                group.addTask { try await till.work(SeededRandom(seed: seed &+ UInt64(number))) }
            }
            group.addTask { try await CardDesk(shop: shop, ledger: ledger).work(SeededRandom(seed: seed)) }
            try await group.waitForAll()
        }
        #expect(await shop.kills == Self.kills)
        #expect(await shop.repeats > 0)

        try await checkTickets(shop, ledger)
        try await checkMembers(shop, ledger)
        let records = try await recordsOfJobs(shop, ledger)
        #expect(await shop.close() == 0)
        let verified = try await ProgramUnderTest.run("ledger", "verify", "--database", database, "--json")
        #expect(verified.status == 0, "\(verified.complaint)")
        let count = try #require(try verified.json.records.integer)
        let others = count - (await ledger.records)
        #expect(records.contains(others), "\(count) records")
    }

    /// Every ticket is known with the answer its till was given; asked again, it is answered in the same words.
    private func checkTickets(_ shop: DyingShop, _ ledger: ToldLedger) async throws {
        for (name, ticket) in await ledger.tickets {
            let known = try await shop.ask("GET", "/v1/sales?ticket_id=\(name)")
            #expect(known.status == 200 && known.body == ticket.answer, "\(name)")
            let again = try await shop.ask("POST", "/v1/sales", ticket.request, key: ticket.key)
            #expect(again.status == 200 && again.body == ticket.answer, "\(name)")
        }
    }

    /// Every member has the points of the cars that stay, each from one entry, and one valid card.
    private func checkMembers(_ shop: DyingShop, _ ledger: ToldLedger) async throws {
        let cards = try await shop.ask("GET", "/virtual/state").json.cards.elements
        let members = await ledger.cars
        #expect(Set(cards.compactMap(\.member.string)) == Set(members.keys))
        for (member, cars) in members {
            let account = try await shop.ask("GET", "/v1/members/\(member)/account").json
            #expect(account.points == .number(CarPoints.balance(cars: cars)), "\(member) with \(cars) cars: \(account)")
            #expect(account.entries.elements.compactMap(\.points.integer).reduce(0, +) == account.points.integer)
            #expect(Set(account.entries.elements.map(\.id)).count == account.entries.elements.count)
            let valid = cards.filter { $0.member == .text(member) && $0.state == "valid" }
            #expect(valid.count == 1, "\(member) has \(valid)")
            let shown = try await shop.ask("GET", "/v1/members/\(member)").json.card
            #expect(shown.number == valid.first?.card && shown.state == "valid")
        }
    }

    /// How many records the card jobs may have left: opening, each print begun, and the last step for certain; each print's end, where the service lived to see it;
    /// for an exchange the old card too.
    private func recordsOfJobs(_ shop: DyingShop, _ ledger: ToldLedger) async throws -> ClosedRange<Int> {
        var certain = 0
        var possible = 0
        for job in await ledger.jobs {
            let state = try await shop.ask("GET", "/v1/card-jobs/\(job)").json
            let prints = try #require(state.prints.integer)
            #expect(state.state == "done" || state.state == "cancelled" && prints == 0, "\(state)")
            certain += 2 + prints
            possible += prints
            if state.state == "done", state.kind == "exchange" { certain += 1 }
        }
        return certain...certain + possible
    }
}
