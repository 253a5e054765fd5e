import LoyaltyModel

/// English between ⟦ and ⟧ with an accent on every vowel: whatever a page shows without them does not come from the catalogue.
struct Pseudo: Tongue {
    private let english = English()

    var numerals: Numerals { english.numerals }

    func sentence(_ key: PhraseKey) -> String { Self.marked(english.sentence(key)) }
    func advice(on code: TroubleCode) -> Advice { Self.marked(english.advice(on: code)) }
    func advice(on condition: DeviceCondition) -> Advice { Self.marked(english.advice(on: condition)) }
    func label(_ key: ScreenKey) -> String { Self.marked(english.label(key)) }
    func points(_ count: Int) -> String { Self.marked(english.points(count)) }
    func money(_ amount: String, currency: String) -> String { english.money(amount, currency: currency) }
    func day(_ day: Day) -> String { Self.marked(english.day(day)) }

    private static func marked(_ advice: Advice) -> Advice { Advice(marked(advice.problem), advice.remedy.isEmpty ? "" : marked(advice.remedy)) }

    /// The text with its gaps as they were.
    private static func marked(_ text: String) -> String {
        var isGap = false
        return "⟦"
            + String(
                text.map { character -> Character in
                    if character == "{" { isGap = true }
                    if character == "}" { isGap = false }
                    return isGap ? character : accents[character] ?? character
                }) + "⟧"
    }

    private static let accents: [Character: Character] = [
        "a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "A": "Á", "E": "É", "I": "Í", "O": "Ó", "U": "Ú",
    ]
}
