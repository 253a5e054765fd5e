import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// What a history broke, in one sentence.
struct Broken: Error {
    let promise: String
}

/// Runs a history through the desk on a fresh store and holds every promise of the ledger against what it left.
struct HistoryTrial {
    let book: ProgrammeBook
    /// Whether the chain is walked too, which takes longer than all else together.
    let walksChain: Bool

    /// The events that were accepted; throws ``Broken`` at the first promise that does not hold.
    @discardableResult
    func run(_ lines: [String]) async throws -> Int {
        let store = MemoryStore()
        let replayer = Replayer(store: store, book: book, language: .english)
        // The same history without outlines: every ticket is priced and posted from the whole account.
        let whole = MemoryStore(remembersOutlines: false)
        let oracle = Replayer(store: whole, book: book, language: .english)
        var refunds = Refunds()
        var accepted = 0
        var last = Instant(milliseconds: 0)
        for line in lines {
            guard let answer = try await replayer.answer(to: line) else { continue }
            guard try await oracle.answer(to: line) == answer else { throw Broken(promise: "an outline answers as the whole account does") }
            last = max(last, Instant(String(line.dropFirst(7).prefix(while: { $0 != "\"" }))) ?? last)
            if answer.contains(#""refused":"#) { continue }
            accepted += 1
            try refunds.take(answer)
        }
        guard try await store.read({ try $0.head()?.seal }) == whole.read({ try $0.head()?.seal }) else {
            throw Broken(promise: "an outline posts as the whole account does, byte for byte")
        }
        for id in ["A", "B", "C"] as [MemberID] {
            guard let account = try await store.read({ try $0.account(of: id) }) else { continue }
            try check(account, at: last)
        }
        try await checkCatchUp(store, at: last)
        if walksChain { _ = try await LedgerVerifier(store).verify() }
        return accepted
    }

    private func check(_ account: MemberAccount, at last: Instant) throws {
        var posted = account
        for draft in posted.reconciliation(under: book, at: last, cause: nil) where draft.kind != .lapsed {
            // Only time that went by without an event may have left something to post; all else is posted with its event.
            guard book.current.inactivity != nil else {
                throw Broken(promise: "everything is posted with its event: \(draft.key) of \(account.member.id) was not")
            }
        }
        posted = account.settled(under: book, at: last)
        let wanted = Dictionary(posted.moves(under: book, at: last).map { ($0.key, $0.amount) }, uniquingKeysWith: +)
        let ledger = posted.posted.mapValues(\.amount).filter { $0.value != 0 }
        guard ledger == wanted else { throw Broken(promise: "the ledger of \(account.member.id) is what the facts come to") }
        guard posted.points == posted.standing(under: book, at: last).points else {
            throw Broken(promise: "the balance of \(account.member.id) is its ledger's")
        }
        for sale in account.sales where sale.isFullyReturned { try checkGone(sale, from: posted, at: last) }
    }

    /// A sale that came back whole leaves everything as if it had never been.
    private func checkGone(_ sale: Sale, from account: MemberAccount, at last: Instant) throws {
        var without = account
        without.sales.removeAll { $0.ticket == sale.ticket }
        without = without.settled(under: book, at: last)
        guard without.moves(under: book, at: last).map(\.essence) == account.moves(under: book, at: last).map(\.essence),
            without.standing(under: book, at: last) == account.standing(under: book, at: last)
        else { throw Broken(promise: "after \(sale.ticket) came back whole, \(account.member.id) stands as if it had never been sold") }
    }

    /// Catching up once or twice, now or in several steps, posts the same.
    private func checkCatchUp(_ store: MemoryStore, at last: Instant) async throws {
        guard book.current.inactivity != nil else { return }
        let desk = Desk(store: store, book: book, codes: nil, serials: RandomSerials())
        _ = try await desk.catchUp(at: last)
        guard try await desk.catchUp(at: last) == 0 else { throw Broken(promise: "catching up a second time posts nothing") }
    }
}

extension Move {
    /// What a move is, apart from where it stands in the list.
    fileprivate var essence: [String] { ["\(key)", "\(kind)", "\(amount)", "\(rule)"] }
}

extension MemberAccount {
    /// The account once everything due is posted.
    fileprivate func settled(under book: ProgrammeBook, at instant: Instant) -> MemberAccount {
        var account = self
        for (index, draft) in reconciliation(under: book, at: instant, cause: nil).enumerated() {
            account.posted.post(draft.entry(id: EntryID(record: 1_000_000, position: index)))
        }
        return account
    }
}

/// What went over the counter for each ticket: a ticket that came back whole comes to nothing, line by line.
private struct Refunds {
    private struct Answer: Decodable {
        struct Line: Decodable {
            let id: String
            let quantity: Int
            let list: Int
            let net: Int
            let adjustments: [Adjustment]
        }
        struct Adjustment: Decodable { let amount: Int }

        let ticket: String?
        let total: Int?
        let list: Int?
        let lines: [Line]?
    }

    private struct Sum {
        var quantity = 0
        var list = 0
        var net = 0
    }

    private var sums: [String: Sum] = [:]

    mutating func take(_ text: String) throws {
        let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
        guard let ticket = answer.ticket, let lines = answer.lines, let total = answer.total else { return }
        guard lines.reduce(0, { $0 + $1.net }) == total else { throw Broken(promise: "the lines of \(ticket) sum to its total") }
        for line in lines {
            guard line.adjustments.reduce(line.list, { $0 + $1.amount }) == line.net else {
                throw Broken(promise: "list and adjustments of \(ticket) sum to net")
            }
            let key = "\(ticket)/\(line.id)"
            sums[key, default: Sum()].quantity += line.quantity
            sums[key, default: Sum()].list += line.list
            sums[key, default: Sum()].net += line.net
            guard let sum = sums[key], sum.quantity >= 0, sum.net >= 0 else { throw Broken(promise: "no more comes back of \(key) than was sold") }
            guard sum.quantity > 0 || (sum.list == 0 && sum.net == 0) else { throw Broken(promise: "all of \(key) back is all of its money back") }
        }
    }
}
