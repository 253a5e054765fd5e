import Hummingbird
import LoyaltyRules

extension Front {
    /// The page of the card desk.
    func cardDeskPage(_ asking: Asking) async throws -> Response {
        let writesStripes = await stripes?.isReady ?? false
        return try page(.cardDesk, asking, variant: writesStripes ? 1 : 0) {
            CardDeskScript(words: words(of: .cardDesk, in: $0), writesStripes: writesStripes)
        }
    }
}

/// What the card desk's script needs to know.
private struct CardDeskScript: Encodable {
    let words: PageWords
    let writesStripes: Bool
}
