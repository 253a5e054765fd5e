import ArgumentParser
import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyService
import LoyaltyStorage
import LoyaltyWording
import ProgramTables
import SQLiteStorage

/// `memberlane rehearse`: what a table would change, before it is published.
struct Rehearse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a new table would change: over a database on the day it is published, or over a history of events.",
        discussion: """
            Over a database, facts stay what they are: prices and points of money spent are those of the sale. Thresholds, points for joining, profile \
            and introductions, deductions, gifts and cards follow the new table. The database is only read, and a running service goes on selling.
            Over a history, both tables run it from the start: what last year would have come to.
            """)

    @Option(help: "The table as it is: a shipped one's name, such as km, or a file.")
    var from: String
    @Option(help: "The table as it would be: a shipped one's name or a file.")
    var to: String
    @Option(help: "The settings with the old table: a file or shipped example settings.")
    var fromSettings: String?
    @Option(help: "The settings with the new table.")
    var toSettings: String?
    @Option(help: "The database file whose members are compared; it is only read.")
    var database: String?
    @Option(help: "Events to run under both tables, one JSON object a line, in order of time; - for standard input.")
    var replay: String?
    @Option(help: "The moment to compare at, RFC 3339; now, or with --replay the last event, when absent.")
    var at: Instant?
    @Option(help: "How many members to name who gain most, and as many who lose most.")
    var most = 10
    @Option(help: "Write a chart of the members by tier, SVG.")
    var chart: String?
    @Option(help: "en, fa, zh or ru; the club's own language when absent.")
    var language: Language?
    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (database == nil) != (replay == nil) else { throw ValidationError("name either --database or --replay") }
        guard most >= 0 else { throw ValidationError("--most is 0 or more, not \(most)") }
    }

    func run() async throws {
        let old = try ProgramTables.load(from, settings: fromSettings)
        let new = try ProgramTables.load(to, settings: toSettings)
        if let database {
            try await rehearse(old, new, over: database)
        } else if let replay {
            try await rehearse(old, new, history: replay)
        }
    }

    private func rehearse(_ old: Programme, _ new: Programme, over path: String) async throws {
        _ = try RehearsedTables(old: ProgrammeBook(current: old), new: ProgrammeBook(current: new))
        let store = try SQLiteReader(path: path)
        let (published, last) = try await store.read { (try $0.publishedProgrammes(), try $0.head()?.record.at) }
        try OtherClub.refuse(published, for: new)
        if let at, let last, at < last { throw PastMoment(wanted: at, known: last) }
        if !published.contains(where: { $0.version == old.version }) {
            let known = published.map(\.version.rawValue).joined(separator: ", ")
            Complaint.write("note: \(old.version) was never in force in this database\(known.isEmpty ? "" : "; there were \(known)")")
        }
        let tables = try RehearsedTables(
            old: ProgrammeBook(current: old, published: published), new: ProgrammeBook(current: new, published: published))
        let bar = ProgressBar()
        let result = try await DatabaseRehearser(store: store, tables: tables, at: at ?? .now(), most: most).run { bar.show($0, of: $1) }
        bar.clear()
        try store.close()
        try publish(result, result.chart(tables, language: tongue(new)), tables) { $0.write(result) }
    }

    private func rehearse(_ old: Programme, _ new: Programme, history path: String) async throws {
        let tables = try RehearsedTables(old: ProgrammeBook(current: old), new: ProgrammeBook(current: new))
        let lines = try InputFile.lines(path)
        let bar = ProgressBar()
        do {
            let result = try await ReplayRehearser(tables: tables, most: most).run(lines, at: at) { bar.show($0, of: $1) }
            bar.clear()
            try publish(result, result.chart(tables, language: tongue(new)), tables) { $0.write(result) }
        } catch let fault as ReplayFault {
            bar.clear()
            Complaint(fault).write()
            throw ExitCode(2)
        }
    }

    private func publish(_ answer: some Encodable, _ picture: BarChart, _ tables: RehearsedTables, _ write: (inout RehearsalSheet) -> Void) throws {
        if let chart { try InputFile.write(Array(picture.svg.utf8), to: chart) }
        if json { return try JSONOutput.print(answer) }
        var sheet = RehearsalSheet(tables, language: tongue(tables.new.current))
        write(&sheet)
        print(sheet.text)
    }

    private func tongue(_ programme: Programme) -> Language { language ?? programme.language }
}
