public import ArgumentParser
public import LoyaltyModel
import LoyaltyRules
import ProgramTables

/// The table and settings that a command works under.
struct ProgrammeOptions: ParsableArguments {
    @Option(help: "The club's table: a shipped one's name, such as km, or a file.")
    var programme: String

    @Option(help: "The owner's own figures and answers: a file, or the name of shipped example settings, such as sh.example.")
    var settings: String?

    func load() throws -> Programme { try ProgramTables.load(programme, settings: settings) }
}

extension Language: ExpressibleByArgument {}
