import LoyaltyModel
import LoyaltyWording
import Testing

@Suite struct IsolationTests {
    private func welcome(_ name: String, in language: Language) -> String {
        Catalogue(language).text(Phrase(.sayWelcome, ["name": .name(name)]))
    }

    @Test func `a name is isolated in Persian`() {
        #expect(welcome("A. B.", in: .persian).contains("\u{2068}A. B.\u{2069}"))
    }

    @Test func `a Persian name is isolated in English and a Latin one is not`() {
        #expect(welcome("س. ر.", in: .english) == "Welcome, \u{2068}س. ر.\u{2069}!")
        #expect(welcome("A. B.", in: .english) == "Welcome, A. B.!")
    }

    @Test(arguments: Language.allCases)
    func `a name cannot turn the text around it`(language: Language) {
        let marks: Set<Unicode.Scalar> = ["\u{2066}", "\u{2067}", "\u{2068}"]
        let text = welcome("A\u{2069}\u{202E}\u{200F}B\u{2067}", in: language).unicodeScalars
        #expect(text.count { marks.contains($0) } == text.count { $0 == "\u{2069}" })
        #expect(!text.contains("\u{202E}") && !text.contains("\u{200F}"))
    }

    @Test func `the joiners of Persian spelling stay in a name`() {
        #expect(welcome("می\u{200C}م", in: .english).contains("می\u{200C}م"))
    }
}
