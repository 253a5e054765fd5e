import LoyaltyModel
import LoyaltySeals
import LoyaltyStorage
import Synchronization
import Testing

@testable import AccessControl

/// A doorkeeper on a store in memory, with a clock that a test sets and secrets that cost next to nothing.
struct Door {
    private final class Time: Sendable {
        let now = Mutex(Instant(milliseconds: 1_784_000_000_000))
    }

    let keeper: Doorkeeper
    let store: any LoyaltyStore
    private let time = Time()

    init(store: any LoyaltyStore = MemoryStore()) throws {
        var rules = AccessRules()
        rules.cost = .none
        self.store = store
        keeper = Doorkeeper(store: store, key: try #require(CodeSeal.Key(bytes: Array(repeating: 0, count: 32))), rules: rules)
    }

    var now: Instant { time.now.withLock { $0 } }

    func pass(seconds: Int) { time.now.withLock { $0 = Instant(milliseconds: $0.milliseconds + seconds * 1000) } }

    /// A person with a PIN.
    @discardableResult func person(_ name: String = "N. N.", _ role: Role = .manager, pin: String = "4951") async throws -> AccessEntry {
        try await keeper.add(try Newcomer(role: role, name: name, pin: try PIN(chosen: pin)), at: now).entry
    }

    func machine(_ name: String = "Till 1", _ role: Role = .till) async throws -> (entry: AccessEntry, token: String) {
        let grant = try await keeper.add(try Newcomer(role: role, name: name), at: now)
        return (grant.entry, try #require(grant.token))
    }

    func signIn(_ entry: AccessEntry, _ pin: String = "4951", from address: String = "127.0.0.1") async throws -> SignedIn {
        try await keeper.signIn(entry.id, pin: pin, from: address, at: now)
    }

    /// Who stands behind a cookie, having done something or not.
    func state(_ cookie: String, isUse: Bool = false) async throws -> SessionState { try await keeper.session(cookie, isUse: isUse, at: now) }

    func isIn(_ cookie: String, isUse: Bool = false) async throws -> Bool { if case .signedIn = try await state(cookie, isUse: isUse) { true } else { false } }

    /// The code that a body refuses with; nil when it does not.
    func refusal(_ body: () async throws -> Void) async throws -> TroubleCode? {
        do { try await body() } catch let trouble as Trouble { return trouble.code }
        return nil
    }

    func journal() async throws -> [Record] { try await store.read { try $0.records(from: 1, limit: .max).map(\.record) } }
}
