internal import GRDB
internal import Glibc
internal import LoyaltyStorage

/// The file before it is opened: made for its owner alone, and looked at before anything is changed in it.
enum SQLiteFile {
    /// Makes an empty file that only its owner may read and write, unless there is one; an existing file keeps its permissions.
    static func makePrivate(_ path: String) throws(StoreFault) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(what: path, why: String(cString: strerror(errno))) }
        close(descriptor)
    }

    /// Refuses a file of another program and one of a newer schema, having only read it.
    static func check(_ path: String) throws(StoreFault) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            let file = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? file.close() }
            try file.read { db in
                let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
                guard tables > 0 else { return }
                guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.application else {
                    throw StoreFault.cannotOpen(what: path, why: "it is a database of another program")
                }
                let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                if found > Schema.version { throw StoreFault.newerSchema(found: found, known: Schema.version) }
            }
        } catch {
            throw .opening(path, error)
        }
    }

    /// Puts what a file holds on disk.
    static func sync(_ path: String) throws(StoreFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(what: path, why: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failed("the file could not be written: \(String(cString: strerror(errno)))") }
    }

    /// Puts a new name in a folder on disk.
    static func syncFolder(of path: String) throws(StoreFault) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotOpen(what: folder, why: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failed("the folder could not be written: \(String(cString: strerror(errno)))") }
    }
}
