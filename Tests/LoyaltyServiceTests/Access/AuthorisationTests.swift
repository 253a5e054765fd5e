import AccessControl
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LoyaltyModel
import LoyaltyStorage
import Testing

@testable import LoyaltyService

/// Every route × every role × nobody, from the route table itself and over the wire.
@Suite(.timeLimit(.minutes(2))) struct `Who may call what` {
    private static let routes = RouteTable.routes(withVirtualCounter: true, withOdoo: false)

    /// The status that a request gets; nothing of the answer's body is waited for.
    private func status(_ route: Route, _ headers: [String], _ till: Till, method: String? = nil) async throws -> Int {
        let path = route.path.replacing(/\{[a-z]+\}/, with: "x")
        let wire = try till.wire()
        let body = route.method == .get ? "" : "{}"
        let head = ["\(method ?? route.method.rawValue) \(path) HTTP/1.1", "Host: 127.0.0.1", "Connection: close", "Content-Type: application/json"]
        let all = head + ["Content-Length: \(body.utf8.count)"] + headers
        await wire.send(all.joined(separator: "\r\n") + "\r\n\r\n" + body)
        return Int(await wire.receive(upTo: "\r\n").split(separator: " ").dropFirst().first ?? "") ?? 0
    }

    @Test func `nobody gets in anywhere but at the door`() async throws {
        try await Till.open(hands: NoHands(), at: .live) { till, _ async throws in
            for route in Self.routes where route.audience != .anyone {
                #expect(try await status(route, [], till) == 401, "\(route.method) \(route.path)")
            }
            #expect(try await till.journalLength() == 0)
        }
    }

    @Test(arguments: Role.allCases) func `a role gets in where it belongs and nowhere else`(role: Role) async throws {
        try await Till.open(hands: NoHands(), at: .live, as: role) { till, _ in
            for route in Self.routes where route.audience != .anyone {
                let status = try await status(route, ["Authorization: Bearer \(till.token)"], till)
                #expect((status != 401 && status != 403) == route.audience.admits(role), "\(route.method) \(route.path) said \(status)")
                if !route.audience.admits(role) { #expect(status == 403, "\(route.method) \(route.path)") }
            }
        }
    }

    @Test func `a token that is revoked, and one that is nobody's, get in nowhere`() async throws {
        try await Till.open(hands: NoHands(), at: .live) { till, service in
            let access = try #require(try await service.front.doorkeeper.caller(token: till.token, at: service.front.clock())?.access)
            try await service.front.doorkeeper.revoke(access, at: service.front.clock())
            let wrong = ["Bearer \(till.token)", "Bearer ml_\(access)_x", "Bearer", "Basic \(till.token)", "Bearer \(till.token) \(till.token)"]
            for route in Self.routes where route.audience != .anyone {
                for authorization in wrong { #expect(try await status(route, ["Authorization: \(authorization)"], till) == 401, "\(route.path)") }
            }
        }
    }

    @Test func `a cookie gets in as long as its session, and not at all for what was posted from nowhere`() async throws {
        let clock = TestClock()
        try await Till.open(hands: NoHands(), at: .live, clock: clock) { till, service in
            let cookie = "Cookie: " + (try await service.front.doorkeeper.cookie(.manager, at: clock.now))
            for route in Self.routes where route.audience.admits(.manager) && route.audience != .anyone && route.path != "/sign-out" {
                let status = try await status(route, [cookie], till)
                #expect((status == 403) == (route.method != .get), "\(route.method) \(route.path) said \(status)")
                if route.method != .get {
                    let own = try await self.status(route, [cookie, "Origin: http://127.0.0.1"], till)
                    #expect(own != 401 && own != 403, "\(route.path) said \(own)")
                }
            }
            clock.advance(seconds: 601)
            for route in Self.routes where route.audience != .anyone {
                #expect(try await status(route, [cookie, "Origin: http://127.0.0.1"], till) == 401, "\(route.path)")
            }
        }
    }

    @Test func `another method than a route's own does nothing`() async throws {
        try await Till.open(hands: NoHands(), at: .live) { till, _ async throws in
            for route in Self.routes {
                for method in ["PUT", "DELETE", "TRACE"] {
                    let status = try await status(route, ["Authorization: Bearer \(till.token)"], till, method: method)
                    #expect(status == 404 || status == 405, "\(method) \(route.path) said \(status)")
                }
            }
            #expect(try await till.journalLength() == 0)
        }
    }

    @Test func `what is open to anyone is the door, the files and two descriptions, and nothing else`() {
        let open = Self.routes.filter { $0.audience == .anyone }.map { "\($0.method.rawValue) \($0.path)" }
        #expect(
            Set(open) == [
                "GET /v1/health", "GET /openapi.yaml", "GET /static/{name}", "GET /sign-in", "POST /sign-in", "GET /sign-in/cards", "GET /set-up",
                "POST /set-up",
                "GET /kiosk/pair", "POST /kiosk/pair",
            ])
    }

    @Test func `an auditor changes nothing, and a kiosk is confined to what members do by themselves`() {
        let signedIn: Set<String> = ["/sign-out", "/session/use"]
        for route in Self.routes where route.audience != .anyone && !signedIn.contains(route.path) {
            if route.audience.admits(.auditor) { #expect(route.method == .get, "\(route.path)") }
            let isKiosk = ["/kiosk", "/v1/kiosk", "/session"].contains { route.path.hasPrefix($0) }
            if route.audience.admits(.kiosk) { #expect(isKiosk || ["/v1/events", "/v1/devices", "/v1/identify"].contains(route.path), "\(route.path)") }
        }
    }

    @Test func `whoever did something is in the journal, with where, and how the card was presented is in the sale`() async throws {
        try await Till.open(as: .till) { till, service in
            let access = try #require(try await service.front.doorkeeper.caller(token: till.token, at: service.front.clock())?.access)
            let sale =
                #"{"ticket":"T1","entry":"scanned","lines":[{"id":"1","sku":"x","category":"vehicle","quantity":1,"unit_price":5,"flags":["direct"]}]}"#
            #expect(try await till.post("/v1/sales", sale).status == 201)
            #expect(try await till.post("/v1/members", #"{"member":"A","name":"S. R.","tickets":["T1"]}"#).status == 201)
            #expect(try await till.post("/v1/sales/T1/void").status == 201)
            let records = try await till.store.read { try $0.records(from: till.begun + 1, limit: 10).map(\.record) }
            #expect(records.count == 3 && records.allSatisfy { $0.by == Operator(role: .till, access: access, place: .till) })
            #expect(try await till.store.read { try $0.sale("T1")?.place?.entry } == .scanned)
        }
    }
}
