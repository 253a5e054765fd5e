public import LoyaltyModel
import LoyaltySeals
import LoyaltyStorage

/// Somebody who has just signed in.
public struct SignedIn: Sendable {
    /// Who.
    public let caller: Caller
    /// The cookie's value: kept nowhere, and new with each signing in.
    public let cookie: String
    /// How long the cookie is worth anything, seconds.
    public let seconds: Int
}

extension Doorkeeper {
    /// Who signs in at a page, by name.
    public func staff() async throws -> [AccessEntry] { try await store.read { try $0.accessEntries().filter(\.signsIn) } }

    /// Lets somebody sign in by PIN. `pin_wrong`, also where there is nobody of that id; `too_many_tries` with the seconds to wait.
    public func signIn(_ id: AccessID, pin text: String, from address: String, at instant: Instant) async throws -> SignedIn {
        let entry = try await store.write { transaction -> AccessEntry? in
            try Tries.count(Self.triesKey(ofAddress: address), .address, at: instant, in: transaction)
            guard let entry = try transaction.accessEntry(id), entry.isActive else { return nil }
            try Tries.count(Self.triesKey(of: id), .person, at: instant, in: transaction)
            return entry
        }
        guard let entry, let pin = PIN(typed: text), let kept = entry.pin.flatMap({ SecretHash(text: $0) }),
            try await hasher.matches(kept, digest.bytes(of: pin.digits, for: .pin))
        else { throw Trouble(.pinWrong, field: "pin") }
        return try await begin(entry, from: address, at: instant)
    }

    /// Whose staff card says this; nil for nobody's.
    public func staffCard(_ text: String) async throws -> AccessID? {
        let card = digest.hex(of: Self.normal(text), for: .staffCard)
        return try await store.read { try $0.accessEntries().first { $0.isActive && $0.card == card }?.id }
    }

    /// Lets somebody sign in whose staff card this computer's reader has just read.
    public func signIn(byCardOf id: AccessID, from address: String, at instant: Instant) async throws -> SignedIn {
        let entry = try await store.read { try $0.accessEntry(id) }
        guard let entry, entry.isActive, entry.card != nil else { throw Trouble(.staffCardUnknown) }
        return try await begin(entry, from: address, at: instant)
    }

    /// Signs in who has just been let in, such as the first manager.
    public func signIn(_ entry: AccessEntry, from address: String, at instant: Instant) async throws -> SignedIn {
        try await begin(entry, from: address, at: instant)
    }

    /// Makes a browser a kiosk, by a kiosk's token. `token_wrong` for any other; `too_many_tries` for an address that guesses.
    public func pair(kiosk token: String, from address: String, at instant: Instant) async throws -> SignedIn {
        try await store.write { try Tries.count(Self.triesKey(ofAddress: address), .address, at: instant, in: $0) }
        guard let caller = try await caller(token: token, at: instant), caller.role == .kiosk,
            let entry = try await store.read({ try $0.accessEntry(caller.access) })
        else { throw Trouble(.tokenWrong, field: "token") }
        return try await begin(entry, from: address, at: instant)
    }

    /// Ends what stands behind a cookie; a cookie that is nobody's is none the less over.
    public func signOut(_ cookie: String) async throws {
        let digest = Self.digest(ofCookie: cookie)
        memory.forget(digest)
        try await store.write { try $0.forget(.session, digest) }
    }

    private func begin(_ entry: AccessEntry, from address: String, at instant: Instant) async throws -> SignedIn {
        let cookie = AccessToken.random(bits: 256)
        let span = entry.role == .kiosk ? rules.pairedFor : rules.signedInFor
        let ends = Instant(milliseconds: instant.milliseconds + span)
        let session = StaffSession(access: entry.id, began: instant, used: instant, ends: ends, locks: entry.role != .kiosk)
        let key = Self.digest(ofCookie: cookie)
        try await store.write { transaction in
            try Tries.wasRight(person: Self.triesKey(of: entry.id), address: Self.triesKey(ofAddress: address), at: instant, in: transaction)
            try transaction.forget(.session, endedBy: instant)
            try transaction.keep(PassingNote(.session, key, until: ends, session))
            try transaction.keep(Self.use(of: entry.id, at: instant))
        }
        let caller = Caller(entry, session: key)
        memory.keep(CallerMemory.Known(caller: caller, asked: instant, session: session), key)
        return SignedIn(caller: caller, cookie: cookie, seconds: span / 1000)
    }

    static func triesKey(ofAddress address: String) -> String { "address \(address)" }

    static func use(of id: AccessID, at instant: Instant) throws -> PassingNote {
        try PassingNote(.use, id.rawValue, until: Instant(milliseconds: .max), instant)
    }
}
