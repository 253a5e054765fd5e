/// Everything that stands on a member card.
///
/// All texts are in the card's language except names, which stay as the member writes them.
public struct CardFace: Sendable, Hashable {
    /// The programme's display name.
    public var programme: String
    /// The tier's display name.
    public var tierName: String
    /// The tier's place among the programme's tiers; drawn as stripes, the highest tier also in white on black.
    public var rank: TierRank
    /// The member's name.
    public var memberName: String
    /// The card's number in ASCII digits; printed in groups of four in the language's own digits.
    public var number: String
    /// What the two codes say: ASCII digits only, 4…40 of them.
    public var code: String
    /// The card's language: direction, digits, fonts.
    public var language: CardLanguage
    /// A line in small print, for instance that the card is not transferable.
    public var notice: String?
    /// A word in a box when the programme's figures are examples, for instance “example”.
    public var exampleMark: String?

    /// A card face; see the properties. ``CardRenderer`` checks the texts.
    public init(
        programme: String, tierName: String, rank: TierRank, memberName: String, number: String, code: String, language: CardLanguage,
        notice: String? = nil, exampleMark: String? = nil
    ) {
        self.programme = programme
        self.tierName = tierName
        self.rank = rank
        self.memberName = memberName
        self.number = number
        self.code = code
        self.language = language
        self.notice = notice
        self.exampleMark = exampleMark
    }
}
