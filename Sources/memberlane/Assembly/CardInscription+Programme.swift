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

extension CardInscription {
    /// What stands on a club's card, in the club's language unless another is wanted.
    init(_ content: CardContent, programme: Programme, language: Language? = nil) {
        let language = language ?? programme.language
        self.init(
            programme: programme.name.text(in: language), tierName: programme.ladder.name(of: content.tier).text(in: language),
            rank: programme.ladder.cardRank(of: content.tier), memberName: content.name, number: content.number.digits, code: content.code,
            language: CardLanguage(language.rawValue), exampleMark: programme.isExample ? Catalogue(language).text(.exampleFigures) : nil)
    }
}

extension CardInscription {
    /// A card of nobody in a tier of a club.
    init(specimenOf programme: Programme, tier: TierID, language: Language? = nil) {
        let language = language ?? programme.language
        self = .specimen(
            programme: programme.name.text(in: language), tierName: programme.ladder.name(of: tier).text(in: language),
            rank: programme.ladder.cardRank(of: tier), language: CardLanguage(language.rawValue),
            exampleMark: programme.isExample ? Catalogue(language).text(.exampleFigures) : nil)
    }
}

extension TierLadder {
    /// A tier's place on its card; below the first tier there is no rank to show.
    fileprivate func cardRank(of tier: TierID) -> TierRank { self[tier] == nil ? TierRank(0, of: 1) : TierRank(rank(of: tier) - 1, of: tiers.count) }

    /// The tiers that have a card: all, or where a club has none its plain membership.
    var tiersWithCards: [TierID] { tiers.isEmpty ? [.none] : tiers.map(\.id) }
}

extension FaceShelf {
    /// The front for a tier of a club.
    func front(_ programme: Programme, tier: TierID, language: Language? = nil) -> CardFace {
        front(
            programme: programme.id.rawValue, tier: tier.rawValue, rank: programme.ladder.cardRank(of: tier),
            language: CardLanguage((language ?? programme.language).rawValue))
    }

    /// The back of a club's cards.
    func back(_ programme: Programme, language: Language? = nil) -> CardFace {
        back(programme: programme.id.rawValue, language: CardLanguage((language ?? programme.language).rawValue))
    }
}
