import HummingbirdTesting
import Testing

@testable import LoyaltyService

/// Callers who take their time: nobody else waits for them, and no connection is kept for them.
@Suite(.timeLimit(.minutes(1))) struct `Slow callers` {
    private static let greeting = "Host: 127.0.0.1\r\nContent-Type: application/json\r\n"

    @Test(arguments: ["", "POST /v1/quotes HT", "POST /v1/quotes HTTP/1.1\r\n\(greeting)X-Filler: a"])
    func `a connection without a whole request is closed`(begun: String) async throws {
        try await Till.open(at: .live, limits: ServiceLimits(idle: .milliseconds(200), body: .seconds(60), listeners: 9)) { till, _ in
            let wire = try till.wire()
            await wire.send(begun)
            #expect(await wire.receive(upTo: "never") == "")
            let other = try till.wire()
            await other.send("GET /v1/health HTTP/1.1\r\n\(Self.greeting)\r\n")
            #expect(await other.receive(upTo: "\r\n").hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func `a body that stops half-way is waited for no longer than a connection without a request`() async throws {
        try await Till.open(at: .live, limits: ServiceLimits(idle: .milliseconds(200), body: .seconds(60), listeners: 9)) { till, _ in
            let wire = try till.wire()
            await wire.send("POST /v1/quotes HTTP/1.1\r\n\(Self.greeting)Authorization: Bearer \(till.token)\r\nContent-Length: 400\r\n\r\n{\"ticket\":")
            #expect(await wire.receive(upTo: "never") == "")
        }
    }

    @Test func `a body that takes longer than it may is refused, however steadily it comes`() async throws {
        try await Till.open(limits: ServiceLimits(idle: .seconds(60), body: .zero, listeners: 9)) { till, _ in
            let answer = try await till.post("/v1/quotes", Till.car("T1", member: nil))
            #expect(answer.status == 408 && answer.code == "body_malformed")
        }
    }

    @Test func `a listener for whom there is no place is told so`() async throws {
        try await Till.open(limits: ServiceLimits(idle: .seconds(60), body: .seconds(60), listeners: 0)) { till, _ in
            let answer = try await till.get("/v1/events")
            #expect(answer.status == 503 && answer.code == "too_many_listeners")
        }
    }
}
