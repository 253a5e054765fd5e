/// The language of a card, by its BCP 47 tag: "fa", "zh-Hans", "ru".
public struct CardLanguage: Sendable, Hashable {
    /// The tag as given.
    public let tag: String

    /// A language; an unknown tag is set like English.
    public init(_ tag: String) {
        self.tag = tag
    }

    /// The language without script and region, lower case.
    var primary: String { tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? "" }

    /// Whether lines run from right to left.
    public var isRightToLeft: Bool { ["fa", "ar", "ur", "ckb", "ps", "ug"].contains(primary) }

    /// The ten digits, 0 first (CLDR default numbering systems: `arabext` for fa, ur, ps; `arab` for ar and ckb; else `latn`).
    var digits: [Character] {
        switch primary {
        case "fa", "ur", "ps": Array("۰۱۲۳۴۵۶۷۸۹")
        case "ar", "ckb": Array("٠١٢٣٤٥٦٧٨٩")
        default: Array("0123456789")
        }
    }

    /// Font families, first choice first. Noto Sans Arabic has neither Latin nor a slash, so a list is a must.
    var families: String {
        if isRightToLeft { return "Noto Sans Arabic,Noto Sans,Noto Sans CJK SC" }
        if primary == "zh" { return "Noto Sans CJK SC,Noto Sans,Noto Sans Arabic" }
        return "Noto Sans,Noto Sans CJK SC,Noto Sans Arabic"
    }

    /// A number in groups of four, in the language's digits: "۹۰۰۱ ۲۳۴۵". Characters that are not ASCII digits are kept.
    public func grouped(_ number: String) -> String {
        var text = ""
        for (index, character) in number.enumerated() {
            if index > 0, index % 4 == 0 { text.append("\u{00A0}") }
            text.append(character.isASCII ? character.wholeNumberValue.map { digits[$0] } ?? character : character)
        }
        return text
    }
}
