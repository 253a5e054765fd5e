public import LoyaltyModel
import LoyaltySeals
import LoyaltyStorage

/// Whom to let in.
public struct Newcomer: Sendable {
    /// As what.
    public let role: Role
    /// The person's name, or the machine's label.
    public let name: String
    /// Where.
    public let place: AccessPlace?
    /// The PIN of a person; nil for who gets a token.
    public let pin: PIN?

    /// Somebody new. `field_wrong` for a name that is none, and for a till or kiosk with a PIN.
    public init(role: Role, name: String, place: AccessPlace? = nil, pin: PIN? = nil) throws(Trouble) {
        let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...60).contains(trimmed.count), !trimmed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Trouble(.fieldWrong, field: "name", detail: "a name has 1 to 60 characters on one line")
        }
        guard pin == nil || !role.isMachine else { throw Trouble(.fieldWrong, field: "role", detail: "tills and kiosks have a token and no PIN") }
        self.role = role
        self.name = trimmed
        self.place = place ?? role.usualPlace
        self.pin = pin
    }
}

/// Somebody who was let in, with what is shown once.
public struct Grant: Sendable {
    /// The entry.
    public let entry: AccessEntry
    /// The token, for who gets one: kept nowhere.
    public let token: String?
}

/// Somebody who is or was let in, with the last use.
public struct ListedAccess: Sendable {
    /// The entry.
    public let entry: AccessEntry
    /// When they came last, as exact as a minute; nil for never.
    public let lastUsed: Instant?
}

extension Doorkeeper {
    /// Lets somebody in: a person by PIN, or a machine or program by a token. `access_name_taken` when somebody of that name is in already.
    public func add(_ newcomer: Newcomer, at instant: Instant, by: Operator? = nil) async throws -> Grant {
        let grant = try await prepare(newcomer, at: instant)
        try await store.write { transaction in try Self.enter(grant.entry, at: instant, by: by, in: transaction) }
        return grant
    }

    /// Makes the first manager, by the code that the service printed. `set_up_code_wrong` when there is one already, or for another code.
    public func setUp(_ newcomer: Newcomer, code: String, expected: String?, at instant: Instant) async throws -> Grant {
        guard let expected, ContentDigest.hex(of: code) == ContentDigest.hex(of: expected) else { throw Trouble(.setUpCodeWrong) }
        let grant = try await prepare(newcomer, at: instant)
        try await store.write { transaction in
            guard try Self.isUnclaimed(in: transaction) else { throw Trouble(.setUpCodeWrong) }
            try Self.enter(grant.entry, at: instant, by: nil, in: transaction)
        }
        return grant
    }

    /// Everybody who is or was let in, in the order they were.
    public func list() async throws -> [ListedAccess] {
        try await store.read { view in
            try view.accessEntries().map { entry in
                ListedAccess(entry: entry, lastUsed: try view.note(.use, entry.id.rawValue)?.value(Instant.self))
            }
        }
    }

    /// Lets somebody in no more; repeated, it changes nothing. `last_manager` when a manager would leave nobody to manage.
    public func revoke(_ id: AccessID, at instant: Instant, by: Operator? = nil) async throws {
        try await store.write { transaction in
            var entry = try Self.entry(id, in: transaction)
            guard entry.isActive else { return }
            entry.revokedAt = instant
            try transaction.keep(entry)
            if by != nil, try Self.isUnclaimed(in: transaction) { throw Trouble(.lastManager) }
            for note in try transaction.notes(.session) where try note.value(StaffSession.self).access == id { try transaction.forget(.session, note.key) }
            _ = try transaction.append(at: instant, by: by, fact: .accessChanged(id, .revoked, entry.role)) { _ in [] }
        }
        memory.forget(id)
    }

    /// Gives somebody of the staff another PIN.
    public func set(_ pin: PIN, of id: AccessID, at instant: Instant, by: Operator?) async throws {
        let hash = try await hash(of: pin)
        try await change(id, .pinSet, at: instant, by: by) { $0.pin = hash }
        try await store.write { try $0.forget(.tries, Self.triesKey(of: id)) }
    }

    /// Makes what a card says somebody's staff card. `staff_card_taken` when it is a member's or a colleague's.
    public func set(card text: String, of id: AccessID, at instant: Instant, by: Operator?) async throws {
        let card = digest.hex(of: Self.normal(text), for: .staffCard)
        try await change(id, .cardSet, at: instant, by: by) { entry, view in
            if let number = CardNumber(Self.normal(text)), try view.card(number) != nil { throw Trouble(.staffCardTaken) }
            if try view.accessEntries().contains(where: { $0.isActive && $0.card == card && $0.id != id }) { throw Trouble(.staffCardTaken) }
            entry.card = card
        }
    }

    /// Takes somebody's staff card away: who finds it cannot come in with it.
    public func takeCard(of id: AccessID, at instant: Instant, by: Operator?) async throws {
        try await change(id, .cardTaken, at: instant, by: by) { $0.card = nil }
    }

    private func change(
        _ id: AccessID, _ step: AccessStep, at instant: Instant, by: Operator?, _ body: @escaping @Sendable (inout AccessEntry, any StoreView) throws -> Void
    ) async throws {
        try await store.write { transaction in
            var entry = try Self.entry(id, in: transaction)
            guard entry.isActive, !entry.role.isMachine else { throw Trouble(.accessUnknown) }
            try body(&entry, transaction)
            try transaction.keep(entry)
            _ = try transaction.append(at: instant, by: by, fact: .accessChanged(id, step, entry.role)) { _ in [] }
        }
        memory.forget(id)
    }

    private func change(
        _ id: AccessID, _ step: AccessStep, at instant: Instant, by: Operator?, _ body: @escaping @Sendable (inout AccessEntry) -> Void
    ) async throws {
        try await change(id, step, at: instant, by: by) { entry, _ in body(&entry) }
    }

    private func prepare(_ newcomer: Newcomer, at instant: Instant) async throws -> Grant {
        let id = AccessID(AccessToken.random(bits: 40))
        var entry = AccessEntry(id: id, role: newcomer.role, name: newcomer.name, place: newcomer.place, createdAt: instant)
        if let pin = newcomer.pin {
            entry.pin = try await hash(of: pin)
            return Grant(entry: entry, token: nil)
        }
        let token = AccessToken(of: id)
        entry.token = try await hasher.hash(of: Array(token.secret.utf8), cost: rules.cost).text
        return Grant(entry: entry, token: token.text(digest))
    }

    /// PINs are few enough to be tried out, so they are fingerprinted with the key file's key first: without it a stolen database is no help.
    private func hash(of pin: PIN) async throws -> String {
        try await hasher.hash(of: digest.bytes(of: pin.digits, for: .pin), cost: rules.cost).text
    }

    private static func enter(_ entry: AccessEntry, at instant: Instant, by: Operator?, in transaction: any StoreTransaction) throws {
        guard try transaction.accessEntry(entry.id) == nil else { throw Trouble(.unexpected, detail: "the entry's id is taken; repeat the request") }
        if try transaction.accessEntries().contains(where: { $0.isActive && $0.name == entry.name }) { throw Trouble(.accessNameTaken, field: "name") }
        try transaction.keep(entry)
        _ = try transaction.append(at: instant, by: by, fact: .accessChanged(entry.id, .granted, entry.role)) { _ in [] }
    }

    static func entry(_ id: AccessID, in view: any StoreView) throws -> AccessEntry {
        guard let entry = try view.accessEntry(id) else { throw Trouble(.accessUnknown) }
        return entry
    }

    /// What a card says, without blanks at its ends.
    static func normal(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    static func triesKey(of id: AccessID) -> String { "access \(id)" }
}

extension Role {
    /// Where a machine of this kind is, if nobody says otherwise; people go about.
    fileprivate var usualPlace: AccessPlace? {
        switch self {
        case .till: .till
        case .kiosk: .kiosk
        case .cashier, .cardDesk, .manager, .auditor: nil
        }
    }
}
