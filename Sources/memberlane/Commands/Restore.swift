import ArgumentParser
import LoyaltyStorage
import SQLiteStorage

/// `memberlane restore`.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes the database anew from a backup, and walks its journal.",
        discussion: "The backup is only read. An existing database is never overwritten.")

    @Argument(help: "The backup, with its key beside it as FILE.key.")
    var backup: String
    @Option(help: "The database file to make.")
    var database = "memberlane.sqlite"

    func run() async throws {
        try InputFile.demand(backup)
        let bar = ProgressBar()
        defer { bar.clear() }
        try SealKeyFile.carry(from: backup, to: database) {
            try SQLiteStore.restore(from: backup, to: database) { bar.show($0, of: $1) }
        }
        let store = try SQLiteStore(path: database)
        let chain = try await LedgerVerifier(store).verify { bar.show($0.links, of: $0.allLinks) }
        try store.close()
        bar.clear()
        print("\(database) is restored, and its journal is whole: \(chain.length) records")
    }
}
