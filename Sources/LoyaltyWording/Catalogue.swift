public import LoyaltyModel

/// The words of the product in one language: sentences for the cashier, labels for pages and paper, numbers the reader's way.
///
/// Text in a right-to-left language holds isolates (UAX #9): numbers in LRI … PDI, names and table words in FSI … PDI. Text in a left-to-right language holds
/// them only around names with right-to-left letters.
public struct Catalogue: Sendable {
    /// Whose words these are.
    public let language: Language
    let tongue: any Tongue
    private let sentences: [PhraseKey: Template]

    /// The words in a language.
    public init(_ language: Language) {
        self.language = language
        tongue = Self.tongue(of: language)
        sentences = Self.sentences[language] ?? [:]
    }

    private static func tongue(of language: Language) -> any Tongue {
        switch language {
        case .english: English()
        case .persian: Persian()
        case .chinese: Chinese()
        case .russian: Russian()
        case .pseudo: Pseudo()
        }
    }

    /// All sentences, taken apart at their gaps: the till hears a dozen of them with every ticket.
    private static let sentences: [Language: [PhraseKey: Template]] = {
        var sentences: [Language: [PhraseKey: Template]] = [:]
        for language in Language.allCases + [.pseudo] {
            let tongue = tongue(of: language)
            for key in PhraseKey.allCases { sentences[language, default: [:]][key] = Template(tongue.sentence(key)) }
        }
        return sentences
    }()

    /// A sentence with its gaps filled. A gap without a value shows its name as `‹name›`.
    public func text(_ phrase: Phrase) -> String {
        sentences[phrase.key]?.filled { gap in
            // Not `map(format)`: a method that is passed on takes a copy of the catalogue with it.
            if let value = phrase[gap] { format(value) } else { nil }
        } ?? ""
    }

    /// The cashier's sentence: what is wrong, then the way out.
    public func text(_ trouble: Trouble) -> String { tongue.join(advice(trouble)) }

    /// A label of a page, a slip or the command line; labels have no gaps.
    public func text(_ key: ScreenKey) -> String { tongue.label(key) }

    /// What is wrong and the way out, apart: for a page with two lines, or `hint:` on the command line.
    ///
    /// The gap `field` takes the trouble's own field where no value is given for it.
    public func advice(_ trouble: Trouble) -> Advice {
        var values = trouble.values
        if values["field"] == nil, let field = trouble.field { values["field"] = .name(field) }
        let advice = tongue.advice(on: trouble.code)
        return Advice(fill(advice.problem, with: values), fill(advice.remedy, with: values))
    }

    /// What a printer or reader has to say, in two parts.
    public func advice(_ condition: DeviceCondition) -> Advice { tongue.advice(on: condition) }

    /// What a printer or reader has to say, in one line.
    public func text(_ condition: DeviceCondition) -> String { tongue.join(advice(condition)) }

    private func fill(_ template: String, with values: [String: PhraseValue]) -> String {
        Template(template).filled { name in values[name].map(format) }
    }
}
