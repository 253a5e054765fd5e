import LoyaltyModel
import Testing

@testable import LoyaltyWording

@Suite struct CatalogueTests {
    @Test(arguments: Language.allCases, PhraseKey.allCases)
    func `a sentence has the gaps of its key`(language: Language, key: PhraseKey) {
        #expect(Set(Template(Catalogue(language).tongue.sentence(key)).gaps) == Set(key.gaps.keys))
    }

    @Test(arguments: Language.allCases, TroubleCode.allCases)
    func `a trouble has the gaps of its code`(language: Language, code: TroubleCode) {
        let advice = Catalogue(language).tongue.advice(on: code)
        #expect(Set(Template(advice.problem + advice.remedy).gaps) == Set(code.gaps.keys))
    }

    @Test(arguments: Language.allCases, PhraseKey.allCases)
    func `every value comes out as it was written in`(language: Language, key: PhraseKey) {
        let catalogue = Catalogue(language)
        let values = key.gaps.mapValues(\.sample)
        let text = catalogue.text(Phrase(key, PhraseValues(values)))
        #expect(values.values.allSatisfy { text.contains(catalogue.format($0)) })
        #expect(!text.contains { "{}‹›".contains($0) })
    }

    @Test(arguments: Language.allCases, TroubleCode.allCases)
    func `a trouble says what is wrong and the way out`(language: Language, code: TroubleCode) {
        let catalogue = Catalogue(language)
        let trouble = Trouble(code, code.gaps.mapValues(\.sample))
        let advice = catalogue.advice(trouble)
        #expect(advice.problem.endsASentence && advice.remedy.endsASentence)
        #expect(catalogue.text(trouble) == advice.problem + (language == .chinese ? "" : " ") + advice.remedy)
        #expect(!catalogue.text(trouble).contains { "{}‹›".contains($0) })
    }

    @Test(arguments: Language.allCases, DeviceCondition.allCases)
    func `a device says what is wrong and the way out, and nothing more when it is ready`(language: Language, condition: DeviceCondition) {
        let advice = Catalogue(language).advice(condition)
        #expect(advice.problem.endsASentence)
        #expect(condition == .ready ? advice.remedy.isEmpty : advice.remedy.endsASentence)
    }

    @Test(arguments: Language.allCases)
    func `labels are short, have no gaps and no full label stands twice for different states of a card job`(language: Language) {
        let catalogue = Catalogue(language)
        for key in ScreenKey.allCases {
            let label = catalogue.text(key)
            #expect((1...80).contains(label.count), "\(key)")
            #expect(Template(label).gaps.isEmpty, "\(key)")
        }
        let states = CardJob.State.allCases.map { catalogue.text(ScreenKey($0)) }
        #expect(Set(states).count == states.count)
    }

    @Test(arguments: Language.allCases.filter { $0 != .english })
    func `no text is left in English`(language: Language) {
        let left = Set(allTexts(in: language)).intersection(allTexts(in: .english))
        #expect(left.isEmpty)
    }

    @Test func `a missing value shows the name of its gap`() {
        #expect(Catalogue(.english).text(Phrase(.sayWelcome)) == "Welcome, ‹name›!")
        #expect(Catalogue(.english).text(Trouble(.fieldMissing)).contains("‹field›"))
    }

    @Test func `the field of a trouble fills its gap`() {
        #expect(Catalogue(.english).text(Trouble(.fieldWrong, field: "lines[0].quantity")).contains(": lines[0].quantity."))
    }

    @Test func `what the till's programmer is told never reaches the cashier's sentence`() {
        for language in Language.allCases {
            #expect(!Catalogue(language).text(Trouble(.amountWrong, field: "lines", detail: "secret")).contains("secret"))
        }
    }

    @Test func `a value that is itself a template is not filled again`() {
        #expect(Catalogue(.english).text(Phrase(.sayWelcome, ["name": .name("{name}")])) == "Welcome, {name}!")
    }

    @Test(arguments: [("a } b {", "a } b {"), ("{x}{y}", "1‹y›"), ("{", "{"), ("", ""), ("{}", "‹›")])
    func `a brace that opens nothing stands for itself`(template: String, text: String) {
        #expect(Template(template).filled { $0 == "x" ? "1" : nil } == text)
    }
}

extension String {
    var endsASentence: Bool { last.map { ".!。！".contains($0) } ?? false }
}
