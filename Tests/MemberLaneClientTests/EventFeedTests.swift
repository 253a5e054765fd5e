import LoyaltyStorage
import Testing

@testable import MemberLaneClient

@Suite struct `The feed of events` {
    @Test func `tells of sales, and is taken up again when the service is back`() async throws {
        let (events, heard) = AsyncStream.makeStream(of: TillEvent.self)
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        // The same shop before and after: its till is let in again.
        let store = MemoryStore()
        try await Shop.open(store: store) { shop in
            Task { for await event in shop.till.events() { heard.yield(event) } }
            told.yield(shop.port)
            var events = events.makeAsyncIterator()
            #expect(await events.next() == .connected)
            _ = try await shop.till.sell(Shop.car("T1"))
            #expect(await events.next() == .sale(ticket: "T1", happened: "sold"))
        }
        let port = try #require(await ports.first { _ in true })
        try await Shop.open(store: store, port: port) { shop in
            var events = events.makeAsyncIterator()
            guard case .lost = await events.next() else { throw Unexpected.nothing }
            while await events.next() != .connected {}
            _ = try await shop.till.sell(Shop.car("T2"))
            #expect(await events.next() == .sale(ticket: "T2", happened: "sold"))
            heard.finish()
        }
    }

    @Test func `whole events come out of bytes however they are cut`() {
        let text = "retry: 1000\n\nid: 7\nevent: sale\ndata: {\"ticket\":\"ت\",\"happened\":\"sold\"}\n\n: remark\nid: 8\nevent: odd\ndata: 1\ndata: 2\n\n"
        let whole: [EventLines.Event] = [
            .init(id: 7, name: "sale", data: #"{"ticket":"ت","happened":"sold"}"#), .init(id: 8, name: "odd", data: "1\n2"),
        ]
        for size in 1...text.utf8.count {
            var lines = EventLines()
            var events: [EventLines.Event] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                events += lines.take(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(events == whole)
        }
        #expect(TillEvent(whole[0]) == .sale(ticket: "ت", happened: "sold"))
        #expect(TillEvent(whole[1]) == .other(name: "odd", json: "1\n2"))
    }
}
