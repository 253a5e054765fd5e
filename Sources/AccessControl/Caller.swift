public import LoyaltyModel

/// Whoever asks something of the service, once it is known who that is.
public struct Caller: Sendable, Hashable {
    /// The entry under which they are let in.
    public let access: AccessID
    /// As what.
    public let role: Role
    /// The person's name, or the machine's label.
    public let name: String
    /// Where they are.
    public let place: AccessPlace?
    /// The digest of the cookie they came with; nil for a token.
    public let session: String?

    init(_ entry: AccessEntry, session: String?) {
        access = entry.id
        role = entry.role
        name = entry.name
        place = entry.place
        self.session = session
    }

    /// What the journal keeps of them.
    public var by: Operator { Operator(role: role, access: access, place: place) }
}
