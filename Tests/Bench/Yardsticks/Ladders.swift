import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import SQLiteStorage

/// Members who have stayed away for fourteen months, brought up to date in one run.
enum Ladders {
    /// Fills a new file with `count` members who lose points by the ladder, then posts everything that is due.
    static func catchUp(_ count: Int, path: String) async throws {
        let book = ProgrammeBook(current: try ProgramTables.load("ti", settings: "ti.example"))
        let history = try SQLiteHistory(path: path)
        let replayer = Replayer(store: history, book: book, language: .persian)
        for number in 0..<count {
            for event in joining("M\(number)") { _ = try await replayer.answer(to: Array(event.utf8)) }
        }
        guard await !replayer.hasRefusals else { exit(1) }
        try await history.close()
        let store = try SQLiteStore(path: path)
        let desk = Desk(store: store, book: book, codes: nil, serials: RandomSerials())
        let start = ContinuousClock.now
        let posted = try await desk.catchUp(at: Instant(milliseconds: joined.milliseconds + 14 * 30 * 86_400_000))
        guard posted == count else { exit(1) }
        Yardsticks.report(since: start)
        try store.close()
    }

    private static let joined = Instant(milliseconds: 1_600_000_000_000)

    private static func joining(_ member: String) -> [String] {
        [
            #"{"at":"\#(joined)","do":"enrol","member":"\#(member)","name":"A. N.","allowed_by":"N. N.","reason":"bench"}"#,
            #"{"at":"\#(joined)","do":"adjust","member":"\#(member)","points":5000,"reason":"bench","by":"N. N."}"#,
        ]
    }
}
