public import ArgumentParser
public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import TableReading

/// The table and settings that a command works under.
struct ProgrammeOptions: ParsableArguments {
    @Option(help: "The club's table: a shipped one's name, such as km, or a file.")
    var programme: String

    @Option(help: "The owner's own figures and answers: a file, or the name of shipped example settings, such as sh.example.")
    var settings: String?

    func load() throws -> Programme { try ProgramTables.load(programme, settings: settings) }

    /// The texts that make up the programme, as a store keeps them.
    func texts(of programme: Programme) throws -> PublishedProgramme {
        PublishedProgramme(version: programme.version, table: try TableText(self.programme).text, settings: try settings.map { try TableText($0).text })
    }
}

extension Language: ExpressibleByArgument {}
