import Hummingbird
import LoyaltyRules

extension Front {
    /// The page of the card desk.
    func cardDeskPage(_ asking: Asking) async throws -> Response {
        let language = pageLanguage(asking)
        let script = CardDeskScript(words: words(of: .cardDesk, in: language), writesStripes: await stripes?.isReady ?? false)
        return page(templates.render(.cardDesk, try values(for: language, script: script)), in: language)
    }
}

/// What the card desk's script needs to know.
private struct CardDeskScript: Encodable {
    let words: PageWords
    let writesStripes: Bool
}
