import ArgumentParser
import Foundation
import LoyaltyModel
import LoyaltyStorage
import SQLiteStorage

/// `memberlane ledger verify`.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ledger", abstract: "Looks after the journal.", subcommands: [Verify.self])

    /// Walks the chain and finds a removed or altered record.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Walks the journal's chain and finds a removed or altered record.")

        @Option(help: "The database file.")
        var database: String
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard FileManager.default.fileExists(atPath: database) else {
                throw StoreFault.cannotOpen(what: database, why: "there is no such file")
            }
            let bar = ProgressBar()
            let chain: LedgerVerifier.Chain
            do {
                chain = try await LedgerVerifier(SQLiteStore(path: database)).verify { bar.show($0.links, of: $0.allLinks) }
                bar.clear()
            } catch let fault as StoreFault {
                bar.clear()
                if json, let answer = BrokenAnswer(fault) { try JSONOutput.print(answer) }
                throw fault
            }
            let seal = chain.seal.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            if json { return try JSONOutput.print(VerifyAnswer(whole: true, records: chain.length, seal: seal)) }
            print("the journal is whole: \(chain.length) records, last seal \(seal.prefix(16))…")
        }
    }
}

private struct VerifyAnswer: Encodable {
    let whole: Bool
    let records: Int
    let seal: String
}

/// Where a journal is broken: at a record, or in what is kept of a member.
private struct BrokenAnswer: Encodable {
    let whole = false
    let record: Int?
    let member: MemberID?

    /// Nil for a fault that says nothing of the journal, such as a file that cannot be opened.
    init?(_ fault: StoreFault) {
        switch fault {
        case .brokenChain(let number): (record, member) = (number, nil)
        case .balanceDiffers(let differing): (record, member) = (nil, differing)
        default: return nil
        }
    }
}
