/// Whom the service answers: a machine with a token, or somebody of the staff who has signed in.
public enum Role: String, Codable, Sendable, Hashable, CaseIterable {
    /// A till's own program, by its token.
    case till
    /// Somebody at a till.
    case cashier
    /// Somebody at the card desk.
    case cardDesk = "card_desk"
    /// The owner, or whom the owner trusts with everything.
    case manager
    /// A screen that members use by themselves, by its token.
    case kiosk
    /// Somebody who reads the books and changes nothing.
    case auditor
}
