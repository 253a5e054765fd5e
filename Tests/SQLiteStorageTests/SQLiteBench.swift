import Foundation
import LoyaltyStorage
import SQLiteStorage
import StorageContract

/// A folder of its own for each test, gone with it.
final class SQLiteBench: DurableStoreBench {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "memberlane-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.appending(path: "members.sqlite").path }

    func open() async throws -> any LoyaltyStore { try SQLiteStore(path: path) }

    func reopen(_ store: any LoyaltyStore) async throws -> any LoyaltyStore {
        try (store as? SQLiteStore)?.close()
        return try SQLiteStore(path: path)
    }
}
