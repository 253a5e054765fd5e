import LoyaltyModel
import Testing

@testable import LoyaltyService

@Suite struct `Cards read a moment ago` {
    private let cards = PresentedCards()
    private let now = Instant(milliseconds: 0)

    @Test func `a name stands for the card, and for how it came in`() throws {
        let name = cards.keep("9001", .scanned, at: now)
        #expect(!name.contains("9001"))
        #expect(try cards.card(name, .keyed, at: now) == ("9001", .scanned))
    }

    @Test func `what is no name stands for itself`() throws {
        #expect(try cards.card("9001", .keyed, at: now) == ("9001", .keyed))
    }

    @Test func `a name lives five minutes, then the card has to be swiped again`() throws {
        let name = cards.keep("9001", .swiped, at: now)
        #expect(try cards.card(name, .keyed, at: Instant(milliseconds: 299_999)).value == "9001")
        #expect(throws: Trouble.self) { try cards.card(name, .keyed, at: Instant(milliseconds: 300_000)) }
    }

    @Test func `only so many are kept, the newest`() throws {
        let first = cards.keep("1", .swiped, at: now)
        for number in 0..<PresentedCards.capacity { _ = cards.keep("\(number)", .swiped, at: now) }
        #expect(throws: Trouble.self) { try cards.card(first, .keyed, at: now) }
    }

    @Test func `a name serves wherever a number is asked for`() async throws {
        try await Till.open { till, service in
            try await till.join()
            let name = service.front.presented.keep(try await till.cardNumber(of: "A"), .swiped, at: service.front.clock())
            #expect(try await till.post("/v1/identify", #"{"value":"\#(name)","entry":"keyed"}"#)["member"]?.string == "A")
            let quote = try await till.post("/v1/quotes", #"{"ticket":"T","card":"\#(name)","lines":[{"id":"1","quantity":1,"unit_price":5}]}"#)
            #expect(quote["member"]?.string == "A")
            let unknown = try await till.post("/v1/identify", #"{"value":"presented:none","entry":"swiped"}"#)
            #expect(unknown.code == "swipe_again" && unknown["kind"]?.string == "retry")
        }
    }
}
