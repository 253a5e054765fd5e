/// Who did something and where, as the journal keeps it: no name, for names are in the list of those who have access.
public struct Operator: Sendable, Hashable, Codable {
    /// As what they were let in.
    public let role: Role
    /// Whose access it was.
    public let access: AccessID
    /// Where they were; nil for a person or machine bound to no place.
    public let place: AccessPlace?

    /// Somebody at a place.
    public init(role: Role, access: AccessID, place: AccessPlace?) {
        self.role = role
        self.access = access
        self.place = place
    }
}

/// Where in the shop somebody with access is.
public enum AccessPlace: String, Codable, Sendable, Hashable, CaseIterable {
    /// The till.
    case till
    /// The card desk.
    case desk
    /// The kiosk.
    case kiosk
}
