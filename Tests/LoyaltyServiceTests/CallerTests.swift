import HTTPTypes
import HummingbirdTesting
import LoyaltyModel
import Testing

@testable import LoyaltyService

@Suite struct `Who is answered` {
    @Test func `a page of somebody else is turned away before anything is done`() async throws {
        try await Till.open { till, _ in
            let foreign = try await till.post("/v1/sales", Till.car("T1", member: nil), [.origin: "https://shop.example"])
            #expect(foreign.status == 403)
            #expect(foreign["field"]?.string == "Origin")
            #expect(try await till.journalLength() == 0)
            #expect(try await till.post("/v1/sales", Till.car("T1", member: nil), [.origin: "http://localhost"]).status == 201)
        }
    }

    @Test func `a request under a foreign name is turned away (DNS rebinding)`() async throws {
        try await Till.open(at: .live) { till, _ in
            let wire = try till.wire()
            await wire.send("GET /v1/health HTTP/1.1\r\nHost: shop.example\r\n\r\n")
            #expect(await wire.receive(upTo: "\r\n") == "HTTP/1.1 403 Forbidden\r\n")
        }
    }
}
