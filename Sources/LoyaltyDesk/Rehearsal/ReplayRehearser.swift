internal import Foundation
public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// Runs one history of events under each of two tables, both from the start: what last year would have come to.
public struct ReplayRehearser: Sendable {
    private let tables: RehearsedTables
    private let most: Int

    /// A comparison that names at most `most` members who gain and as many who lose.
    public init(tables: RehearsedTables, most: Int) {
        self.tables = tables
        self.most = max(0, most)
    }

    /// Runs the lines under both tables and compares what they come to at `instant`, or at the last event where that is nil.
    ///
    /// `ReplayFault` for a line that cannot be read; `progress` is told how many lines are done.
    public func run(
        _ lines: [Substring], at instant: Instant? = nil, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> ReplayRehearsal {
        let (old, new) = (Side(tables.old), Side(tables.new))
        var refusals: [ReplayRehearsal.Refusal] = []
        var refused = Change()
        var events = 0
        for (index, line) in lines.enumerated() {
            let (before, after) = (try await old.refusal(of: line), try await new.refusal(of: line))
            if before.isEvent { events += 1 }
            refused.add(Change(before.code == nil ? 0 : 1, after.code == nil ? 0 : 1))
            if before.code != after.code { refusals.append(.init(line: index + 1, before: before.code, after: after.code)) }
            progress(index + 1, lines.count)
        }
        let last = await old.replayer.last
        let at = instant ?? last ?? Instant(milliseconds: 0)
        for side in [old, new] { try await side.catchUp(at: at) }
        let (end, touched) = try await compare(old, new, at: at)
        return ReplayRehearsal(
            from: TableInRehearsal(tables.old.current), to: TableInRehearsal(tables.new.current), at: at, currency: tables.new.current.currency,
            events: events, end: end, business: try await business(old, new, refused: refused), refusals: refusals, gaining: touched.gaining,
            losing: touched.losing)
    }

    private func compare(_ old: Side, _ new: Side, at instant: Instant) async throws -> (RehearsalTotals, MostTouched) {
        let (before, after) = (try await old.places(at: instant), try await new.places(at: instant))
        var totals = RehearsalTotals(tables)
        var touched = MostTouched(most, tables)
        for member in Set(before.keys).union(after.keys).sorted() {
            let (one, other) = (before[member], after[member])
            let compared = MemberRehearsal(
                member: member, before: one?.place ?? .absent, after: other?.place ?? .absent, discount: Change(one?.discount ?? 0, other?.discount ?? 0))
            totals.add(compared, tables)
            touched.add(compared)
        }
        return (totals, touched)
    }

    private func business(_ old: Side, _ new: Side, refused: Change) async throws -> ReplayRehearsal.Business {
        let (one, other) = (try await BusinessFigures(old.store), try await BusinessFigures(new.store))
        let rules = Set(one.discounts.keys).union(other.discounts.keys).sorted()
        let posted = { (kind: MoveKind, sign: Int) in Change(sign * (one.posted[kind] ?? 0), sign * (other.posted[kind] ?? 0)) }
        return ReplayRehearsal.Business(
            sales: Change(one.sales, other.sales), list: Change(one.list, other.list), total: Change(one.total, other.total),
            discounts: rules.map { .init(rule: $0, amount: Change(one.discounts[$0] ?? 0, other.discounts[$0] ?? 0)) }, issued: posted(.earned, 1),
            redeemed: posted(.redeemed, -1), lapsed: posted(.lapsed, -1), refused: refused)
    }
}

/// The history under one of the tables.
private struct Side: Sendable {
    let store = MemoryStore()
    let replayer: Replayer
    let book: ProgrammeBook

    init(_ book: ProgrammeBook) {
        self.book = book
        replayer = Replayer(store: store, book: book, language: book.current.language)
    }

    private struct Answered: Decodable {
        struct Refused: Decodable {
            let code: String
        }

        let refused: Refused?
    }

    /// Runs a line: whether there was an event on it, and the code it was refused with.
    func refusal(of line: Substring) async throws -> (isEvent: Bool, code: String?) {
        guard let answer = try await replayer.answer(to: String(line)) else { return (false, nil) }
        return (true, try JSONDecoder().decode(Answered.self, from: Data(answer.utf8)).refused?.code)
    }

    func catchUp(at instant: Instant) async throws {
        _ = try await Desk(store: store, book: book, codes: nil, serials: CountedSerials()).catchUp(at: instant)
    }

    /// Where every member stands, and what was taken off the prices of their sales that stand. No card is printed in a history.
    func places(at instant: Instant) async throws -> [MemberID: (place: MemberRehearsal.Place, discount: Int)] {
        try await store.read { view in
            var places: [MemberID: (place: MemberRehearsal.Place, discount: Int)] = [:]
            for id in try view.members(after: nil, limit: .max) {
                guard let account = try view.account(of: id) else { continue }
                let discount = account.sales.reduce(0) { sum, sale in
                    sale.isClaimed ? sum : sale.lines.reduce(sum) { $0.clampedAdding($1.standingDiscount) }
                }
                places[id] = (MemberRehearsal.Place(account.standing(under: book, at: instant), card: nil, under: book.current), discount)
            }
            return places
        }
    }
}

extension SoldLine {
    /// What is taken off the units that have not come back, minor units.
    fileprivate var standingDiscount: Int { list.minor - list.share(returned, of: quantity).minor - standingNet.minor }
}
