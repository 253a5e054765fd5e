internal import Foundation
internal import GRDB
internal import Glibc
internal import LoyaltyStorage

/// The file of a history while it is being told: under another name, and on disk only in the end.
struct HistoryDraft {
    let file: DatabaseQueue
    private let path: String
    private let part: String
    /// What keeps other writers from breaking the journal; they come after the history.
    private let guards: [(name: String, sql: String)]

    /// Begins a file with mode 0600 that `finish` will give the name `path`. `StoreFault.cannotOpen` when there is one of that name already.
    init(path: String) throws(StoreFault) {
        guard !FileManager.default.fileExists(atPath: path) else { throw .cannotOpen(what: path, why: "a history is told to a new file") }
        self.path = path
        part = path + ".part"
        unlink(part)
        try SQLiteFile.makePrivate(part)
        do {
            var configuration = SQLiteStore.configuration(patience: 5)
            // A commit is gathered over many calls.
            configuration.allowsUnsafeTransactions = true
            // Nobody else opens it, and what is torn off before its end is told again from the beginning: 256 MB of pages, and nothing waits for the disk.
            configuration.foreignKeysEnabled = false
            configuration.prepareDatabase { db in
                try db.execute(
                    sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144")
            }
            file = try DatabaseQueue(path: part, configuration: configuration)
            try Schema.migrator.migrate(file)
            guards = try file.writeWithoutTransaction { db in
                let guards = try Schema.guards(in: db)
                for guarding in guards { try db.execute(sql: "DROP TRIGGER \(guarding.name)") }
                return guards
            }
        } catch {
            throw .opening(path, error)
        }
    }

    /// Closes the file, puts it on disk and gives it its name.
    func finish() throws(StoreFault) {
        do {
            try file.writeWithoutTransaction { db in for guarding in guards { try db.execute(sql: guarding.sql) } }
            try file.close()
        } catch {
            throw StoreFault(error)
        }
        try SQLiteFile.sync(part)
        guard link(part, path) == 0 else { throw .cannotOpen(what: path, why: String(cString: strerror(errno))) }
        unlink(part)
        try SQLiteFile.syncFolder(of: path)
    }
}
