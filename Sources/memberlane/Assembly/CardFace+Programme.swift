import CardArtwork
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// What differs from card to card of a club.
struct CardContent {
    let name: String
    let number: CardNumber
    /// The digits of both printed codes.
    let code: String
    let tier: TierID
}

extension CardFace {
    /// The face of a club's card, in the club's language unless another is wanted.
    init(_ content: CardContent, programme: Programme, language: Language? = nil) {
        let language = language ?? programme.language
        let ladder = programme.ladder
        self.init(
            programme: programme.name.text(in: language), tierName: ladder.name(of: content.tier).text(in: language),
            rank: TierRank(max(0, ladder.rank(of: content.tier) - 1), of: max(1, ladder.tiers.count)), memberName: content.name,
            number: content.number.digits, code: content.code, language: CardLanguage(language.rawValue),
            exampleMark: programme.isExample ? Catalogue(language).text(.exampleFigures) : nil)
    }
}
