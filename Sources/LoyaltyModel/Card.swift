/// One card of a member. At every instant exactly one card of a member is valid.
public struct Card: Sendable, Hashable, Codable {
    /// What a card is worth when it turns up.
    public enum State: String, Sendable, Codable {
        /// Numbered for a card job, not yet read back.
        case pending
        /// The member's one card.
        case valid
        /// Given up for another card.
        case replaced
        /// Reported lost; dead at once (SA-09).
        case lost
        /// Numbered for a card job and given up: the job was cancelled, or the print was waste. A card with this number never works.
        case unused
    }

    /// The number on it.
    public let number: CardNumber
    /// Whose it is.
    public let member: MemberID
    /// The tier printed on it.
    public var tier: TierID
    /// What it is worth.
    public var state: State
    /// Whether a card with this number has been printed and read back.
    public var isPrinted: Bool
    /// When `state` last changed.
    public var since: Instant
    /// The printed card that this one is to take the place of, or took; nil for a first card.
    public var replaces: CardNumber?

    /// A card.
    public init(number: CardNumber, member: MemberID, tier: TierID, state: State, isPrinted: Bool, since: Instant, replaces: CardNumber? = nil) {
        self.number = number
        self.member = member
        self.tier = tier
        self.state = state
        self.isPrinted = isPrinted
        self.since = since
        self.replaces = replaces
    }
}
