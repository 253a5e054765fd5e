import LoyaltyModel
import LoyaltyWording
import Testing

@Suite struct NegotiationTests {
    @Test(arguments: [
        ("fa", Language.persian), ("fa-IR", .persian), ("FA-ir,en;q=0.9", .persian), ("zh-Hans-CN, zh;q=0.8", .chinese), ("ru;q=0.2, en;q=0.3", .english),
        ("en;q=0.5, ru;q=0.5", .english), ("ru;q=0.5, en;q=0.5", .russian), ("de, fr;q=0.9, zh;q=0.1", .chinese), ("ru ; q=1.000\t, en", .russian),
        ("en;Q=0.1, ru;q=0.2", .russian), ("en-GB;q=0.2, en-US;q=0.9, ru;q=0.5", .english),
    ])
    func `the language with the greatest weight wins, and the first of equals`(header: String, language: Language) {
        #expect(Catalogue.negotiate(acceptLanguage: header, default: .persian) == language)
    }

    @Test(arguments: [nil, "", "de", "de, *;q=0", "*", "en;q=0", "en;q=0, ru;q=0, zh;q=0, fa;q=0", ",,;", "*;q=0.5"])
    func `the default answers where nothing suits better`(header: String?) {
        #expect(Catalogue.negotiate(acceptLanguage: header, default: .russian) == .russian)
    }

    @Test func `a star stands for the languages that are not named`() {
        #expect(Catalogue.negotiate(acceptLanguage: "fa;q=0, *", default: .persian) == .english)
        #expect(Catalogue.negotiate(acceptLanguage: "*;q=0.3, zh;q=0.4", default: .persian) == .chinese)
        #expect(Catalogue.negotiate(acceptLanguage: "*, zh;q=0.4", default: .persian) == .persian)
    }

    @Test(arguments: ["ru;q=2", "ru;q=1.001", "ru;q=0.1234", "ru;q=", "ru;q=-1", "ru;q=.5", "ru;x=1", "ru;q=1;q=1", "ру", "r u", "ru;q=0,5", "-ru", "ru_RU"])
    func `a range that is not well formed counts for nothing`(header: String) {
        #expect(Catalogue.negotiate(acceptLanguage: header + ", zh;q=0.001", default: .english) == .chinese)
    }
}
