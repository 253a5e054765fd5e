/// Somebody who is let in: a person of the staff by PIN or staff card, or a machine by its token. Never removed, for the journal names it.
///
/// Of each secret only a hash is here, as text whose form the module that makes it knows.
public struct AccessEntry: Sendable, Hashable, Codable {
    /// Its name in the journal and in front of its token.
    public let id: AccessID
    /// As what it is let in.
    public let role: Role
    /// The person's name, or the machine's label.
    public let name: String
    /// Where it is; nil for everywhere.
    public let place: AccessPlace?
    /// When it was let in first.
    public let createdAt: Instant
    /// The hash of the token.
    public var token: String?
    /// The hash of the PIN.
    public var pin: String?
    /// The keyed fingerprint of the staff card.
    public var card: String?
    /// Since when it is let in no more.
    public var revokedAt: Instant?

    /// An entry without any credential yet.
    public init(id: AccessID, role: Role, name: String, place: AccessPlace?, createdAt: Instant) {
        self.id = id
        self.role = role
        self.name = name
        self.place = place
        self.createdAt = createdAt
    }

    /// Whether it is let in.
    public var isActive: Bool { revokedAt == nil }
    /// Whether it is a person who signs in at a page.
    public var signsIn: Bool { isActive && (pin != nil || card != nil) }
    /// Who it is in the journal.
    public var `operator`: Operator { Operator(role: role, access: id, place: place) }
}

/// What happened to somebody's access.
public enum AccessStep: String, Codable, Sendable, Hashable {
    case granted, revoked
    case pinSet = "pin_set"
    case cardSet = "card_set"
    case cardTaken = "card_taken"
}

extension Role {
    /// Whether machines have it and people do not.
    public var isMachine: Bool { self == .till || self == .kiosk }
}
