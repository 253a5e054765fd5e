public import LoyaltyModel

extension Catalogue {
    /// The language that suits a reader's `Accept-Language` best (RFC 9110, 12.5.4), or `fallback` where nothing there suits.
    ///
    /// A range counts by its first subtag, so `fa-IR` asks for Persian. `*` stands for the languages not named, `fallback` first. Among equal weights the range that
    /// stands first wins; weight 0 excludes. A range that is not well formed counts for nothing. The pseudo-language has to be asked for alone and in full.
    public static func negotiate(acceptLanguage: String?, default fallback: Language) -> Language {
        if acceptLanguage == Language.pseudo.rawValue { return .pseudo }
        let ranges = (acceptLanguage ?? "").split(separator: ",").enumerated().compactMap { LanguageRange($1, position: $0) }
        let candidates = [fallback] + Language.allCases.filter { $0 != fallback }
        var best: (language: Language, range: LanguageRange)?
        for language in candidates {
            let named = ranges.filter { $0.primary == language.rawValue }
            guard let range = (named.isEmpty ? ranges.filter { $0.primary == "*" } : named).min(by: <), range.weight > 0 else { continue }
            if best.map({ range < $0.range }) ?? true { best = (language, range) }
        }
        return best?.language ?? fallback
    }
}

/// One element of `Accept-Language`: `language-range [ ";" "q=" qvalue ]`.
private struct LanguageRange: Comparable {
    /// The first subtag in lower case, or `*`.
    let primary: String
    /// Thousandths, 0 … 1000.
    let weight: Int
    /// Where it stands in the list.
    let position: Int

    init?(_ element: Substring, position: Int) {
        let parts = element.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed }
        guard let range = parts.first, parts.count <= 2, let primary = range.split(separator: "-", omittingEmptySubsequences: false).first,
            primary == "*" || (1...8).contains(primary.utf8.count) && primary.utf8.allSatisfy({ (65...90).contains($0) || (97...122).contains($0) })
        else { return nil }
        guard let weight = parts.count == 2 ? Self.weight(parts[1]) : 1000 else { return nil }
        self.primary = primary.lowercased()
        self.weight = weight
        self.position = position
    }

    /// `q=0.375` in thousandths: 0 or 1 with at most three decimals (RFC 9110, 12.4.2); nil for anything else.
    private static func weight(_ parameter: Substring) -> Int? {
        let bytes = Array(parameter.utf8)
        guard bytes.count >= 3, bytes.count <= 7, bytes[0] | 0x20 == UInt8(ascii: "q"), bytes[1] == UInt8(ascii: "="),
            bytes[2] == UInt8(ascii: "0") || bytes[2] == UInt8(ascii: "1"), bytes.count == 3 || bytes[3] == UInt8(ascii: ".")
        else { return nil }
        let decimals = bytes.dropFirst(4)
        guard decimals.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let padded = Array(decimals) + Array(repeating: UInt8(ascii: "0"), count: 3 - decimals.count)
        let weight = padded.reduce(Int(bytes[2]) - 48) { $0 * 10 + Int($1) - 48 }
        return weight <= 1000 ? weight : nil
    }

    /// The better range comes first: more weight, then earlier place.
    static func < (left: LanguageRange, right: LanguageRange) -> Bool {
        left.weight != right.weight ? left.weight > right.weight : left.position < right.position
    }
}

extension Substring {
    /// Without spaces and tabs at the ends.
    fileprivate var trimmed: Substring {
        var rest = self
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }
}
