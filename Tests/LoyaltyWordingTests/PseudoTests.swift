import LoyaltyModel
import Testing

@testable import LoyaltyWording

@Suite struct PseudoTests {
    private let pseudo = Catalogue(.pseudo)

    @Test func `every text of the pseudo-language is marked from end to end and keeps its gaps`() {
        let english = allTexts(in: .english)
        let texts = allTexts(in: .pseudo)
        #expect(texts.count == english.count)
        for (text, source) in zip(texts, english) {
            #expect(text.hasPrefix("⟦") && text.hasSuffix("⟧"), "\(text)")
            #expect(Template(text).gaps == Template(source).gaps)
            #expect(!Template(text).filled { _ in "" }.contains { "aeiouAEIOU".contains($0) }, "\(text)")
        }
    }

    @Test func `the pseudo-language is offered to nobody and given to whom asks for it by name`() {
        #expect(!Language.allCases.contains(.pseudo))
        #expect(Catalogue.negotiate(acceptLanguage: "en-XA", default: .persian) == .pseudo)
        #expect(Catalogue.negotiate(acceptLanguage: "en-XA,fa;q=0.5", default: .persian) == .english)
        #expect(Catalogue.negotiate(acceptLanguage: "*", default: .persian) == .persian)
    }
}
