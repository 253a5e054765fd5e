import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension MemberAccount {
    /// The account once its ledger has been brought to what the facts call for: what the next sale, or the run for dues, would post.
    func settled(under book: ProgrammeBook, at instant: Instant) -> MemberAccount {
        var account = self
        for (position, draft) in reconciliation(under: book, at: instant, cause: nil).enumerated() {
            account.posted.post(
                draft.key, amount: draft.amount, kind: draft.kind, rule: draft.rule, entry: EntryID(record: 0, position: position),
                isCorrection: draft.corrects != nil)
        }
        return account
    }

    /// The account as it was just before one of its sales, with nothing posted. What came back later counts as never sold.
    func known(beforeSale index: Int) -> MemberAccount {
        var account = known(at: sales[index].at)
        account.sales = Array(sales[..<index])
        return account
    }
}

extension ProgrammeBook {
    /// What this table would have taken off the units of a sale that have not come back, at the member's tier of that moment under this table;
    /// nil when nothing of it stands.
    ///
    /// A discount that needs an approval counts where the sale had one. Not counted: points that paid, and the rule against selling under cost,
    /// for a sale does not keep what its goods cost.
    func discount(onSale index: Int, of account: MemberAccount) -> Int? {
        let sale = account.sales[index]
        let lines = sale.lines.compactMap(\.standing)
        guard !lines.isEmpty else { return nil }
        let before = account.known(beforeSale: index).settled(under: self, at: sale.at)
        let approval: Approval = sale.approval == nil ? .absent : .granted
        for source in sale.paidFrom.map({ [$0, nil] }) ?? [nil] {
            let ticket = Ticket(id: sale.ticket, occurredAt: sale.occurredAt, lines: lines, paidFrom: source)
            // A deposit that would not have sufficed under this table: the sale would have been paid otherwise.
            guard let quote = try? quote(ticket, for: before, approval: approval, at: sale.at) else { continue }
            return quote.sale.lines.reduce(0) { $0.clampedAdding($1.list.minor - $1.net.minor) }
        }
        return nil
    }
}

extension SoldLine {
    /// The units that have not come back, as the till rang them up; nil when none are left.
    fileprivate var standing: TicketLine? {
        guard quantity > returned, quantity > 0 else { return nil }
        return TicketLine(
            id: id, sku: sku, category: category, quantity: quantity - returned, unitPrice: Money(minor: list.minor / quantity), flags: flags)
    }
}
