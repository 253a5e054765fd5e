public import LoyaltyModel

/// Something that a store keeps for a while and nobody needs afterwards: sessions, wrong tries, last uses. It is no part of the ledger.
public struct PassingNote: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Somebody who is signed in, under a digest of the cookie.
        case session
        /// Wrong tries to sign in, under who or where they were.
        case tries
        /// When somebody with access came last, under their entry.
        case use
    }

    /// What it is.
    public let kind: Kind
    /// What it is found by; one of a kind.
    public let key: String
    /// Until when it is worth anything.
    public let until: Instant
    /// The note as `StoredForm`.
    public let body: [UInt8]

    /// A note as it lies.
    public init(kind: Kind, key: String, until: Instant, body: [UInt8]) {
        self.kind = kind
        self.key = key
        self.until = until
        self.body = body
    }

    /// A note in its stored form.
    public init(_ kind: Kind, _ key: String, until: Instant, _ value: some Encodable & Sendable) throws(StoreFault) {
        self.init(kind: kind, key: key, until: until, body: try StoredForm.bytes(of: value))
    }

    /// What is noted.
    public func value<Value: Decodable>(_ type: Value.Type = Value.self) throws(StoreFault) -> Value { try StoredForm.value(type, in: body) }
}
