import LoyaltyModel
import Testing

@testable import LoyaltyWording

@Suite struct SpellingTests {
    /// What stands outside the gaps.
    private func words(in language: Language) -> [String] { allTexts(in: language).map { Template($0).filled { _ in "" } } }

    @Test func `Persian has Persian letters, its own comma and the half-space of verbs and plurals`() {
        for text in words(in: .persian) {
            #expect(!text.unicodeScalars.contains { "يكةى٤٥٦,;?%0123456789".unicodeScalars.contains($0) }, "\(text)")
            #expect(!text.contains(" می ") && !text.hasPrefix("می ") && !text.contains("نمی ") && !text.contains(" ها "), "\(text)")
            #expect(!text.unicodeScalars.contains { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }, "\(text)")
        }
    }

    @Test func `Chinese is simplified and has its own punctuation`() {
        for text in words(in: .chinese) {
            #expect(!text.unicodeScalars.contains { $0.isASCII }, "\(text)")
            #expect(!text.contains { "會員優請讀機號積換無權審檢額錄銷顧歡購買贈發證碼條".contains($0) }, "\(text)")
        }
    }

    @Test func `Russian has no Latin letters but those on a printer's button`() {
        for text in words(in: .russian) {
            let rest = text.split(separator: "«Online»").joined()
            #expect(!rest.unicodeScalars.contains { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }, "\(text)")
        }
    }

    @Test(arguments: Language.allCases)
    func `no text has a space too many`(language: Language) {
        for text in allTexts(in: language) {
            #expect(!text.contains("  ") && text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(text)")
        }
    }
}
