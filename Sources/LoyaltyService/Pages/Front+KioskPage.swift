import Hummingbird
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

extension Front {
    /// Seconds that an account stays on the screen after the last touch.
    static let kioskSeconds = 20

    /// The members' own screen.
    func kioskPage(_ asking: Asking) throws -> Response {
        let language = pageLanguage(asking)
        let tongues = Language.allCases.map { KioskTongue($0, programme) }
        let script = KioskScript(words: KioskTongue(language, programme), tongues: tongues, seconds: Self.kioskSeconds)
        var values = try values(for: language, script: script)
        values["tiles"] = Language.allCases.map { other -> [String: Any] in
            [
                "code": other.rawValue, "name": other.ownName, "direction": other.isRightToLeft ? "rtl" : "ltr",
                "invitation": Catalogue(other).text(ScreenKey.kioskInvitation), "isCurrent": other == language,
            ]
        }
        return page(templates.render(.kiosk, values), in: language)
    }
}

/// What the kiosk's script needs to know: all four languages, so that changing one loses nothing.
private struct KioskScript: Encodable {
    let words: KioskTongue
    let tongues: [KioskTongue]
    let seconds: Int
}

/// The kiosk's words and numbers in one language.
private struct KioskTongue: Encodable {
    private static let keys: [ScreenKey] =
        ScreenKey.allCases.filter { $0.rawValue.hasPrefix("kiosk") } + [
            .waitingPoints, .storedMoney, .giftsOwed, .close, .retry, .refusal, .fault, .stripeReader, .barcodeScanner, .printer, .noDevices, .online,
            .offline, .offlineAdvice, .exampleFigures,
        ]

    let language: Language
    let direction: String
    let club: String
    let words: [String: String]
    let numbers: NumberStyle

    init(_ language: Language, _ programme: Programme) {
        let catalogue = Catalogue(language)
        self.language = language
        direction = language.isRightToLeft ? "rtl" : "ltr"
        club = programme.name.text(in: language)
        words = Dictionary(uniqueKeysWithValues: Self.keys.map { ($0.rawValue, catalogue.text($0)) })
        numbers = NumberStyle(catalogue, currency: programme.currency)
    }
}
