import Testing

@testable import LoyaltyService

@Suite struct `Deposits, gifts and corrections over HTTP` {
    private let correction = #"{"member":"A","points":100,"reason":"count","by":"N. N."}"#

    @Test func `a correction without a number of its own needs a key`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let before = try await till.points
            let answer = try await till.post("/v1/adjustments", correction)
            #expect(answer.status == 400 && answer.code == "key_missing")
            #expect(try await till.points == before)
        }
    }

    @Test func `a repeated correction is made once, by its key or by its own number`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let before = try await till.points
            let first = try await till.post("/v1/adjustments", correction, key: "a1")
            let again = try await till.post("/v1/adjustments", correction, key: "a1")
            #expect(first.status == 201 && again.status == 200 && first.text == again.text)
            let numbered = #"{"id":"D7","member":"A","points":5,"reason":"count","by":"N. N."}"#
            #expect(try await till.post("/v1/adjustments", numbered).status == 201)
            #expect(try await till.post("/v1/adjustments", numbered).status == 200)
            let other = try await till.post("/v1/adjustments", numbered.replacing("5,", with: "6,"))
            #expect(other.status == 409 && other.code == "dealing_exists")
            #expect(try await till.points == before + 105)
        }
    }

    @Test func `what the club does not offer is refused and changes nothing`() async throws {
        try await Till.open { till, _ in
            try await till.join()
            let before = try await till.points
            #expect(try await till.post("/v1/stored-value/loads", #"{"member":"A","amount":500}"#, key: "l").code == "stored_value_not_offered")
            #expect(try await till.post("/v1/fees", #"{"member":"A","fee":"annual"}"#, key: "f").code == "fee_not_offered")
            #expect(try await till.post("/v1/gifts", #"{"member":"A","reason":"recruits"}"#, key: "g").code == "gift_not_earned")
            #expect(try await till.points == before)
        }
    }
}

extension Till {
    /// The member's balance.
    fileprivate var points: Int {
        get async throws { try #require(try await get("/v1/members/A/account")["points"]?.int) }
    }
}
