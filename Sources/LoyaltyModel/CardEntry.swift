/// How a card number came in.
public enum CardEntry: String, Codable, Sendable, Hashable, CaseIterable {
    /// From a magnetic stripe.
    case swiped
    /// From a printed code.
    case scanned
    /// Typed by a person.
    case keyed
    /// No card: the member's telephone number.
    case phone
}
