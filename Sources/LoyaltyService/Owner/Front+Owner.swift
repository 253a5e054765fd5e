import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// The owner's page: a frame at once, each report when it is ready.
extension Front {
    private static let business: [ReportName] = [.liability, .members, .points, .deposits, .discounts, .cardJobs, .greetings]
    private static let lens: [ReportName] = [.busyCards, .cardEntries, .cashiersCards, .houseCards, .paidBack]
    private static let rules: [ReportName] = [.missing, .choices]

    func ownerPage(_ asking: Asking) async throws -> Response {
        let language = pageLanguage(asking)
        let catalogue = Catalogue(language)
        let months = asking.query("months").flatMap { Int($0) }.flatMap { [3, 12, 24].contains($0) ? $0 : nil } ?? 12
        let today = programme.calendar.day(of: asking.at)
        let from = ClubMonth(of: programme.calendar.adding(months: 1 - months, to: today), in: programme.calendar).first
        var values = try values(for: language, script: OwnerScript(words: PageWords(language, currency: programme.currency), from: from, to: today))
        let offered = Self.business.filter { $0 != .deposits || programme.storedValue != nil }
        values["groups"] = [(ScreenKey.officeBusiness, offered), (.officeLens, Self.lens)].map { title, names -> [String: Any] in
            ["title": catalogue.text(title), "reports": names.map(\.rawValue)]
        }
        values["rules"] = Self.rules.map(\.rawValue)
        values["periods"] = [(3, ScreenKey.officeThreeMonths), (12, .officeYear), (24, .officeTwoYears)].map { count, label -> [String: Any] in
            ["months": count, "label": catalogue.text(label), "isCurrent": count == months]
        }
        values["version"] = programme.version.rawValue
        values["sheet"] = tables?.sheet(in: language)
        values["noteRehearsal"] = catalogue.text(Phrase(.noteRehearsal))
        return page(templates.render(.owner, values), in: language)
    }

    /// One report, as the page shows it.
    func ownerReport(_ asking: Asking) async throws -> Response {
        let language = pageLanguage(asking)
        let report = try await report(asking, in: language)
        return page(templates.render(.report, ReportView(report, programme).values), in: language)
    }

    /// What a table would change, as the page shows it.
    func ownerRehearsal(_ asking: Asking) async throws -> Response {
        let language = pageLanguage(asking)
        let (objections, rehearsal, tables) = try await rehearsal(asking)
        var values = RehearsalView.values(of: objections, language)
        if let rehearsal, let tables { values = RehearsalView(rehearsal, tables, language).values }
        return page(templates.render(.rehearsal, values), in: language)
    }
}

/// What the owner's script needs to know.
private struct OwnerScript: Encodable {
    let words: PageWords
    let from: Day
    let to: Day
}
