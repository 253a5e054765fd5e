import Foundation
import ProgramRunner
import Testing

@Suite("Bad starts")
struct BadStartTests {
    private let folder: ScratchFolder
    private let database: String

    init() throws {
        folder = try ScratchFolder()
        database = folder.path("shop.sqlite")
    }

    private func serve(_ programme: String = "km", _ more: String...) async throws -> Outcome {
        try await ProgramUnderTest.run(
            ["serve", "--programme", programme, "--database", database, "--virtual-devices", "--listen", "127.0.0.1:0"] + more)
    }

    /// A database that a service has opened and closed again.
    private func openAndClose() async throws {
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        #expect(try await service.client.get("/v1/health").status == 200)
        #expect(await service.stop() == 0)
    }

    /// Everything in the folder, by name.
    private func files() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.bytes($0)) })
    }

    @Test func `a port that is in use is named, and another proposed`() async throws {
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        let second = try await ProgramUnderTest.run(
            "serve", "--programme", "km", "--database", folder.path("second.sqlite"), "--virtual-devices", "--listen", "127.0.0.1:\(service.port)")
        #expect(second.status == 1 && second.output.isEmpty && second.namesProblemThenHint)
        #expect(second.complaint.contains("already listens at 127.0.0.1:\(service.port)"))
        #expect(second.complaint.contains("--listen 127.0.0.1:"))
        #expect(try await service.client.get("/v1/health").status == 200)
        #expect(await service.stop() == 0)
    }

    @Test(arguments: ["0.0.0.0:8484", "[::]:8484", "192.168.0.10:8484", "till.example:8484"])
    func `a service is opened to other computers with TLS or by the owner's word alone, and refused before anything is made`(address: String) async throws {
        let outcome = try await serve("km", "--listen", address)
        #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.namesProblemThenHint)
        #expect(outcome.complaint.contains("at \(address) other computers could reach the service"))
        #expect(outcome.complaint.contains("--certificate FILE --key FILE") && outcome.complaint.contains("--plain-behind-proxy"))
        #expect(try files().isEmpty)
    }

    @Test(arguments: ["8484", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", ":8484", "127.0.0.1:-1"])
    func `what is no address is refused before anything is made`(address: String) async throws {
        let outcome = try await serve("km", "--listen=\(address)")
        #expect([1, 2].contains(outcome.status) && outcome.output.isEmpty && outcome.namesProblemThenHint)
        #expect(outcome.complaint.contains("“\(address)”"))
        #expect(try files().isEmpty)
    }

    @Test func `a database of a newer schema is left as it is`() async throws {
        try await openAndClose()
        try await DatabaseHand.run("PRAGMA user_version = 99", on: database)
        let before = try folder.bytes("shop.sqlite")
        let outcome = try await serve()
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint)
        #expect(outcome.complaint.contains("schema 99"))
        #expect(try folder.bytes("shop.sqlite") == before)
        let verified = try await ProgramUnderTest.run("ledger", "verify", "--database", database)
        #expect(verified.status == 1 && verified.complaint.contains("schema 99"))
        #expect(try folder.bytes("shop.sqlite") == before)
    }

    @Test func `after an orderly end the one file holds everything`() async throws {
        try await openAndClose()
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: database, toPath: copy)
        let copied = try await ProgramUnderTest.run("ledger", "verify", "--database", copy, "--json")
        #expect(try await records() == copied.json)
        #expect(try Set(files().keys.filter { $0.hasPrefix("shop") }) == ["shop.sqlite", "shop.sqlite.key"])
    }

    @Test func `a database of another club is left as it is, and both clubs are named`() async throws {
        try await openAndClose()
        let before = try await records()
        let outcome = try await serve("sh", "--settings", "sh.example")
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint)
        #expect(outcome.complaint.contains("“km ") && outcome.complaint.contains("“sh”"))
        #expect(try await records() == before)
        try await openAndClose()
    }

    @Test func `a file that is no database is left as it is`() async throws {
        let notes = "Not a database, but a till's notes, long enough to be mistaken for one.\n"
        _ = try folder.write(String(repeating: notes, count: 100), to: "shop.sqlite")
        let before = try folder.bytes("shop.sqlite")
        let outcome = try await serve()
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint)
        #expect(try folder.bytes("shop.sqlite") == before)
    }

    @Test func `a database in a folder that is not there is named`() async throws {
        let path = folder.path("nowhere/shop.sqlite")
        let outcome = try await ProgramUnderTest.run("serve", "--programme", "km", "--database", path, "--virtual-devices", "--listen", "127.0.0.1:0")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains(path))
    }

    @Test func `a programme with figures that no text publishes does not go live, and each is named with its rule`() async throws {
        let outcome = try await serve("sh")
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.namesProblemThenHint)
        for figure in [
            "stored.rate (SH-01)", "stored.max_balance (SH-01)", "tier.silver.points (SH-05)", "tier.gold.points (SH-05)", "discount.extra (SH-09)",
            "holidays (SH-09)", "earn.spend.rate (SH-10)", "gifts (SH-11)", "gift.max_price (SH-12)", "referral.reversal_days (SH-05)",
        ] { #expect(outcome.complaint.contains(figure)) }
        let started = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        #expect(await started.stop() == 0, "the refused programme has left nothing behind")
    }

    @Test func `with the owner's figures it goes live, and examples are called so`() async throws {
        let service = try await RunningService(
            ["--programme", "sh", "--settings", "sh.example", "--database", database, "--virtual-devices"])
        let health = try await service.client.get("/v1/health").json
        #expect(health.status == "ok" && health.programme == "sh" && health.example_figures == true)
        let anonymous = try await service.client.post(
            "/v1/sales", #"{"ticket":"T1","lines":[{"id":"1","category":"shoes","quantity":1,"unit_price":20000}]}"#)
        #expect(anonymous.status == 201 && anonymous.json.total == 20000)
        #expect(await service.stop() == 0)
    }

    @Test func `a table that is not there is named`() async throws {
        let outcome = try await serve("nowhere.yaml")
        #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.complaint.contains("nowhere.yaml:1:1: cannot be read"))
        #expect(try files().isEmpty)
    }

    private func records() async throws -> JSONValue {
        let verified = try await ProgramUnderTest.run("ledger", "verify", "--database", database, "--json")
        #expect(verified.status == 0)
        return try verified.json
    }
}
