import Foundation
import Testing

@testable import MemberLaneClient

/// The client's types are held to what the service really answers: what they read, written again, is the answer.
@Suite struct `The client's types` {
    @Test func `lose no field of any answer`() async throws {
        try await Shop.open(language: "fa") { shop in
            try await shop.join()
            for number in 2...4 { _ = try await shop.till.sell(Shop.car("T\(number)", member: "A")) }
            let job = try await shop.till.openCardJob(CardOrdering(member: "A", kind: "first_issue"), key: "c1")
            try await Self.hold(Member.self, to: shop.till, .get("/v1/members/A"))
            try await Self.hold(Member.self, to: shop.till, .post("/v1/members", Joining(name: "N. B.", phone: "09120000000", member: "B"), key: "b"))
            try await Self.hold(MemberAccount.self, to: shop.till, .get("/v1/members/A/account"))
            try await Self.hold(PricedTicket.self, to: shop.till, .post("/v1/quotes", Shop.car("T5", member: "A")))
            try await Self.hold(PricedTicket.self, to: shop.till, .post("/v1/sales", Shop.car("T5", member: "A")))
            try await Self.hold(PricedTicket.self, to: shop.till, .get("/v1/sales", query: [("ticket_id", "T3")]))
            try await Self.hold(PricedTicket.self, to: shop.till, .post("/v1/sales/T4/void", key: "v"))
            try await Self.hold(CardJob.self, to: shop.till, .get("/v1/card-jobs/\(job.job)"))
            try await Self.hold(CardJob.self, to: shop.till, .post("/v1/card-jobs/\(job.job)/cancel"))
            try await Self.hold(Health.self, to: shop.till, .get("/v1/health"))
        }
    }

    @Test func `read a card's event, with its member`() async throws {
        let reader = SpeakingReader()
        try await Shop.open(devices: reader) { shop in
            try await shop.join()
            let number = try await shop.cardNumber(of: "A")
            var events = shop.till.events().makeAsyncIterator()
            #expect(await events.next() == .connected)
            await reader.swipe(number)
            guard case .card(let card) = await events.next() else { throw Unexpected.nothing }
            #expect(card.status == "member" && card.member?.member == "A" && card.entry == .swiped && card.trouble == nil)
            let presented = try #require(card.presented)
            #expect(try await shop.till.quote(Ticket("T9", lines: Shop.car("T9").lines, card: presented, entry: .swiped)).member == "A")
            await reader.swipePaymentCard()
            guard case .card(let refused) = await events.next() else { throw Unexpected.nothing }
            #expect(refused.status == "refused" && refused.trouble?.code == "payment_card_refused" && refused.presented == nil)
        }
    }

    private static func hold<Answer: Codable>(_ type: Answer.Type, to till: TillClient, _ call: Call) async throws {
        let body = try await till.bytes(of: call).body
        let value = try TillClient.decoder.decode(type, from: body)
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(TillClient.text(of: date))
        }
        let read = try #require(try JSONSerialization.jsonObject(with: body) as? NSDictionary)
        let written = try #require(try JSONSerialization.jsonObject(with: encoder.encode(value)) as? NSDictionary)
        #expect(read == written, "\(call.path): \(read) is not \(written)")
    }
}
