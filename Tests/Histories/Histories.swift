import Foundation
import LoyaltyRules
import ProgramTables

/// Holds the promises of the ledger on random histories of every club's table: `histories COUNT [SEED]`.
///
/// A history that breaks one is shrunk and printed as an event file that `memberlane replay` takes; then the exit status is 1.
@main
enum Histories {
    /// A table with the settings it is tried under.
    private static let clubs: [(table: String, settings: String?)] = [
        ("km", nil), ("sh", "sh.example"), ("ti", "ti.example"), ("cl", "cl.example"), ("sa", "sa.example"),
    ]

    static func main() async throws {
        let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        guard let count = numbers.first, count > 0 else {
            FileHandle.standardError.write(Data("usage: histories COUNT [SEED]\n".utf8))
            exit(2)
        }
        let seed = numbers.dropFirst().first ?? 1
        let books = try clubs.map { (name: $0.table, book: ProgrammeBook(current: try ProgramTables.load($0.table, settings: $0.settings))) }
        let workers = ProcessInfo.processInfo.activeProcessorCount
        var accepted = 0
        do {
            accepted = try await withThrowingTaskGroup(of: Int.self) { group in
                for worker in 0..<workers {
                    group.addTask { try await run(from: worker, step: workers, count: count, seed: seed, books: books) }
                }
                var accepted = 0
                for try await events in group { accepted += events }
                return accepted
            }
        } catch let found as Found {
            print(found.report)
            exit(1)
        }
        print("\(count) histories, \(accepted) accepted events, every promise kept")
    }

    private static func run(from first: Int, step: Int, count: Int, seed: Int, books: [(name: String, book: ProgrammeBook)]) async throws -> Int {
        var accepted = 0
        for number in stride(from: first, to: count, by: step) {
            let club = books[number % books.count]
            let trial = HistoryTrial(book: club.book, walksChain: number % 100 == 0)
            let lines = HistoryMaker(seed: seed &* 1_000_003 &+ number).lines
            do { accepted += try await trial.run(lines) } catch {
                guard let shrunk = await Shrinker(trial: trial).shrunk(lines) else { throw error }
                throw Found(club: club.name, promise: shrunk.promise, lines: shrunk.lines)
            }
        }
        return accepted
    }

    private struct Found: Error {
        let club: String
        let promise: String
        let lines: [String]

        var report: String { "broken under \(club): \(promise)\n" + lines.joined(separator: "\n") }
    }
}
