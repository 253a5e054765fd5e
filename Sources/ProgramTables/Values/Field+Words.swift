internal import LoyaltyModel
internal import TableReading

extension Field {
    /// Words by language, or in the table's own language where they stand alone.
    func wording(_ language: Language) -> Wording? {
        let languages = Language.allCases.map(\.rawValue)
        let belongs = "words, or words by language: { \(languages.map { "\($0): …" }.joined(separator: ", ")) }"
        switch node.content {
        case .text(let text) where !text.isEmpty: return Wording([language.rawValue: text])
        case .map:
            guard let map = map(belongs) else { return nil }
            var texts: [String: String] = [:]
            for code in languages { texts[code] = map.optional(code).flatMap { $0.text("words") } }
            map.finish()
            guard !texts.isEmpty else {
                note(.malformed, belongs: belongs)
                return nil
            }
            return Wording(texts)
        default:
            note(.wrongType, belongs: belongs)
            return nil
        }
    }

    /// The number of a rule: `KM-11`, `CL-12a`, `A-KM-16`.
    func rule() -> RuleID? {
        let belongs = "the number of a rule, such as KM-11"
        guard let text = text(belongs) else { return nil }
        guard text.wholeMatch(of: /(A-)?[A-Z]{1,4}-[0-9]{1,3}[a-z]?/) != nil else {
            note(.malformed, belongs: belongs)
            return nil
        }
        return RuleID(text)
    }
}
