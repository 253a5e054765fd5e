import Foundation
import ProgramRunner
import Testing

@Suite("memberlane ledger verify")
struct LedgerTests {
    private let folder: ScratchFolder
    private let database: String

    /// A journal of five records: the programme goes live, the till has access, A joins, buys three cars, returns one.
    init() async throws {
        folder = try ScratchFolder()
        database = folder.path("shop.sqlite")
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        let client = service.client
        #expect(try await client.post("/v1/members", #"{"member":"A","name":"A. B."}"#).status == 201)
        #expect(try await client.post("/v1/sales", #"{"ticket":"T1","member":"A","lines":[\#(cars(3))]}"#).status == 201)
        #expect(try await client.post("/v1/sales/T1/returns", #"{"lines":[{"id":"1","quantity":1}]}"#, key: "r").status == 201)
        #expect(await service.stop() == 0)
    }

    private func verify(_ more: String...) async throws -> Outcome {
        try await ProgramUnderTest.run(["ledger", "verify", "--database", database] + more)
    }

    @Test func `a whole journal is said to be whole, with its length and its last seal`() async throws {
        let outcome = try await verify()
        #expect(outcome.status == 0 && outcome.complaint.isEmpty && outcome.output.contains("5 records"))
        let answer = try await verify("--json")
        #expect(answer.status == 0)
        let seal = try #require(try answer.json.seal.string)
        #expect(try answer.json.records == 5 && seal.count == 64)
        #expect(outcome.output.contains(seal.prefix(16)))
    }

    @Test(arguments: [
        ("a record whose content was altered", [#"UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), '"T1"', '"T2"') AS BLOB) WHERE number = 4"#], 4),
        ("a record that is none any more", ["UPDATE record SET bytes = substr(bytes, 2) WHERE number = 4"], 4),
        ("a record whose seal was altered", ["UPDATE record SET seal = zeroblob(32) WHERE number = 2"], 2),
        ("a record sealed anew but not those behind it", ["UPDATE record SET seal = randomblob(32) WHERE number = 3"], 3),
        ("a record that was taken out", ["DELETE FROM record WHERE number = 2"], 2),
        ("a first record that was taken out", ["DELETE FROM record WHERE number = 1"], 1),
        (
            "two records that changed places",
            [
                "UPDATE record SET number = 99 WHERE number = 2", "UPDATE record SET number = 2 WHERE number = 3",
                "UPDATE record SET number = 3 WHERE number = 99",
            ], 2
        ),
        ("a record whose time was altered beside the sealed one", ["UPDATE record SET at = at + 1 WHERE number = 3"], 3),
    ])
    func `it finds`(deed: String, statements: [String], record: Int) async throws {
        try await unlock()
        for statement in statements { try await DatabaseHand.run(statement, on: database) }
        for more in [[], ["--json"]] {
            let outcome = try await ProgramUnderTest.run(["ledger", "verify", "--database", database] + more)
            #expect(outcome.status == 1 && outcome.namesProblemThenHint, "\(deed): \(outcome)")
            #expect(outcome.complaint.contains("at record \(record)\n"), "\(deed): \(outcome.complaint)")
            if !more.isEmpty { #expect(try outcome.json.record == .number(record) && outcome.json.whole == .bool(false), "\(deed): \(outcome.output)") }
        }
    }

    @Test func `a balance that was altered is found, by its member`() async throws {
        try await unlock()
        try await DatabaseHand.run("UPDATE entry SET moves = json_set(moves, '$[0][4]', 1000) WHERE member = 'A'", on: database)
        let outcome = try await verify()
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("member A "))
    }

    @Test func `nothing can be altered or taken out as long as the journal's guards stand`() async throws {
        for statement in [
            "UPDATE record SET seal = zeroblob(32)", "DELETE FROM record", "UPDATE entry SET moves = '[]'", "DELETE FROM entry",
            "INSERT INTO record (number, at, bytes, seal) VALUES (9, 0, x'', x'')",
        ] {
            await #expect(throws: TestFault.self) { try await DatabaseHand.run(statement, on: database) }
        }
        #expect(try await verify().status == 0)
    }

    @Test func `the check that the page on the journal prints finds what verify finds`() async throws {
        let page = URL(fileURLWithPath: #filePath).appending(path: "../../../Sources/LoyaltyService/Documentation.docc/Journal.md").standardized
        let parts = try String(contentsOf: page, encoding: .utf8).split(separator: "```")
        let script = try #require(parts.first { $0.hasPrefix("python\n") }?.dropFirst("python\n".count))
        let whole = try await DatabaseHand.run(script: String(script), on: database)
        let seal = try #require(try await verify("--json").json.seal.string)
        #expect(whole.status == 0 && whole.output == "5 \(seal)\n")
        try await unlock()
        try await DatabaseHand.run("UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"A\"', '\"B\"') AS BLOB) WHERE number = 4", on: database)
        let broken = try await DatabaseHand.run(script: String(script), on: database)
        #expect(broken.status == 1 && broken.complaint == "the chain breaks at record 4\n")
    }

    @Test func `a database that is not there is not made`() async throws {
        let path = folder.path("nowhere.sqlite")
        let outcome = try await ProgramUnderTest.run("ledger", "verify", "--database", path)
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains(path))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    private func unlock() async throws {
        for trigger in ["record_follows", "record_stays", "record_remains", "entry_follows", "entry_stays", "entry_remains"] {
            try await DatabaseHand.run("DROP TRIGGER \(trigger)", on: database)
        }
    }
}
