import AccessControl
import CanonicalJSON
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

extension Front {
    /// What every page is filled with: labels, the club, the languages to choose from, and what its script needs to know.
    func values(for language: Language, script: some Encodable) throws -> [String: Any] {
        let catalogue = Catalogue(language)
        let languages = Language.allCases.map { other -> [String: Any] in
            ["code": other.rawValue, "name": other.ownName, "isCurrent": other == language]
        }
        var values: [String: Any] = [
            "language": language.rawValue,
            "direction": language.isRightToLeft ? "rtl" : "ltr",
            "programme": programme.name.text(in: language),
            "isExample": programme.isExample,
            "hasVirtualCounter": virtualCounter != nil,
            "languages": languages,
            "words": Dictionary(uniqueKeysWithValues: ScreenKey.allCases.map { ($0.rawValue, catalogue.text($0)) }),
            "script": Self.embedded(try JSON.bytes(of: script)),
        ]
        if let caller = visit?.caller { values.merge(barValues(for: caller, catalogue)) { _, new in new } }
        return values
    }

    /// What the bar shows to who is signed in: the pages that are theirs, by the route table, and who they are.
    private func barValues(for caller: Caller, _ catalogue: Catalogue) -> [String: Any] {
        let pages = RouteTable.navigation(for: caller.role, withVirtualCounter: virtualCounter != nil).map { link -> [String: Any] in
            ["path": link.path, "name": catalogue.text(link.label), "isCurrent": link.path == visit?.path]
        }
        var values: [String: Any] = ["pages": pages, "place": visit?.path ?? "/"]
        values["home"] = pages.first?["path"] ?? "/"
        var person: [String: Any] = ["name": caller.name, "role": catalogue.text(ScreenKey(caller.role))]
        if let session = caller.session {
            person["form"] = doorkeeper.formToken(of: session)
            if caller.role != .kiosk { person["lockAfter"] = String(doorkeeper.rules.lockAfter) }
        }
        values["person"] = person
        return values
    }

    /// What the page's scripts know of words and numbers.
    func words(of page: Templates.Page, in language: Language) -> PageWords {
        PageWords(language, currency: programme.currency, naming: templates.vocabulary(of: page))
    }

    /// JSON that may stand inside a `script` element: no `<` in it.
    static func embedded(_ json: [UInt8]) -> String {
        String(decoding: json, as: UTF8.self).split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
    }
}

/// What the pages' scripts know of words and numbers.
struct PageWords: Encodable {
    let language: Language
    let words: [String: String]
    /// What devices have to say, by the drivers' keys; and without the way out.
    let conditions: [String: String]
    let problems: [String: String]
    let numbers: NumberStyle

    /// The words of a language: all, or what a page's scripts name.
    init(_ language: Language, currency: Currency, naming vocabulary: Vocabulary? = nil) {
        let catalogue = Catalogue(language)
        self.language = language
        let labels = ScreenKey.allCases.filter { vocabulary?.labels.contains($0) ?? true }
        words = Dictionary(uniqueKeysWithValues: labels.map { ($0.rawValue, catalogue.text($0)) })
        let devices = DeviceCondition.allCases
        conditions = Dictionary(
            uniqueKeysWithValues: vocabulary?.namesConditions == false ? [] : devices.map { ($0.rawValue, catalogue.text($0)) })
        problems = Dictionary(
            uniqueKeysWithValues: vocabulary?.namesProblems == false ? [] : devices.map { ($0.rawValue, catalogue.advice($0).problem) })
        numbers = NumberStyle(catalogue, currency: currency)
    }
}
