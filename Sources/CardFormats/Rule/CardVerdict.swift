/// What a text turned out to be. Descriptions show numbers masked.
public enum CardVerdict: Sendable, Hashable {
    /// A number of the programme's own cards: ASCII digits only.
    case own(number: String)
    /// The number of somebody else's card: unknown here, and shown only masked.
    case foreign(masked: String)
    /// A card that is not taken in.
    case refused(CardRefusal)
    /// No card number.
    case noNumber
}

extension CardVerdict: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The verdict with its number masked.
    public var description: String {
        switch self {
        case .own(let number): "own \(Digits.masked(number))"
        case .foreign(let masked): "foreign \(masked)"
        case .refused(let reason): "refused \(reason.rawValue)"
        case .noNumber: "no number"
        }
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, so that no dump shows the number.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
