internal import GRDB
public import LoyaltyStorage

extension SQLiteStore {
    /// Copies the database as it is now to a new file of mode 0600, while tills go on selling. Blocks the calling thread.
    ///
    /// The file is complete and on disk when it has its name. `StoreFault.cannotOpen` when there is a file of that name; `.full`, with nothing
    /// left behind. `progress` is told pages.
    public func backup(to path: String, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(StoreFault) {
        let copy = try SQLiteCopy(path: path)
        do {
            try pool.read { try copy.make(from: $0, progress: progress) }
        } catch {
            throw StoreFault(error)
        }
    }

    /// Makes the database at `path` from a backup. The backup is only read. Whoever restores verifies the journal afterwards.
    ///
    /// `StoreFault.cannotOpen` when there is a database at `path`: it is for the owner to move away. `.newerSchema` for a newer backup.
    public static func restore(
        from backup: String, to path: String, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StoreFault) {
        let copy = try SQLiteCopy(path: path)
        try SQLiteFile.check(backup)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: backup, configuration: configuration)
            try source.read { try copy.make(from: $0, progress: progress) }
        } catch {
            throw .opening(backup, error)
        }
    }
}
