import Foundation
import LoyaltyModel
import LoyaltyStorage
import SQLiteStorage
import Testing

struct KillTests {
    private let bench: SQLiteBench

    init() throws { bench = try SQLiteBench() }

    /// 20 rounds on one file: each starts where the killed one left it, and repeats its tickets.
    @Test func `a process killed at any moment loses nothing that was answered and doubles nothing`() async throws {
        var random = SeededRandom(seed: 20_170_321)
        var answered: Set<String> = []
        for round in 1...20 {
            let till = try DoomedTill(path: bench.path, tasks: Int.random(in: 1...8, using: &random))
            answered.formUnion(await till.answers(killedAfter: answered.count + Int.random(in: 0...40, using: &random)))
            let store = try SQLiteStore(path: bench.path)
            let (tickets, records) = try await store.read { view in
                (tickets: try view.entries(of: "m1").compactMap(\.ticket?.rawValue), records: try view.head()?.record.number ?? 0)
            }
            #expect(answered.isSubset(of: tickets), "round \(round)")
            #expect(Set(tickets).count == tickets.count, "round \(round)")
            #expect(records == tickets.count, "round \(round)")
            for ticket in tickets { #expect(try await store.read { try $0.answer(to: ticket) } != nil, "round \(round)") }
            #expect(try await LedgerVerifier(store).verify().length == records, "round \(round)")
            try store.close()
        }
        #expect(answered.count > 100)
    }
}

/// A helper process that sells until it is killed.
struct DoomedTill {
    private let process = Process()
    private let pipe = Pipe()

    init(path: String, tasks: Int) throws {
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "StoreKillTarget")
        process.arguments = [path, "\(tasks)"]
        process.standardOutput = pipe
        try process.run()
    }

    /// Kills the process once it has answered `count` tickets, and returns those and the ones it still got out.
    func answers(killedAfter count: Int) async -> [String] {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var output = Data()
                var isKilled = false
                while true {
                    if !isKilled, output.count(where: { $0 == UInt8(ascii: "\n") }) >= count {
                        kill(process.processIdentifier, SIGKILL)
                        isKilled = true
                    }
                    let more = pipe.fileHandleForReading.availableData
                    if more.isEmpty { break }
                    output += more
                }
                process.waitUntilExit()
                let whole = output.prefix(through: output.lastIndex(of: UInt8(ascii: "\n")) ?? output.startIndex)
                continuation.resume(returning: String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init))
            }
        }
    }
}
