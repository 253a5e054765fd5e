import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyStorage
import PointOfService
import ProgramTables
import Testing

@testable import AccessControl
@testable import LoyaltyService

/// A till that talks to a service on a store in memory, under the car club's published table. It has a manager's token, who may do everything at the
/// counter; a test that is about who may do what names the role.
struct Till {
    /// An answer: its status, its bytes, and what they say.
    struct Answer {
        let status: Int
        let headers: HTTPFields
        let text: String
        let json: JSONValue

        subscript(name: String) -> JSONValue? { json[name] }
        var code: String? { json["code"]?.string }
    }

    let client: any TestClientProtocol
    let store: any LoyaltyStore
    /// What it is let in by.
    let token: String
    /// Comes with what nobody but a kiosk may ask.
    let kioskToken: String
    /// How many links the journal had when the test began.
    let begun: Int

    /// A bare connection to the service, where it is live.
    func wire() throws -> Wire { try #require(client.port.flatMap { Wire(port: $0) }) }

    /// Opens a service for one test.
    static func open(
        store: any LoyaltyStore = MemoryStore(), devices: (any DeviceHub)? = nil, press: (any CardPrinting)? = nil,
        stripes: (any StripeWriting)? = nil, slips: (any SlipPrinting)? = nil, tables: (any TableRehearsing)? = nil,
        hands: (any VirtualCounterControl)? = nil, odoo: OdooProxy? = nil, at setup: TestingSetup = .router,
        clock: TestClock = TestClock(),
        frontDesk: FrontDesk? = nil, as role: Role = .manager, setUpCode: String? = nil, exposure: Exposure? = nil, limits: ServiceLimits = .usual,
        _ test: @escaping @Sendable (Till, LoyaltyService) async throws -> Void
    ) async throws {
        let service = try LoyaltyService(
            desk: .ofTest(store, frontDesk: frontDesk), devices: devices, press: press, stripes: stripes, slips: slips, tables: tables, virtualCounter: hands,
            odoo: odoo, doorkeeper: .ofTest(store), setUpCode: setUpCode, listen: ListenAddress(parsing: "127.0.0.1:0"), exposure: exposure, limits: limits,
            clock: { clock.now })
        // A store that fails at everything keeps no token either: then it is asked about one that could be.
        let doorkeeper = service.front.doorkeeper
        let token = (try? await doorkeeper.token(role, at: clock.now)) ?? AccessToken(of: "none").text(doorkeeper.digest)
        let kioskToken = (try? await doorkeeper.token(.kiosk, at: clock.now)) ?? token
        let begun = try? await store.read { try $0.head()?.record.number }
        try await service.application.test(setup) {
            try await test(Till(client: $0, store: store, token: token, kioskToken: kioskToken, begun: begun ?? 0), service)
        }
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer { try await ask(.get, path, headers, nil) }

    /// Posts a form as a page of the service does; with the cookie of who is signed in, or as nobody.
    func submit(_ path: String, _ fields: [String: String], cookie: String? = nil, origin: String? = "http://localhost") async throws -> Answer {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .accept: "text/html", .authorization: ""]
        headers[.cookie] = cookie
        headers[.origin] = origin
        let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }.joined(separator: "&")
        return try await ask(.post, path, headers, body)
    }

    /// Asks for a page as a browser does; with the cookie of who is signed in, or as nobody.
    func browse(_ path: String, cookie: String? = nil) async throws -> Answer {
        var headers: HTTPFields = [.accept: "text/html,application/xhtml+xml", .authorization: ""]
        headers[.cookie] = cookie
        return try await ask(.get, path, headers, nil)
    }

    func post(_ path: String, _ body: String = "", key: String? = nil, type: String? = "application/json", _ more: HTTPFields = [:]) async throws -> Answer {
        try await ask(.post, path, headers(key, type, more), body)
    }

    func patch(_ path: String, _ body: String) async throws -> Answer { try await ask(.patch, path, headers(nil, "application/json", [:]), body) }

    func post(_ path: String, bytes: [UInt8]) async throws -> Answer {
        try await ask(.post, path, headers(nil, "application/json", [:]), ByteBuffer(bytes: bytes))
    }

    private func headers(_ key: String?, _ type: String?, _ more: HTTPFields) -> HTTPFields {
        var headers = more
        headers[.contentType] = type
        headers[.idempotencyKey] = key
        return headers
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: String?) async throws -> Answer {
        try await ask(method, path, headers, body.map { ByteBuffer(string: $0) } ?? ByteBuffer())
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: ByteBuffer) async throws -> Answer {
        // An empty field stands for nobody: no token is sent.
        var headers = headers
        if headers[.authorization] == nil { headers[.authorization] = "Bearer \(path.contains("/kiosk") ? kioskToken : token)" }
        if headers[.authorization] == "" { headers[.authorization] = nil }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: body)
        let text = String(buffer: response.body)
        return Answer(status: response.status.code, headers: response.headers, text: text, json: (try? JSONValue(text)) ?? .null)
    }
}

extension Till {
    /// A member with one car, 90 points, bronze; the answer to joining.
    @discardableResult func join(_ member: String = "A", name: String = "S. R.") async throws -> Answer {
        let car = try await sell("T-\(member)-1", member: nil)
        try #require(car.status == 201)
        let joined = try await post("/v1/members", #"{"member":"\#(member)","name":"\#(name)","tickets":["T-\#(member)-1"]}"#)
        try #require(joined.status == 201)
        return joined
    }

    /// One car of a milliard rial.
    func sell(_ ticket: String, member: String?, price: Int = 1_000_000_000, key: String? = nil, approval: String? = nil) async throws -> Answer {
        try await post("/v1/sales", Self.car(ticket, member: member, price: price, approval: approval), key: key)
    }

    static func car(_ ticket: String, member: String?, price: Int = 1_000_000_000, approval: String? = nil) -> String {
        let who = member.map { #""member":"\#($0)","# } ?? ""
        let approved = approval.map { #""approval":"\#($0)","# } ?? ""
        return
            #"{"ticket":"\#(ticket)",\#(who)\#(approved)"lines":[{"id":"1","sku":"x","category":"vehicle","quantity":1,"unit_price":\#(price),"flags":["direct"]}]}"#
    }

    /// The whole number of the member's newest card, as only the store and the card know it.
    func cardNumber(of member: MemberID) async throws -> String {
        try #require(try await store.read { try $0.cards(of: member).last?.number.digits })
    }

    /// How many links the journal has since the test began: none where nothing happened.
    func journalLength() async throws -> Int { try await store.read { try $0.head()?.record.number ?? 0 } - begun }
}

extension Doorkeeper {
    /// A doorkeeper whose secrets cost next to nothing, under a key of zeros.
    static func ofTest(_ store: any LoyaltyStore) throws -> Doorkeeper {
        var rules = AccessRules()
        rules.cost = .none
        return Doorkeeper(store: store, key: try #require(CodeSeal.Key(bytes: Array(repeating: 0, count: 32))), rules: rules)
    }

    /// A token of a new machine.
    func token(_ role: Role, at instant: Instant) async throws -> String {
        try #require(try await add(try Newcomer(role: role, name: UUID().uuidString), at: instant).token)
    }

    /// The cookie of a new person who has signed in.
    func cookie(_ role: Role, at instant: Instant) async throws -> String {
        let person = try await add(try Newcomer(role: role, name: UUID().uuidString, pin: try PIN(chosen: "4951")), at: instant).entry
        return "memberlane_session=" + (try await signIn(person, from: "test", at: instant)).cookie
    }
}

extension Desk {
    /// A desk under the car club's table, with a front desk of the test's where it has one; codes are sealed with a key of zeros.
    static func ofTest(_ store: any LoyaltyStore, frontDesk: FrontDesk? = nil) throws -> Desk {
        let key = try #require(CodeSeal.Key(bytes: Array(repeating: 0, count: 32)))
        var programme = try ProgramTables.load("km")
        if let frontDesk { programme.desk = frontDesk }
        return Desk(store: store, book: ProgrammeBook(current: programme), codes: CodeSeal(key: key), serials: RandomSerials())
    }
}
