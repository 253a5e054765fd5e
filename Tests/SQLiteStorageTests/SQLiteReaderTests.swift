import Foundation
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

@testable import SQLiteStorage

@Suite("A file that is only read")
struct SQLiteReaderTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    @Test func `a reader sees every commit of a writer at work, and holds nobody up`() async throws {
        let store = try SQLiteStore(path: bench.path)
        let reader = try SQLiteReader(path: bench.path)
        for count in 1...3 {
            try await store.write { _ = try $0.appendEarning(of: MemberID("m\(count)")) }
            #expect(try await reader.read { try $0.head()?.record.number } == count)
        }
        try reader.close()
        try store.close()
    }

    @Test func `a file that nobody has open is read, and not changed`() async throws {
        let store = try SQLiteStore(path: bench.path)
        try await store.write { _ = try $0.appendEarning(of: "m1") }
        try store.close()
        let before = try Data(contentsOf: URL(filePath: bench.path))
        let reader = try SQLiteReader(path: bench.path)
        #expect(try await reader.read { try $0.head()?.record.number } == 1)
        try reader.close()
        #expect(try Data(contentsOf: URL(filePath: bench.path)) == before)
    }

    @Test func `a file that is not there is not made`() {
        #expect(throws: StoreFault.cannotOpen(what: bench.path, why: "there is no such file")) { try SQLiteReader(path: bench.path) }
        #expect(!FileManager.default.fileExists(atPath: bench.path))
    }

    @Test func `an empty file is no database yet, and stays as it is`() throws {
        try Data().write(to: URL(filePath: bench.path))
        #expect(throws: StoreFault.self) { try SQLiteReader(path: bench.path) }
        #expect(try Data(contentsOf: URL(filePath: bench.path)).isEmpty)
    }
}
