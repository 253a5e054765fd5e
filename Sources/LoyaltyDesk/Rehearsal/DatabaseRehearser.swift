public import LoyaltyModel
import LoyaltyRules
public import LoyaltyStorage

/// Compares two tables over the members of a store, without changing anything in it.
///
/// Facts stay what they are: prices and points of money spent are those of the sale, a purchase is ranked under the table it was made under
/// (A-X-2). Thresholds, points for joining, profile and introductions, deductions, gifts and cards follow the table in force.
public struct DatabaseRehearser: Sendable {
    private let store: any ReadableStore
    private let tables: RehearsedTables
    private let at: Instant
    private let most: Int

    /// A comparison for the moment `at`, naming at most `most` members who gain and as many who lose.
    public init(store: any ReadableStore, tables: RehearsedTables, at: Instant, most: Int) {
        self.store = store
        self.tables = tables
        self.at = at
        self.most = max(0, most)
    }

    /// Walks all members, a few hundred to a view, so that a service at work is not held up; `progress` is told how many have been seen.
    public func run(progress: (_ seen: Int, _ all: Int) -> Void = { _, _ in }) async throws -> DatabaseRehearsal {
        let all = try await store.read { try $0.memberCount() }
        var day = RehearsalTotals(tables)
        var settled = RehearsalTotals(tables)
        var touched = MostTouched(most, tables)
        var discounts = DatabaseRehearsal.Discounts(since: since)
        var last: MemberID?
        var seen = 0
        repeat {
            let after = last
            let batch = try await store.read { view in
                try view.members(after: after, limit: Self.batch).compactMap { id in try view.account(of: id).map { (id, try compare($0, in: view)) } }
            }
            for (_, member) in batch {
                day.add(member.onTheDay, tables)
                settled.add(member.settled, tables)
                touched.add(member.settled)
                discounts.sales += member.sales
                if let amount = member.settled.discount { discounts.amount.add(amount) }
            }
            last = batch.last?.0
            seen += batch.count
            progress(seen, max(all, seen))
        } while last != nil && !Task.isCancelled
        return DatabaseRehearsal(
            from: TableInRehearsal(tables.old.current), to: TableInRehearsal(tables.new.current), at: at, currency: tables.new.current.currency,
            onTheDay: day, settled: settled, discounts: discounts, gaining: touched.gaining, losing: touched.losing)
    }

    private static let batch = 200

    private var since: Instant {
        let calendar = tables.new.current.calendar
        return calendar.start(of: calendar.adding(years: -1, to: calendar.day(of: at)))
    }

    /// A member on the day, and once the ledger has followed.
    struct Comparison: Sendable {
        let onTheDay: MemberRehearsal
        let settled: MemberRehearsal
        let sales: Int
    }

    private func compare(_ account: MemberAccount, in view: any StoreView) throws -> Comparison {
        let card = try view.cards(of: account.member.id).first { $0.state == .valid }
        let place = { (account: MemberAccount, book: ProgrammeBook) in
            MemberRehearsal.Place(account.standing(under: book, at: at), card: card, under: book.current)
        }
        let (sales, discount) = discounts(account)
        let (old, new) = (account.settled(under: tables.old, at: at), account.settled(under: tables.new, at: at))
        return Comparison(
            onTheDay: MemberRehearsal(member: account.member.id, before: place(account, tables.old), after: place(account, tables.new)),
            settled: MemberRehearsal(
                member: account.member.id, before: place(old, tables.old), after: place(new, tables.new), discount: sales == 0 ? nil : discount),
            sales: sales)
    }

    private func discounts(_ account: MemberAccount) -> (sales: Int, amount: Change) {
        var sales = 0
        var amount = Change()
        let since = since
        for (index, sale) in account.sales.enumerated() where !sale.isClaimed && sale.at >= since && sale.at <= at {
            guard let before = tables.old.discount(onSale: index, of: account), let after = tables.new.discount(onSale: index, of: account) else { continue }
            sales += 1
            amount.add(Change(before, after))
        }
        return (sales, amount)
    }
}
