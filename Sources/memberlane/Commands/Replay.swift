import ArgumentParser
import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import SQLiteStorage

/// `memberlane replay`: what a history of events comes to under a table.
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Says what a file of events comes to under a table: one JSON answer a line.")

    @OptionGroup var table: ProgrammeOptions
    @Option(help: "The language of the texts; the club's own when absent.")
    var language: Language?
    @Option(help: "Keep what it comes to in this file, which is made; in memory when absent.")
    var database: String?
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
        let history = try database.map { try SQLiteHistory(path: $0) }
        // Whose database it is, and what its sales were priced under, for whoever opens it later.
        try await history?.write { [texts = try table.texts(of: programme)] in try $0.keep(texts) }
        let replayer = Replayer(store: history ?? MemoryStore(), book: ProgrammeBook(current: programme), language: language ?? programme.language)
        do {
            for line in try InputFile.bytes(events).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                if let answer = try await replayer.answer(to: Array(line)) { print(String(decoding: answer, as: UTF8.self)) }
            }
            try await history?.close()
        } catch let fault as ReplayFault {
            try await history?.close()
            Complaint(fault).write()
            throw ExitCode(2)
        }
        if await replayer.hasRefusals { throw ExitCode(1) }
    }
}
