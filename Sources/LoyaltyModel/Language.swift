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
    /// The words in one language.
    public struct Text: Sendable, Hashable {
        /// ISO 639-1 code.
        public let language: String
        /// The words.
        public let words: String
    }

    /// The words, in the order of their codes.
    public let sorted: [Text]

    /// The words by ISO 639-1 code.
    public var texts: [String: String] { Dictionary(sorted.map { ($0.language, $0.words) }, uniquingKeysWith: { first, _ in first }) }

    /// Words by ISO 639-1 code.
    public init(_ texts: [String: String]) {
        sorted = texts.map { Text(language: $0, words: $1) }.sorted { $0.language.utf8.lexicographicallyPrecedes($1.language.utf8) }
    }

    /// The words in `language`, else in English, else in whatever language there is first by code.
    public func text(in language: Language) -> String {
        words(in: language) ?? words(in: .english) ?? sorted.first?.words ?? ""
    }

    private func words(in language: Language) -> String? {
        let code = language.rawValue
        return sorted.first { $0.language == code }?.words
    }

    /// Reads a dictionary of texts.
    public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode([String: String].self)) }
    /// Writes a dictionary of texts.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(texts)
    }
}
