import LoyaltyModel
import LoyaltyRules
import LoyaltyWording

/// What every report is made with: its days, its words, and the figures of the journal.
struct ReportSheet {
    let name: ReportName
    let from: Day
    let through: Day
    let context: DeskContext
    let programme: Programme
    let speech: Speech

    /// The months that the days touch.
    var months: [ClubMonth] { ClubMonth.months(from: from, through: through, in: programme.calendar) }

    func label(_ key: ScreenKey) -> String { speech.catalogue.text(key) }

    func holds(_ instant: Instant) -> Bool { (from...through).contains(programme.calendar.day(of: instant)) }

    func report(_ title: ScreenKey, _ note: Phrase?, _ columns: [Report.Column], _ rows: [[Report.Cell]]) -> Report {
        Report(
            name: name, title: label(title), note: note.map { speech($0) }, asOf: context.at, table: programme.version, isExample: programme.isExample,
            from: from, through: through, currency: programme.currency, language: context.language, columns: columns, rows: rows)
    }

    func column(_ key: String, _ label: ScreenKey, _ kind: Report.Column.Kind) -> Report.Column { Report.Column(key, self.label(label), kind) }
}
