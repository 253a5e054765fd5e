import ArgumentParser
import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables

/// `memberlane replay`: what a history of events comes to under a table.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Says what a file of events comes to under a table: one JSON answer a line.")

    @OptionGroup var table: ProgrammeOptions
    @Option(help: "The language of the texts; the club's own when absent.")
    var language: Language?
    @Argument(help: "The events, one JSON object a line, in order of time; - for standard input.")
    var events: String
    @Flag(help: "Print JSON; it is the only form, so the flag changes nothing.")
    var json = false

    func run() async throws {
        let programme = try table.load()
        if !programme.missing.isEmpty {
            let keys = programme.missing.map { "\($0.key) (\($0.rule))" }.joined(separator: ", ")
            Complaint.write("note: \(programme.id) is rehearsed without the figures nobody has given: \(keys)")
        }
        let replayer = Replayer(store: MemoryStore(), book: ProgrammeBook(current: programme), language: language ?? programme.language)
        do {
            for line in try InputFile.lines(events) {
                if let answer = try await replayer.answer(to: String(line)) { print(answer) }
            }
        } catch let fault as ReplayFault {
            Complaint(fault).write()
            throw ExitCode(2)
        }
        if await replayer.hasRefusals { throw ExitCode(1) }
    }
}
