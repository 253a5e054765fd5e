import Glibc
import LoyaltyModel
import LoyaltyStorage
import SQLiteStorage

/// A till that is killed in mid-sale by a test: sells tickets `0`, `1`, … from several tasks for ever, each once, and writes the number of each
/// that was answered on a line of its own to standard output.
///
/// Arguments: the database, and how many tasks sell at once.
@main
struct StoreKillTarget {
    static let member: MemberID = "m1"

    static func main() async throws {
        guard CommandLine.arguments.count == 3, let tills = Int(CommandLine.arguments[2]) else { exit(2) }
        let store = try SQLiteStore(path: CommandLine.arguments[1])
        try await store.write { transaction in
            let enrolment = Enrolment(at: Instant(milliseconds: 0))
            if try transaction.member(member) == nil { try transaction.keep(Member(id: member, profile: Profile(), enrolment: enrolment)) }
        }
        await withThrowingTaskGroup(of: Void.self) { group in
            for till in 0..<tills {
                group.addTask {
                    for ticket in stride(from: till, to: .max, by: tills) {
                        try await store.write { try sell("\(ticket)", in: $0) }
                        answer("\(ticket)\n")
                    }
                }
            }
        }
    }

    /// A repeated ticket is answered from what was kept.
    private static func sell(_ ticket: String, in transaction: any StoreTransaction) throws {
        guard try transaction.answer(to: ticket) == nil else { return }
        _ = try transaction.append(at: Instant(milliseconds: 0), fact: .profileChanged(member)) { number in
            [
                Entry(
                    id: EntryID(record: number, position: 0), member: member, key: MoveKey(ticket), rule: "KM-11", programme: "club",
                    effective: Instant(milliseconds: 0),
                    ticket: TicketID(ticket), corrects: nil, text: Phrase(.pointsForSpend),
                    postings: [Posting(account: .memberPoints(member), amount: 1), Posting(account: .issuedPoints, amount: -1)])
            ]
        }
        try transaction.keep(KeptAnswer(key: ticket, digest: "", body: []))
    }

    /// One line in one system call: it is out, or it is not.
    private static func answer(_ line: String) {
        var line = line
        line.withUTF8 { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
