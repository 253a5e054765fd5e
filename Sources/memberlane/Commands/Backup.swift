import ArgumentParser
import SQLiteStorage

/// `memberlane backup`.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the database and the key of the printed codes, while tills go on selling.",
        discussion: "The copy is complete when it has its name. It holds members' names and telephone numbers: keep it as carefully as the database.")

    @Option(help: "The database file.")
    var database = "memberlane.sqlite"
    @Option(name: .shortAndLong, help: "The copy to make; the key goes beside it, as FILE.key. Nothing is overwritten.")
    var output: String

    func run() throws {
        try InputFile.demand(database)
        let store = try SQLiteStore(path: database)
        let bar = ProgressBar()
        defer { bar.clear() }
        try SealKeyFile.carry(from: database, to: output) {
            try store.backup(to: output) { bar.show($0, of: $1) }
        }
        try store.close()
        bar.clear()
        print("\(output) is a copy of \(database), with \(SealKeyFile.path(beside: output))")
    }
}
