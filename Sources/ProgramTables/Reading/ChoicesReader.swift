internal import LoyaltyModel
internal import LoyaltyRules

/// The open questions of a table, each with the answer in force: the owner's, else the table's.
struct ChoicesReader {
    private(set) var choices: [Choice] = []
    private var answers: [ChoiceKey: String] = [:]
    /// The particulars of a complete profile (A-KM-14).
    private(set) var profileFields: Set<Membership.Field>?

    init(_ field: Field?, settings: SettingsReader, language: Language) {
        for item in field?.list("a list of questions: { question, key, answer, or, asks }") ?? [] {
            read(item, settings, language)
        }
    }

    /// The answer in force; nil when the table does not ask.
    func answer(_ key: ChoiceKey) -> String? { answers[key] }

    /// The number of a question that the table asks.
    func question(_ key: ChoiceKey) -> RuleID? { choices.first { $0.key == key.rawValue }.map { RuleID($0.question) } }

    private mutating func read(_ item: Field, _ settings: SettingsReader, _ language: Language) {
        guard let map = item.map("{ question: A-KM-1, key: …, answer: …, or: […], asks: … }") else { return }
        let question = map.required("question", "its number in the register, such as A-KM-1")?.rule()
        let keyField = map.required("key", "the settings key of the question")
        let answerField = map.required("answer", "the answer in force")
        let orField = map.optional("or")
        let asks = map.required("asks", "what the question is")?.wording(language)
        map.finish()
        guard let keyField, let name = keyField.word(of: ChoiceKey.allCases.map(\.rawValue)), let key = ChoiceKey(rawValue: name) else { return }
        let setting = settings.answer(name)
        guard !choices.contains(where: { $0.key == name }) else {
            keyField.note(.duplicateID, belongs: "each key once")
            return
        }
        guard let question, let answerField, let asks else { return }
        let chosen: String?
        let others: [String]
        if key == .profileFields {
            profileFields = (setting ?? answerField).profileFields()
            chosen = profileFields.map { fields in Membership.Field.allCases.filter(fields.contains).map(\.rawValue).joined(separator: ", ") }
            others = ["any of " + Membership.Field.allCases.map(\.rawValue).joined(separator: ", ")]
        } else {
            let published = answerField.answer(of: key.answers)
            let alternatives = orField?.list("the other answers")?.compactMap { $0.answer(of: key.answers) } ?? []
            let offered = [published].compactMap(\.self) + alternatives
            chosen = setting.map { $0.answer(of: offered) } ?? published
            others = offered.filter { $0 != chosen }
        }
        guard let chosen else { return }
        answers[key] = chosen
        choices.append(Choice(question: question.rawValue, asks: asks, key: name, answer: chosen, alternatives: others))
    }
}

extension Field {
    fileprivate func answer(of answers: [String]) -> String? {
        let belongs = answers.count == 1 ? "\(answers[0]): no other reading is carried out" : "one of \(answers.joined(separator: ", "))"
        guard let text = text(belongs) else { return nil }
        guard answers.contains(text) else {
            note(.unknownAnswer, belongs: belongs)
            return nil
        }
        return text
    }

    fileprivate func profileFields() -> Set<Membership.Field>? {
        let names = Membership.Field.allCases.map(\.rawValue)
        guard let items = list("a list of particulars, such as [\(names.joined(separator: ", "))]") else { return nil }
        guard !items.isEmpty else {
            note(.malformed, belongs: "one particular at least, such as [\(names.joined(separator: ", "))]")
            return nil
        }
        let fields = items.compactMap { $0.word(of: names).flatMap(Membership.Field.init(rawValue:)) }
        return fields.count == items.count ? Set(fields) : nil
    }
}
