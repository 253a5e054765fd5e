internal import CardFormats
internal import Foundation
internal import LoyaltyModel
internal import LoyaltyRules

/// What stands at the top of a table. Where a line is wrong, something harmless stands in, so that the rest can be read too.
struct TableHead {
    let id: String
    let name: Wording
    let language: Language
    let source: String
    let calendar: ClubCalendar
    let currency: Currency
    let effective: Day
    let numbers: NumberScheme?

    init(_ root: MapReader) {
        id = root.required("club", "the club's short name, such as km")?.name("the club's short name") ?? ""
        let code = root.required("language", "the language of the published text")?.word(of: Language.allCases.map(\.rawValue))
        language = code.flatMap(Language.init(rawValue:)) ?? .english
        name = root.required("name", "the club's name by language")?.wording(language) ?? Wording([:])
        source = root.required("source", "the published document")?.text("the title of the published document") ?? ""
        calendar = root.required("calendar", "{ dates: iranian, zone: Asia/Tehran }")?.calendar() ?? ClubCalendar(system: .gregorian, zone: .gmt)
        currency = root.required("currency", "{ code: IRR, decimals: 0 }")?.currency() ?? Currency(code: "XXX", minorDigits: 2)
        effective = root.required("effective", "the first day on which the table is in force")?.day(calendar) ?? Day(serial: 0)
        numbers = root.required("cards", "{ prefix: 9…, digits: 16 }")?.numberScheme()
    }
}

extension Field {
    fileprivate func calendar() -> ClubCalendar? {
        guard let map = map("{ dates: iranian, zone: Asia/Tehran }") else { return nil }
        let system = map.required("dates", "iranian or gregorian")?.word(of: ClubCalendar.System.allCases.map(\.rawValue))
        let zoneField = map.required("zone", "a time zone, such as Asia/Tehran")
        map.finish()
        guard let system = system.flatMap(ClubCalendar.System.init(rawValue:)), let zoneField, let name = zoneField.text("a time zone") else { return nil }
        guard let zone = TimeZone(identifier: name) else {
            zoneField.note(.malformed, belongs: "a time zone of the tz database, such as Asia/Tehran")
            return nil
        }
        return ClubCalendar(system: system, zone: zone)
    }

    fileprivate func currency() -> Currency? {
        guard let map = map("{ code: IRR, decimals: 0 }") else { return nil }
        let codeField = map.required("code", "an ISO 4217 code, such as IRR")
        let decimals = map.required("decimals", "decimals of the minor unit, 0 to 4")?.number(in: 0...4, "decimals of the minor unit, 0 to 4")
        map.finish()
        guard let codeField, let code = codeField.text("an ISO 4217 code"), let decimals else { return nil }
        guard code.wholeMatch(of: /[A-Z]{3}/) != nil else {
            codeField.note(.malformed, belongs: "an ISO 4217 code of three capital letters, such as IRR")
            return nil
        }
        return Currency(code: code, minorDigits: decimals)
    }

    fileprivate func numberScheme() -> NumberScheme? {
        guard let map = map("{ prefix: 9…, digits: 16 }") else { return nil }
        let prefixField = map.required("prefix", "the leading digits, beginning with 9")
        let digits = map.required("digits", "all digits of a number, 12 to 19")?.number(in: 12...19, "all digits of a number, 12 to 19")
        map.finish()
        guard let prefixField, let prefix = prefixField.text("the leading digits"), let digits else { return nil }
        do {
            _ = try CardRanges([CardRange(prefix: prefix, lengths: digits...digits)])
        } catch {
            prefixField.note(.cardNumbers, belongs: "a prefix beginning with 9, which ISO/IEC 7812 leaves to national use", found: error.errorDescription)
            return nil
        }
        guard let scheme = NumberScheme(prefix: prefix, length: digits) else {
            prefixField.note(.cardNumbers, belongs: "a prefix beginning with 9 that leaves six digits and more for the serial, before the check digit")
            return nil
        }
        return scheme
    }
}
