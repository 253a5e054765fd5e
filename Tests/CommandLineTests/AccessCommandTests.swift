import Foundation
import ProgramRunner
import Testing

@Suite("memberlane access")
struct AccessCommandTests {
    private let folder: ScratchFolder
    private let database: String

    init() throws {
        folder = try ScratchFolder()
        database = folder.path("shop.sqlite")
    }

    private func access(_ arguments: String..., input: String? = nil) async throws -> Outcome {
        try await ProgramUnderTest.run(["access"] + arguments + ["--database", database], input: input)
    }

    @Test func `a machine's token is printed once, and the list has it no more`() async throws {
        let added = try await access("add", "--role", "till", "--name", "Till 1")
        #expect(added.status == 0 && added.complaint.isEmpty)
        let token = String(try #require(added.output.firstMatch(of: /ml_[0-9a-z]{8}_[0-9a-z]{60}/)?.0))
        #expect(added.output.hasPrefix("Till 1 is let in as till, access \(token.dropFirst(3).prefix(8)).\n"))
        let listed = try await access("list")
        #expect(listed.status == 0 && listed.output.contains("till, at the till  Till 1  (token)  never used"))
        #expect(!listed.output.contains(token.suffix(60)))
        let json = try await access("list", "--json").json
        #expect(json.access[0].role == "till" && json.access[0].place == "till" && json.access[0].signs_in_by[0] == "token")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        for file in files { #expect(try !folder.bytes(file).contains(Array(token.suffix(60).utf8)), "\(file)") }
    }

    @Test func `a person's PIN comes on standard input, in digits of any script, and is refused where everybody would try it first`() async throws {
        let added = try await access("add", "--role", "manager", "--name", "Mina", "--pin-from-stdin", "--json", input: "۴۹۵۱\n")
        #expect(try added.status == 0 && added.json.role == "manager" && added.json.signs_in_by[0] == "pin")
        #expect(!added.output.contains("token\""))
        for (pin, words) in [("1234\n", "first that anybody would try"), ("12\n", "4 to 8 digits"), ("", "4 to 8 digits")] {
            let easy = try await access("add", "--role", "cashier", "--name", "Ali", "--pin-from-stdin", input: pin)
            #expect(easy.status == 1 && easy.namesProblemThenHint && easy.complaint.contains(words), "\(easy)")
        }
        let again = try await access("add", "--role", "cashier", "--name", "Mina", "--pin-from-stdin", input: "7082\n")
        #expect(again.status == 1 && again.namesProblemThenHint && again.complaint.contains("Somebody of this name"))
    }

    @Test func `a token that is revoked is let in no more by a running service`() async throws {
        let service = try await RunningService(["--programme", "km", "--database", database, "--virtual-devices"])
        let till = try await access("add", "--role", "till", "--name", "Till 1", "--json").json
        let token = ["Authorization": "Bearer \(try #require(till.token.string))"]
        #expect(try await service.client.send("GET", "/v1/devices", headers: token).status == 200)
        #expect(try await service.client.send("GET", "/v1/devices", headers: ["Authorization": "Bearer x"]).status == 401)
        let revoked = try await access("revoke", try #require(till.access.string))
        #expect(revoked.status == 0 && revoked.output.hasSuffix("is let in no more.\n"))
        // What the service remembers of a caller is a second old at most.
        let begun = ContinuousClock.now
        while try await service.client.send("GET", "/v1/devices", headers: token).status == 200 {
            try #require(ContinuousClock.now - begun < .seconds(30), "the token is still let in")
        }
        #expect(try await access("list").output.contains("revoked 20"))
        #expect(await service.stop() == 0)
    }

    @Test func `what is not there is named`() async throws {
        for command in [["list"], ["revoke", "x"]] {
            let outcome = try await ProgramUnderTest.run(["access"] + command + ["--database", database])
            #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("there is no such file"))
        }
        #expect(!FileManager.default.fileExists(atPath: database))
        _ = try await access("add", "--role", "till", "--name", "Till 1")
        let nobody = try await access("revoke", "x")
        #expect(nobody.status == 1 && nobody.namesProblemThenHint && nobody.complaint.contains("Nobody of this name has access."))
    }

    @Test func `a certificate that cannot be used is named, with the way out`() async throws {
        let serve = ["serve", "--programme", "km", "--database", database, "--virtual-devices", "--listen", "127.0.0.1:0"]
        let rubbish = try folder.write("no certificate", to: "c.pem")
        for (options, words) in [
            (["--certificate", rubbish, "--key", rubbish], "it is no PEM file of that kind"), (["--certificate", rubbish], "needed together"),
            (["--certificate", folder.path("nowhere"), "--key", rubbish], "there is no such file"),
        ] {
            let outcome = try await ProgramUnderTest.run(serve + options)
            #expect(outcome.status == 2 && outcome.namesProblemThenHint && outcome.complaint.contains(words), "\(outcome)")
        }
    }

    @Test(arguments: ["0s", "10", "m", "-5m", "10d"]) func `a span of time is a number with its unit`(span: String) async throws {
        let outcome = try await ProgramUnderTest.run("serve", "--programme", "km", "--database", database, "--lock-after=\(span)")
        #expect(outcome.status == 2 && outcome.complaint.contains("--lock-after"))
    }
}
