import CardFormats
import LoyaltyModel

/// Words made comparable: case, digit sets and the letters that keyboards write in two ways are the same.
struct SearchText: Hashable {
    /// The words with one space between them.
    let text: String

    init(_ written: String) {
        let letters = String(String.UnicodeScalarView(Digits.latin(written).lowercased().unicodeScalars.compactMap(Self.folded)))
        text = letters.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    var words: [Substring] { text.split(separator: " ") }

    /// Whether every word of `query` stands in this text, anywhere.
    func holds(_ query: SearchText) -> Bool { query.words.allSatisfy { text.contains($0) } }

    /// Arabic keyboards' yeh, kaf and heh are the Persian letters, ё is е; joiners, stretchers and vowel marks are nothing.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x064A, 0x0649: "\u{06CC}"
        case 0x0643: "\u{06A9}"
        case 0x0629: "\u{0647}"
        case 0x0622, 0x0623, 0x0625: "\u{0627}"
        case 0x0451: "\u{0435}"
        case 0x0640, 0x064B...0x0652, 0x200C, 0x200D, 0x200E, 0x200F: nil
        default: scalar
        }
    }
}

extension Wording {
    /// Whether every word of `query` stands in the text of one language.
    func holds(_ query: SearchText) -> Bool { query.words.isEmpty || texts.values.contains { SearchText($0).holds(query) } }
    /// Whether a language has exactly these words.
    func matches(_ query: SearchText) -> Bool { texts.values.contains { SearchText($0) == query } }
}
