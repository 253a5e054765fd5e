internal import CardFormats
internal import Foundation
internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// What stands at the top of a table. Where a line is wrong, something harmless stands in, so that the rest can be read too.
struct TableHead {
    let id: String
    let name: Wording
    let language: Language
    let source: String
    let calendar: ClubCalendar
    let currency: Currency
    /// Nil where the text has no date.
    let effective: Day?
    let numbers: NumberScheme?

    init(_ root: MapReader, _ figures: Figures) {
        id = root.required("club", "the club's short name, such as km")?.name("the club's short name") ?? ""
        let code = root.required("language", "the language of the published text")?.word(of: Language.allCases.map(\.rawValue))
        language = code.flatMap(Language.init(rawValue:)) ?? .english
        name = root.required("name", "the club's name by language")?.wording(language) ?? Wording([:])
        source = root.required("source", "the published document")?.text("the title of the published document") ?? ""
        calendar = root.required("calendar", "{ dates: iranian, zone: Asia/Tehran }")?.calendar(figures) ?? ClubCalendar(system: .gregorian, zone: .gmt)
        // XXX is ISO 4217's own code for no currency: it stands in beside the fault that is noted.
        currency = root.required("currency", "{ code: IRR, decimals: 0 }")?.currency(figures) ?? Currency(code: "XXX", minorDigits: 2)
        let day = root.required("effective", "the first day on which the table is in force, or unknown where the text has no date")
        effective = day?.node.text == "unknown" ? nil : day?.day(calendar)
        numbers = root.required("cards", "{ prefix: 9…, digits: 16 }")?.numberScheme()
    }
}

extension Field {
    fileprivate func calendar(_ figures: Figures) -> ClubCalendar? {
        guard let map = map("{ dates: iranian, zone: Asia/Tehran }") else { return nil }
        let rule = map.ruleOfUnknown()
        let system = map.required("dates", "iranian or gregorian")?.word(of: ClubCalendar.System.allCases.map(\.rawValue))
        let zone = figures.read(
            map.required("zone", "a time zone, such as Asia/Tehran"), key: "calendar.zone", rule: rule, expects: "the club's time zone, such as Asia/Tehran",
            isNeeded: true
        ) { $0.zone() }
        map.finish()
        return system.flatMap(ClubCalendar.System.init(rawValue:)).map { ClubCalendar(system: $0, zone: zone.value ?? .gmt) }
    }

    private func zone() -> TimeZone? {
        guard let name = text("a time zone") else { return nil }
        guard let zone = TimeZone(identifier: name) else {
            note(.malformed, belongs: "a time zone of the tz database, such as Asia/Tehran")
            return nil
        }
        return zone
    }

    fileprivate func currency(_ figures: Figures) -> Currency? {
        guard let map = map("{ code: IRR, decimals: 0 }") else { return nil }
        let rule = map.ruleOfUnknown()
        let codeField = map.required("code", "an ISO 4217 code, such as IRR")
        guard codeField?.node.text == "unknown" else { return currency(map, codeField) }
        map.finish()
        let expects = "the club's money, such as { code: EUR, decimals: 2 }"
        return figures.read(codeField, key: "currency", rule: rule, expects: expects, isNeeded: true) { field in
            field.map("{ code: EUR, decimals: 2 }").flatMap { field.currency($0, $0.required("code", "an ISO 4217 code, such as EUR")) }
        }.value
    }

    private func currency(_ map: MapReader, _ codeField: Field?) -> Currency? {
        let decimals = map.required("decimals", "decimals of the minor unit, 0 to 4")?.number(in: 0...4, "decimals of the minor unit, 0 to 4")
        map.finish()
        guard let codeField, let code = codeField.text("an ISO 4217 code"), let decimals else { return nil }
        guard code.wholeMatch(of: /[A-Z]{3}/) != nil, code == "XTS" || Locale.Currency(code).isISOCurrency else {
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

extension MapReader {
    /// The question that an unknown of the head belongs to; every unknown has one.
    fileprivate func ruleOfUnknown() -> RuleID? {
        let isUnknown = all.contains { $0.field.node.text == "unknown" }
        let field = isUnknown ? required("rule", "the rule or question that asks for what is unknown here, such as A-X-1") : optional("rule")
        return field?.rule()
    }
}
