import Foundation
import LoyaltyModel
import LoyaltyStorage
import SQLiteStorage
import StorageContract
import Synchronization
import Testing

struct SQLiteBackupTests {
    private let bench: SQLiteBench
    private let store: SQLiteStore
    private let target: String

    init() throws {
        bench = try SQLiteBench()
        store = try SQLiteStore(path: bench.path)
        target = bench.folder.appending(path: "backup.sqlite").path
    }

    @Test func `a backup holds everything up to its moment and can be restored`() async throws {
        try await store.write { transaction in
            try transaction.keep(Samples.member("m1", phone: "+981"))
            for turn in 0..<20 { try transaction.appendEarning(of: "m1", key: MoveKey("\(turn)")) }
        }
        let chain = try await LedgerVerifier(store).verify()
        let steps = Mutex(0)
        try store.backup(to: target) { done, total in steps.withLock { $0 = total - done } }
        #expect(steps.withLock { $0 } == 0)
        try await store.write { _ = try $0.appendEarning(of: "m1") }
        let restored = bench.folder.appending(path: "restored.sqlite").path
        try SQLiteStore.restore(from: target, to: restored)
        let copy = try SQLiteStore(path: restored)
        #expect(try await LedgerVerifier(copy).verify() == chain)
        #expect(try await copy.read { try $0.account(of: "m1")?.points } == Points(1200))
        #expect(try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int == 0o600)
    }

    @Test func `a backup overwrites nothing`() throws {
        try Data("here".utf8).write(to: URL(filePath: target))
        #expect(throws: StoreFault.self) { try store.backup(to: target) }
        #expect(throws: StoreFault.self) { try SQLiteStore.restore(from: bench.path, to: target) }
        #expect(try Data(contentsOf: URL(filePath: target)) == Data("here".utf8))
    }

    @Test func `nothing is restored beside the log of an older file`() throws {
        try store.backup(to: target)
        let path = bench.folder.appending(path: "new.sqlite").path
        try Data([1]).write(to: URL(filePath: path + "-wal"))
        #expect(throws: StoreFault.cannotOpen(what: path + "-wal", why: "it exists already, and nothing is overwritten")) {
            try SQLiteStore.restore(from: target, to: path)
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a backup that is no database is refused and leaves nothing behind`() throws {
        try Data(String(repeating: "x", count: 5000).utf8).write(to: URL(filePath: target))
        let path = bench.folder.appending(path: "new.sqlite").path
        #expect(throws: StoreFault.self) { try SQLiteStore.restore(from: target, to: path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).filter { $0.hasPrefix("new") } == [])
    }
}
