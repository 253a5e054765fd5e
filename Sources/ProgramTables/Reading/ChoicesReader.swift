internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// The open questions of a table, each with the answer in force: the owner's, else the table's.
struct ChoicesReader {
    private(set) var choices: [Choice] = []
    private var answers: [ChoiceKey: String] = [:]
    private var answerFields: [ChoiceKey: Field] = [:]
    /// The particulars of a complete profile (A-KM-14).
    private(set) var profileFields: Set<Membership.Field>?
    /// The categories that points pay for; empty means every one (A-CL-2).
    private(set) var redeemCategories: [String] = []
    /// Days that points wait (A-CL-3); nil where they do not.
    private(set) var pendingDays: Int?
    /// How many generations of recruits count (A-SH-2).
    private(set) var recruitDepth = 1

    private static let mostGenerations = 99
    /// Deeper than any club's tree.
    private static let allGenerations = 100_000

    init(_ field: Field?, settings: SettingsReader, language: Language) {
        for item in field?.list("a list of questions: { question, key, answer, or, asks }") ?? [] {
            read(item, settings, language)
        }
    }

    /// The answer in force; nil when the table does not ask.
    func answer(_ key: ChoiceKey) -> String? { answers[key] }

    /// The answer in force as the rules know it; nil when the table does not ask.
    func value<Value: RawRepresentable<String>>(_ key: ChoiceKey) -> Value? { answers[key].flatMap(Value.init(rawValue:)) }

    /// The number of a question that the table asks.
    func question(_ key: ChoiceKey) -> RuleID? { choices.first { $0.key == key.rawValue }.map { RuleID($0.question) } }

    /// Notes an answer that does not go with the rest of the table.
    func refuse(_ key: ChoiceKey, except allowed: [String], why: String) {
        guard let answer = answers[key], !allowed.contains(answer), let field = answerFields[key] else { return }
        field.note(.unknownAnswer, belongs: "\(allowed.joined(separator: " or ")), which is when \(why)")
    }

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
        let given = setting ?? answerField
        answerFields[key] = given
        guard let (chosen, others) = key.form == .word ? word(key, answerField, orField, setting) : figure(key, given) else { return }
        answers[key] = chosen
        choices.append(Choice(question: question.rawValue, asks: asks, key: name, answer: chosen, alternatives: others))
    }

    private func word(_ key: ChoiceKey, _ answerField: Field, _ orField: Field?, _ setting: Field?) -> (chosen: String, others: [String])? {
        let published = answerField.answer(of: key.answers)
        let alternatives = orField?.list("the other answers")?.compactMap { $0.answer(of: key.answers) } ?? []
        let offered = [published].compactMap(\.self) + alternatives
        guard let chosen = setting.map({ $0.answer(of: offered) }) ?? published else { return nil }
        return (chosen, offered.filter { $0 != chosen })
    }

    private mutating func figure(_ key: ChoiceKey, _ given: Field) -> (chosen: String, others: [String])? {
        switch key.form {
        case .particulars:
            profileFields = given.profileFields()
            let all = Membership.Field.allCases
            return profileFields.map { fields in (all.filter(fields.contains).list, ["any of " + all.list]) }
        case .categories:
            guard given.node.text != "all" else { return ("all", ["[…]"]) }
            let belongs = "all, or a list of categories, such as [cosmetics]"
            guard let fields = given.list(belongs) else { return nil }
            if fields.isEmpty { given.note(.malformed, belongs: belongs) }
            redeemCategories = fields.compactMap { $0.name("a category") }
            return (redeemCategories.joined(separator: ", "), ["all", "[…]"])
        case .days:
            guard let days = given.number(in: 0...3650, "a number of days, such as 14") else { return nil }
            pendingDays = days == 0 ? nil : days
            return ("\(days)", ["0…3650"])
        case .generations:
            if given.node.text == "all" {
                recruitDepth = Self.allGenerations
                return ("all", ["1", "2…\(Self.mostGenerations)"])
            }
            let belongs = "1 for one's own recruits, 2 for theirs too, …, or all"
            guard let depth = given.number(in: 1...Self.mostGenerations, belongs) else { return nil }
            recruitDepth = depth
            return ("\(depth)", depth == 1 ? ["2…\(Self.mostGenerations)", "all"] : ["1", "all"])
        case .word: return nil
        }
    }
}

extension [Membership.Field] {
    fileprivate var list: String { map(\.rawValue).joined(separator: ", ") }
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
