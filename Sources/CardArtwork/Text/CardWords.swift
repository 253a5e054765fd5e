/// A text that may stand on a card: checked, and wrapped so that it keeps its own reading order.
struct CardWords: Sendable, Hashable {
    let field: FaceField
    /// The text as Pango gets it.
    let text: String

    /// Free text: names and lines.
    ///
    /// White space at the ends is taken off and inside becomes one space. A text with no letter of the card's direction is foreign and isolated (UAX #9,
    /// FSI…PDI), so that its own full stops and brackets stay where they belong.
    init(_ raw: String, field: FaceField, language: CardLanguage) throws(FaceRefusal) {
        for scalar in raw.unicodeScalars where !Self.isPrintable(scalar) { throw .controlCharacter(field, scalar) }
        let words = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.unicodeScalars.contains(where: { !Self.isInvisible($0) }) else { throw .blank(field) }
        self.field = field
        text = Self.hasLetters(in: words, rightToLeft: language.isRightToLeft) ? words : "\u{2068}" + words + "\u{2069}"
    }

    /// A sentence for paper, in which numbers and names are isolated already (LRI or FSI … PDI), as the house's catalogues write them.
    init(sentence raw: String, field: FaceField, language: CardLanguage) throws(FaceRefusal) {
        let isolates: Set<Unicode.Scalar> = ["\u{2066}", "\u{2068}", "\u{2069}"]
        let bare = String(String.UnicodeScalarView(raw.unicodeScalars.filter { !isolates.contains($0) }))
        let words = try CardWords(bare, field: field, language: language)
        self.field = field
        text = bare == raw ? words.text : raw.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A card number, in groups of the language's digits; always left to right (LRI…PDI).
    init(number: String, language: CardLanguage) throws(FaceRefusal) {
        guard !number.isEmpty else { throw .blank(.number) }
        guard number.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw .numberNotDigits }
        field = .number
        text = "\u{2066}" + language.grouped(number) + "\u{2069}"
    }

    /// Letters, marks, digits, signs, spaces, and the two joiners Persian and Indic writing need.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
        case .format: isInvisible(scalar)
        default: true
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200C}" || scalar == "\u{200D}"
    }

    /// Whether a letter of the given direction occurs. Right-to-left blocks of Unicode: 0590–08FF, FB1D–FDFF, FE70–FEFF, 10800–10FFF, 1E800–1EFFF.
    private static func hasLetters(in text: String, rightToLeft: Bool) -> Bool {
        text.unicodeScalars.contains { scalar in
            guard scalar.properties.isAlphabetic else { return false }
            let isRightToLeft =
                switch scalar.value {
                case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
                default: false
                }
            return isRightToLeft == rightToLeft
        }
    }
}
