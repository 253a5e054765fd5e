/// What is written on one card; where and how large, the face says.
///
/// All texts are in the card's language except names, which stay as the member writes them.
public struct CardInscription: Sendable, Hashable {
    /// The programme's display name.
    public var programme: String
    /// The tier's display name.
    public var tierName: String
    /// The tier's place among the programme's tiers, for faces that show it in lozenges.
    public var rank: TierRank
    /// The member's name.
    public var memberName: String
    /// The card's number in ASCII digits; printed in groups of four in the language's own digits.
    public var number: String
    /// What the two codes say: ASCII digits only, 4…40 of them.
    public var code: String
    /// The card's language: direction, digits, fonts, and which of a face's own words are set.
    public var language: CardLanguage
    /// A word in a black box when the programme's figures are examples, for instance “example”.
    public var exampleMark: String?

    /// An inscription; see the properties. ``CardRenderer`` checks the texts.
    public init(
        programme: String, tierName: String, rank: TierRank, memberName: String, number: String, code: String, language: CardLanguage,
        exampleMark: String? = nil
    ) {
        self.programme = programme
        self.tierName = tierName
        self.rank = rank
        self.memberName = memberName
        self.number = number
        self.code = code
        self.language = language
        self.exampleMark = exampleMark
    }
}
