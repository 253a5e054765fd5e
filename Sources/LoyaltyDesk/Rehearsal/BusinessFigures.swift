import LoyaltyModel
import LoyaltyStorage

/// What a history came to under one table: the sales that stand, and what was posted.
struct BusinessFigures: Sendable {
    var sales = 0
    var list = 0
    var total = 0
    var discounts: [RuleID: Int] = [:]
    var posted: [MoveKind: Int] = [:]

    /// Reads a whole journal.
    init(_ store: some LoyaltyStore) async throws {
        var next = 1
        while true {
            let first = next
            let figures = self
            let (after, count) = try await store.read { view in
                var figures = figures
                let links = try view.records(from: first, limit: 500)
                for link in links { try figures.add(link.record, in: view) }
                return (figures, links.count)
            }
            guard count > 0 else { return }
            self = after
            next += count
        }
    }

    private mutating func add(_ record: Record, in view: any StoreView) throws {
        for entry in record.entries { posted[entry.kind, default: 0] = posted[entry.kind, default: 0].clampedAdding(entry.amount) }
        guard case .sold(let sold) = record.fact, let sale = try view.sale(sold.ticket), !sale.isFullyReturned else { return }
        sales += 1
        for line in sale.lines {
            let back = line.back
            list = list.clampedAdding((line.list + back.list).minor)
            total = total.clampedAdding(line.standingNet.minor)
            for (taken, given) in zip(line.adjustments, back.adjustments) {
                discounts[taken.rule, default: 0] = discounts[taken.rule, default: 0].clampedAdding(-(taken.amount + given.amount).minor)
            }
        }
    }
}

extension SoldLine {
    /// Everything that has come back of it.
    fileprivate var back: ReturnedLine {
        var whole = self
        whole.returned = 0
        return whole.mirror(upTo: returned)
    }
}
