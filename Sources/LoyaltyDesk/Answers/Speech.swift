import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// Turns what the rules say into the reader's words.
struct Speech {
    let catalogue: Catalogue
    let programme: Programme

    init(_ language: Language, programme: Programme) {
        self.catalogue = Catalogue(language)
        self.programme = programme
    }

    func callAsFunction(_ phrase: Phrase) -> String { catalogue.text(phrase) }
    func callAsFunction(_ words: Wording) -> String { words.text(in: catalogue.language) }

    func tier(_ id: TierID) -> TierAnswer { TierAnswer(id: id, name: self(programme.ladder.name(of: id)), rank: programme.ladder.rank(of: id)) }
}
