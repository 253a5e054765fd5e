import Hummingbird
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

extension Front {
    /// The page of till and card desk.
    func tillPage(_ asking: Asking) async throws -> Response {
        let language = pageLanguage(asking)
        let script = TillScript(words: PageWords(language, currency: programme.currency), club: TillScript.Club(programme, language))
        return page(templates.render(.till, try values(for: language, script: script)), in: language)
    }
}

/// What the till's script needs to know.
private struct TillScript: Encodable {
    /// What the programme knows of tickets.
    struct Club: Encodable {
        let categories: [CategoryID]
        let flags: [FlagID]
        let benefits: [String: String]
        let tiers: Int
        let needsPurchase: Bool
        let hasRecruiting: Bool

        init(_ programme: Programme, _ language: Language) {
            categories = programme.categories
            flags = programme.flags
            benefits = Dictionary(
                programme.benefits.map { ($0.id.rawValue, $0.name.text(in: language)) }, uniquingKeysWith: { first, _ in first })
            tiers = programme.ladder.tiers.count
            needsPurchase = programme.membership.purchase != nil
            hasRecruiting = programme.recruiting != nil
        }
    }

    let words: PageWords
    let club: Club
}

extension Programme {
    /// The categories that the table names, in order.
    fileprivate var categories: [CategoryID] {
        var named = discount?.categories ?? []
        named.formUnion(earning.spend?.categories ?? [])
        if let counted = earning.ordinal?.category { named.insert(counted) }
        return named.sorted()
    }

    /// The flags that the table names, in order.
    fileprivate var flags: [FlagID] { (earning.ordinal?.countedFlags ?? []).union(discount?.excludedFlags ?? []).sorted() }
}
