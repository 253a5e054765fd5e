import LoyaltyModel
public import LoyaltySeals
public import LoyaltyStorage

/// Lets people and machines in, and knows who they are.
///
/// Everything is in the store: as many services as are wanted share it. What a service remembers for itself is at most a second old
/// (`AccessRules.knownFor`).
public struct Doorkeeper: Sendable {
    let store: any LoyaltyStore
    let digest: KeyedDigest
    /// How long and how often.
    public let rules: AccessRules
    let hasher = SecretHasher()
    let memory = CallerMemory()

    /// A doorkeeper on a store, with the key beside it.
    public init(store: any LoyaltyStore, key: CodeSeal.Key, rules: AccessRules = AccessRules()) {
        self.store = store
        digest = KeyedDigest(key: key)
        self.rules = rules
    }

    /// What a page's forms carry, so that no other page can post them: known to who has the cookie's digest and the key.
    public func formToken(of session: String) -> String { digest.hex(of: session, for: .form) }

    /// The digest under which the store keeps a cookie.
    static func digest(ofCookie cookie: String) -> String { ContentDigest.hex(of: cookie) }

    /// Whether nobody can manage the place yet: then whoever holds the set-up code becomes its manager.
    public func isUnclaimed() async throws -> Bool { try await store.read { try Self.isUnclaimed(in: $0) } }

    static func isUnclaimed(in view: any StoreView) throws -> Bool {
        try !view.accessEntries().contains { $0.isActive && $0.role == .manager }
    }

    /// A code for the first manager: 160 random bits.
    public static func drawSetUpCode() -> String { AccessToken.random(bits: 160) }
}
