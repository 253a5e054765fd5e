import ArgumentParser
import Foundation
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading

/// `memberlane programme check` and `programme show`.
struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Checks a club's table, or prints the rules in force.", subcommands: [Check.self, Show.self])

    /// Says what is wrong with a table, or what is missing before it can go live.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Says what is wrong with a table, and what is missing before it can go live.")

        @Argument(help: "The club's table: a shipped one's name, such as km, or a file.")
        var programme: String
        @Option(help: "The owner's settings file.")
        var settings: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            do {
                let programme = try ProgramTables.load(programme, settings: settings)
                try report(programme)
            } catch let faults as TableFaults where json {
                try JSONOutput.print(CheckAnswer(version: nil, isLive: false, faults: faults.faults, missing: []))
                throw ExitCode(1)
            }
        }

        private func report(_ programme: Programme) throws {
            if json {
                try JSONOutput.print(
                    CheckAnswer(version: programme.version, isLive: programme.missing.isEmpty, faults: [], missing: programme.missing))
            } else if programme.missing.isEmpty {
                print("\(programme.version): the table is whole and may go live")
            } else {
                try programme.requireLive()
            }
            if !programme.missing.isEmpty { throw ExitCode(1) }
        }
    }

    /// Prints the table back in its published form: what hangs on the shop's wall.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints the rules in force as published, with every open choice and its answer.")

        @Argument(help: "The club's table: a shipped one's name, such as km, or a file.")
        var programme: String
        @Option(help: "The owner's settings file.")
        var settings: String?
        @Option(help: "en, fa, zh or ru; the club's own language when absent.")
        var language: Language?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let programme = try ProgramTables.load(programme, settings: settings)
            if json { return try JSONOutput.print(ProgrammeSheet(programme)) }
            print(ProgrammeSheet.text(programme, language ?? programme.language))
        }
    }
}

/// `programme check --json`.
private struct CheckAnswer: Encodable {
    let version: ProgrammeVersion?
    let isLive: Bool
    let faults: [TableFault]
    let missing: [MissingFigure]

    enum CodingKeys: String, CodingKey {
        case version, faults, missing
        case isLive = "may_go_live"
    }
}
