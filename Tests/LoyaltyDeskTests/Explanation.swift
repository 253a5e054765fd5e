import LoyaltyModel

@testable import LoyaltyWording

/// A sentence of an answer, understood again: which one it is and the figures in its gaps.
struct Explanation {
    let key: PhraseKey
    /// What stands in the gaps, as written.
    private let values: [String: String]
    private let language: Language

    /// The sentences in `language` that `text` may be; the one that leaves no letter over.
    init?(_ text: String, in language: Language) {
        let bare = Self.bare(text)
        for key in PhraseKey.allCases {
            guard let values = Self.gaps(of: Self.bare(Catalogue(language).tongue.sentence(key)), in: bare) else { continue }
            guard values.keys.allSatisfy({ key.gaps[$0] != nil }), Self.figuresFit(values, key, language) else { continue }
            self.key = key
            self.values = values
            self.language = language
            return
        }
        return nil
    }

    /// Millionths of a rate, or of a number of units.
    func millionths(_ gap: String) -> Int? { values[gap].flatMap { Self.millionths($0, key.gaps[gap], language) } }

    /// Minor units or points.
    func amount(_ gap: String, places: Int = 0) -> Int? {
        guard var value = millionths(gap) else { return nil }
        for _ in 0..<places { value *= 10 }
        return value.isMultiple(of: 1_000_000) ? value / 1_000_000 : nil
    }

    private static func figuresFit(_ values: [String: String], _ key: PhraseKey, _ language: Language) -> Bool {
        values.allSatisfy { name, text in
            switch key.gaps[name] {
            case .points, .money, .count, .reduction, .payment: millionths(text, key.gaps[name], language) != nil
            default: !text.isEmpty
            }
        }
    }

    /// The texts between the fixed parts of a template; nil when it is not that template.
    private static func gaps(of template: String, in text: String) -> [String: String]? {
        var values: [String: String] = [:]
        var rest = Substring(text)
        var pattern = Substring(template)
        while let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") {
            guard rest.hasPrefix(pattern[..<open]) else { return nil }
            rest = rest.dropFirst(pattern.distance(from: pattern.startIndex, to: open))
            let name = String(pattern[pattern.index(after: open)..<close])
            pattern = pattern[pattern.index(after: close)...]
            let fixed = pattern.prefix { $0 != "{" }
            if fixed.isEmpty {
                values[name] = String(rest)
                return pattern.isEmpty ? values : nil
            }
            guard let end = rest.firstRange(of: fixed) else { return nil }
            values[name] = String(rest[..<end.lowerBound])
            rest = rest[end.lowerBound...]
        }
        return rest == pattern ? values : nil
    }

    private static func bare(_ text: String) -> String { Isolate.withoutControls(text).replacing("\u{A0}", with: " ").replacing("\u{202F}", with: "") }

    /// A number in the language's digits and marks, in millionths; per cent and 折 count as what they mean.
    private static func millionths(_ text: String, _ kind: PhraseGap?, _ language: Language) -> Int? {
        let numerals = Catalogue(language).tongue.numerals
        var whole = 0
        var decimals = 0
        var hasDigits = false
        var isNegative = false
        var afterPoint = false
        for character in text {
            if let digit = character.wholeNumberValue {
                hasDigits = true
                guard decimals < 6 else { return nil }
                whole = whole * 10 + digit
                if afterPoint { decimals += 1 }
            } else if String(character) == numerals.point, hasDigits, !afterPoint {
                afterPoint = true
            } else if character == "\u{2212}" {
                isNegative = true
            } else if kind == .reduction || kind == .payment, !"%٪折 ".contains(character), String(character) != numerals.group {
                // A rate is one number with its sign: more letters belong to another sentence.
                return nil
            }
        }
        guard hasDigits else { return nil }
        for _ in decimals..<6 { whole *= 10 }
        if isNegative { whole = -whole }
        if text.contains("折") { return whole / 10 }
        return kind == .reduction || kind == .payment ? whole / 100 : whole
    }
}
