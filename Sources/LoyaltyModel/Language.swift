/// A language a person reads; tables, answers, pages and paper come in these.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case english = "en"
    case persian = "fa"
    case chinese = "zh"
    case russian = "ru"
    /// English with its letters marked, for translators and testers: what stands on a page unmarked has bypassed the catalogue (Unicode CLDR, pseudo-locale
    /// `en-XA`). Nobody is offered it; who asks for it by name gets it.
    case pseudo = "en-XA"

    /// The languages that people are offered.
    public static let allCases: [Language] = [.english, .persian, .chinese, .russian]
}

/// A club's own words for a thing, by language. English stands in where a language has none.
public struct Wording: Sendable, Hashable, Codable {
    /// The words by ISO 639-1 code.
    public let texts: [String: String]

    /// Words by ISO 639-1 code.
    public init(_ texts: [String: String]) { self.texts = texts }

    /// The words in `language`, else in English, else in whatever language there is first by code.
    public func text(in language: Language) -> String {
        texts[language.rawValue] ?? texts[Language.english.rawValue] ?? texts.min { $0.key < $1.key }?.value ?? ""
    }

    /// Reads a dictionary of texts.
    public init(from decoder: any Decoder) throws { texts = try decoder.singleValueContainer().decode([String: String].self) }
    /// Writes a dictionary of texts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(texts)
    }
}
