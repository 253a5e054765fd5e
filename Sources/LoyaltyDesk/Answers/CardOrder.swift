public import LoyaltyModel

/// What goes on a card. For the artwork and the printer only: it holds the whole number.
public struct CardOrder: Sendable, Hashable {
    /// The job it is for.
    public let job: CardJobID
    /// The member's name; empty when none is known.
    public let name: String
    /// The number in plain digits.
    public let number: CardNumber
    /// The digits of both printed codes: the number with its seal behind it.
    public let code: String
    /// The tier.
    public let tier: TierID
}
