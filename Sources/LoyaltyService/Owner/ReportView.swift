import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// A report as the owner's page shows it: tiles or a picture, and every figure in a table.
struct ReportView {
    /// Rows shown on the page; the spreadsheet has all of them.
    private static let mostRows = 100

    private let report: Report
    private let programme: Programme
    private let catalogue: Catalogue

    init(_ report: Report, _ programme: Programme) {
        self.report = report
        self.programme = programme
        catalogue = Catalogue(report.language)
    }

    var values: [String: Any] {
        let isTiles = report.name == .liability
        var values: [String: Any] = [
            "name": report.name.rawValue, "title": report.title, "asTable": catalogue.text(ScreenKey.officeAsTable),
            "spreadsheet": catalogue.text(ScreenKey.officeSpreadsheet), "csv": address("csv"), "asOf": asOf, "version": report.table.rawValue,
            "isEmpty": report.rows.isEmpty, "nothing": catalogue.text(report.name == .missing ? ScreenKey.officeNoneMissing : .officeNothing),
            "isTiles": isTiles, "isTable": !isTiles && !report.rows.isEmpty, "columns": report.columns.map { ["label": $0.label, "isNumber": $0.isNumber] },
            "rows": report.rows.prefix(Self.mostRows).map { row in
                ["cells": zip(report.columns, row).map { ["text": report.text($1), "isNumber": $0.isNumber] }]
            },
        ]
        if let note = report.note { values["note"] = note }
        if report.svg != nil { values["chart"] = address("svg") } else { values["isOpen"] = true }
        if report.rows.count > Self.mostRows { values["rest"] = catalogue.text(ScreenKey.officeRestShown) }
        if report.isExample { values["example"] = catalogue.text(ScreenKey.exampleFigures) }
        return values
    }

    private func address(_ format: String) -> String {
        "/v1/reports/\(report.name.rawValue)?from=\(report.from)&to=\(report.through)&format=\(format)&language=\(report.language.rawValue)"
    }

    /// `As of 28 November 2026, 10:05`, by the club's clock.
    private var asOf: String {
        let minutes = programme.calendar.minutes(of: report.asOf)
        let clock = "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
        return "\(catalogue.text(ScreenKey.officeAsOf)) \(catalogue.format(programme.calendar.day(of: report.asOf))) \(catalogue.number(clock))"
    }
}

extension Report.Column {
    /// Whether its cells are set like numbers.
    fileprivate var isNumber: Bool {
        switch kind {
        case .count, .points, .money, .share, .figure: true
        case .text, .month, .day: false
        }
    }
}
