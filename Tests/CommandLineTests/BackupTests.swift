import Foundation
import ProgramRunner
import Testing

@Suite("memberlane backup and restore")
struct BackupTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// A shop with one member, whose service still runs.
    private func openShop() async throws -> RunningService {
        let service = try await RunningService(["--programme", "km", "--database", folder.path("shop.sqlite"), "--virtual-devices"])
        #expect(try await service.client.post("/v1/members", #"{"member":"A","name":"A. B."}"#).status == 201)
        return service
    }

    private func run(_ arguments: String...) async throws -> Outcome { try await ProgramUnderTest.run(arguments) }

    private func text(_ name: String) throws -> String { try String(contentsOfFile: folder.path(name), encoding: .utf8) }

    @Test func `a running shop is copied with its key, lost, and made anew`() async throws {
        let shop = try await openShop()
        let copied = try await run("backup", "--database", folder.path("shop.sqlite"), "-o", folder.path("copy.sqlite"))
        #expect(copied.status == 0 && copied.complaint.isEmpty, "\(copied)")
        #expect(try text("copy.sqlite.key") == text("shop.sqlite.key"))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("copy.sqlite.key"))[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(try await shop.client.post("/v1/members", #"{"member":"B","name":"B. C."}"#).status == 201)
        #expect(await shop.stop() == 0)

        let restored = try await run("restore", folder.path("copy.sqlite"), "--database", folder.path("anew.sqlite"))
        #expect(restored.status == 0 && restored.output.contains("3 records"), "\(restored)")
        let again = try await RunningService(["--programme", "km", "--database", folder.path("anew.sqlite"), "--virtual-devices"])
        #expect(try await again.client.get("/v1/members/A").status == 200)
        #expect(try await again.client.get("/v1/members/B").status == 404)
        #expect(await again.stop() == 0)
    }

    @Test func `nothing is overwritten, and what is refused leaves nothing behind`() async throws {
        let shop = try await openShop()
        #expect(await shop.stop() == 0)
        let key = try text("shop.sqlite.key")
        for refused in [
            try await run("backup", "--database", folder.path("shop.sqlite"), "-o", folder.path("shop.sqlite")),
            try await run("restore", folder.path("shop.sqlite"), "--database", folder.path("shop.sqlite")),
            try await run("backup", "--database", folder.path("none.sqlite"), "-o", folder.path("copy.sqlite")),
            try await run("restore", folder.path("none.sqlite"), "--database", folder.path("copy.sqlite")),
            try await run("backup", "--database", folder.path("shop.sqlite"), "-o", folder.path("no/folder/copy.sqlite")),
        ] { #expect(refused.status == 1 && refused.namesProblemThenHint, "\(refused)") }
        #expect(try text("shop.sqlite.key") == key)
        #expect(!FileManager.default.fileExists(atPath: folder.path("copy.sqlite")) && !FileManager.default.fileExists(atPath: folder.path("copy.sqlite.key")))
    }

    @Test func `a backup that was altered is not passed off as whole`() async throws {
        let shop = try await openShop()
        #expect(await shop.stop() == 0)
        #expect(try await run("backup", "--database", folder.path("shop.sqlite"), "-o", folder.path("copy.sqlite")).status == 0)
        try await DatabaseHand.run(
            "DROP TRIGGER record_stays", "UPDATE record SET seal = zeroblob(32) WHERE number = 2", on: folder.path("copy.sqlite"))
        let refused = try await run("restore", folder.path("copy.sqlite"), "--database", folder.path("anew.sqlite"))
        #expect(refused.status == 1 && refused.complaint.contains("at record 2"), "\(refused)")
    }
}
