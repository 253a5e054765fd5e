import Foundation
import MemberLaneClient
import Testing

@Suite struct `Sales without loyalty` {
    private let nobody = TillClient(at: "http://127.0.0.1:1", patience: .milliseconds(300))

    @Test func `a service that cannot be reached keeps no customer waiting`() async throws {
        let outcome = try await nobody.sell(Shop.car("T1", member: "A"))
        guard case .withoutLoyalty(let pending) = outcome else { throw Unexpected.outcome(outcome) }
        #expect(pending.ticket == Shop.car("T1", member: "A"))
        await #expect(throws: ServiceAway.self) { try await nobody.quote(Shop.car("T1")) }
    }

    @Test func `what waited is settled once, whether it had arrived before or not`() async throws {
        try await Shop.open { shop in
            try await shop.join()
            var outbox = Outbox()
            // The answer to the first was never seen; the second never arrived; the third is not the club's to take.
            let since = Date(timeIntervalSince1970: 1_784_000_000.25)
            _ = try await shop.till.sell(Shop.car("T2", member: "A"))
            for ticket in [Shop.car("T2", member: "A"), Shop.car("T3", member: "A"), Shop.car("T4", member: "nobody")] {
                outbox.add(PendingSale(ticket, since: since, reason: "test"))
                outbox.add(PendingSale(ticket, since: since, reason: "test"))
            }
            let kept = try JSONDecoder().decode(Outbox.self, from: JSONEncoder().encode(outbox))
            #expect(kept == outbox && kept.waiting.count == 3)
            let settled = try await shop.till.settle(&outbox)
            #expect(settled.map(\.ticket) == ["T2", "T3"] && outbox.waiting.isEmpty)
            #expect(outbox.refused.map(\.refusal.code) == ["member_unknown"])
            #expect(settled[1].entries.contains { abs($0.effective.timeIntervalSince(since)) < 0.001 })
            let length = try await shop.journalLength()
            var again = kept
            #expect(try await shop.till.settle(&again).map(\.ticket) == ["T2", "T3"])
            #expect(try await shop.journalLength() == length)
            outbox.dismiss(ticket: "T4")
            #expect(outbox == Outbox())
        }
    }

    @Test func `what waits goes on waiting while the service is away`() async throws {
        var outbox = Outbox()
        outbox.add(PendingSale(Shop.car("T1"), since: Date(timeIntervalSince1970: 0), reason: "test"))
        let before = outbox
        #expect(try await nobody.settle(&outbox).isEmpty)
        #expect(outbox == before)
    }
}
