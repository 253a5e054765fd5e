import AccessControl
import Foundation
import Logging
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyService
import LoyaltyStorage
import MemberLaneClient
import PointOfService
import ProgramTables
import ServiceLifecycle
import Testing

/// A shop with the real service on a store in memory, under the car club's published table, and a till that talks to it over loopback.
struct Shop: Sendable {
    let till: TillClient
    let store: any LoyaltyStore
    let port: Int
    /// What the till is let in by.
    let token: String?
    /// How many links the journal had when the test began.
    let begun: Int

    /// Opens the service for one test, on a port that the system chooses or on one given.
    static func open(
        store: any LoyaltyStore = MemoryStore(), devices: (any DeviceHub)? = nil, press: (any CardPrinting)? = nil, port: Int = 0, language: String = "en",
        _ test: @escaping @Sendable (Shop) async throws -> Void
    ) async throws {
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let key = try #require(CodeSeal.Key(bytes: Array(repeating: 0, count: 32)))
        let desk = Desk(
            store: store, book: ProgrammeBook(current: try ProgramTables.load("km")), codes: CodeSeal(key: key), serials: RandomSerials())
        var rules = AccessRules()
        rules.cost = .none
        let doorkeeper = Doorkeeper(store: store, key: key, rules: rules)
        let token = try await doorkeeper.add(try Newcomer(role: .till, name: UUID().uuidString), at: .now()).token
        let begun = try await store.read { try $0.head()?.record.number ?? 0 }
        let service = try LoyaltyService(
            desk: desk, devices: devices, press: press, doorkeeper: doorkeeper, listen: ListenAddress(parsing: "127.0.0.1:\(port)"),
            onListening: { told.yield($0.port) })
        let group = ServiceGroup(configuration: .init(services: [service], logger: .init(label: "test")))
        async let ended: Void = group.run()
        let chosen = try #require(await ports.first { _ in true })
        let shop = Shop(
            till: TillClient(at: "http://127.0.0.1:\(chosen)", token: token, language: language, patience: .seconds(20)), store: store, port: chosen,
            token: token, begun: begun)
        let result = await Self.result { try await test(shop) }
        await group.triggerGracefulShutdown()
        try await ended
        try result.get()
    }

    private static func result(of body: () async throws -> Void) async -> Result<Void, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    /// One car of a milliard rial.
    static func car(_ number: String, member: String? = nil, price: Int = 1_000_000_000) -> MemberLaneClient.Ticket {
        MemberLaneClient.Ticket(number, lines: [TicketLine("1", unitPrice: price, sku: "x", category: "vehicle", flags: ["direct"])], member: member)
    }

    /// A member with one car.
    @discardableResult func join(_ member: String = "A", name: String = "S. R.") async throws -> MemberLaneClient.Member {
        _ = try await till.sell(Self.car("T-\(member)-1"))
        return try await till.join(Joining(name: name, tickets: ["T-\(member)-1"], member: member), key: "join \(member)")
    }

    /// The whole number of the member's newest card, as only the store and the card know it.
    func cardNumber(of member: String) async throws -> String {
        try #require(try await store.read { try $0.cards(of: MemberID(member)).last?.number.digits })
    }

    /// How many links the journal has: unchanged where nothing happened.
    func journalLength() async throws -> Int { try await store.read { try $0.head()?.record.number ?? 0 } - begun }
}
