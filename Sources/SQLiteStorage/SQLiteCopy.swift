internal import GRDB
internal import Glibc
internal import LoyaltyStorage

/// A copy of a database file as it was at one moment: complete under its name, or not there.
struct SQLiteCopy {
    /// Where the copy will be.
    let path: String

    /// A copy to be made at `path`; `StoreFault.cannotOpen` when something is there already.
    ///
    /// A log that an older file of this name left behind counts: SQLite might play it into the copy.
    init(path: String) throws(StoreFault) {
        for name in [path, path + "-wal", path + "-journal"] where access(name, F_OK) == 0 {
            throw .cannotOpen(what: name, why: "it exists already, and nothing is overwritten")
        }
        self.path = path
    }

    /// Copies all pages inside the reader's transaction, so that writers neither wait nor disturb; then gives the copy its name.
    func make(from db: Database, progress: @escaping (_ done: Int, _ total: Int) -> Void) throws(StoreFault) {
        let part = path + ".part"
        unlink(part)
        defer { unlink(part) }
        try SQLiteFile.makePrivate(part)
        do {
            let target = try DatabaseQueue(path: part)
            try target.writeWithoutTransaction { copy in
                try db.backup(to: copy, pagesPerStep: 1024) { progress($0.completedPageCount, $0.totalPageCount) }
            }
            try target.close()
        } catch {
            throw .opening(path, error)
        }
        guard link(part, path) == 0 else { throw .cannotOpen(what: path, why: String(cString: strerror(errno))) }
        try SQLiteFile.syncFolder(of: path)
    }
}
