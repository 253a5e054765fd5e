import ProgramRunner
import Testing

@Suite("memberlane")
struct UsageTests {
    static let commands: [[String]] = [
        [], ["serve"], ["devices"], ["devices", "watch"], ["devices", "mode"], ["doctor"], ["decode"], ["card"], ["card", "render"], ["card", "print"],
        ["face"], ["face", "check"], ["face", "sheet"], ["programme"], ["programme", "check"], ["programme", "show"],
        ["replay"], ["rehearse"], ["ledger"], ["ledger", "verify"], ["access"], ["access", "add"], ["access", "list"], ["access", "revoke"],
    ]

    @Test(arguments: commands)
    func `every command explains itself`(command: [String]) async throws {
        let outcome = try await ProgramUnderTest.run(command + ["--help"])
        #expect(outcome.status == 0 && outcome.output.contains("USAGE: memberlane") && outcome.complaint.isEmpty)
    }

    @Test(arguments: [
        ["sell"], ["--loud"], ["decode"], ["decode", "--descriptor", "x.hex"], ["card", "render"], ["programme", "check"], ["programme", "mend", "km"],
        ["replay"], ["replay", "--programme", "km"], ["ledger", "verify"], ["ledger", "mend"], ["devices", "everything"], ["devices", "--role", "cellar=x"],
        ["access", "add"], ["access", "add", "--role", "owner", "--name", "x", "--database", "x"],
        ["access", "add", "--role", "kiosk", "--name", "x", "--database", "x", "--pin-from-stdin"], ["devices", "watch", "--count", "0"],
        ["devices", "mode", "braille"], ["serve"], ["serve", "--programme", "km", "--odoo-origin", "shop.example"],
        ["replay", "--programme", "km", "--language", "la", "-"],
    ])
    func `wrong use is told on standard error, with exit status 2`(arguments: [String]) async throws {
        let outcome = try await ProgramUnderTest.run(arguments)
        #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.complaint.contains("Usage: memberlane"), "\(outcome)")
    }
}
