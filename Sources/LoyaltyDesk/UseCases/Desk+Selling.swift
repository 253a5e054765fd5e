public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import LoyaltyWording

extension Desk {
    /// Sells a ticket: prices it once more, keeps it, and posts what it earns. A ticket sold twice with the same content gets the same answer.
    public func sell(_ request: TicketRequest, _ context: DeskContext) async throws -> Reply {
        let ticket = try request.checked(at: context.at)
        let keyed = try Keyed("sale", subject: request.ticket.rawValue, content: request, clash: .ticketExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) { try self.sell(ticket, request, context, in: transaction) }
        }
    }

    /// What became of a ticket, for a till that never saw the answer; nil when it was not sold.
    public func outcome(of ticket: TicketID) async throws -> Reply? {
        try await store.read { view in
            try view.answer(to: "sale \(ticket)").map { Reply(body: $0.body, isRepeat: true) }
        }
    }

    private func sell(_ ticket: Ticket, _ request: TicketRequest, _ context: DeskContext, in transaction: any StoreTransaction) throws -> TicketAnswer {
        try refuseWhatIsNotOffered(request)
        var account = try buyer(of: request, for: ticket, at: context.at, in: transaction)
        let approval = try approval(of: ticket, by: account?.member.id, in: transaction)
        // An approval that was named in vain is not used by the sale: it stays free for another (RULES 10.4).
        let quote = try price(
            approval == .granted ? ticket : ticket.withoutApproval, for: account, approval: approval, at: context.at, in: transaction)
        if let expected = request.expectedTotal, expected != quote.sale.total {
            throw Trouble(.priceChanged, ["amount": .money(quote.sale.total, programme.currency)], field: "expected_total")
        }
        let speech = Speech(context.language, programme: programme)
        var answer = try answer(to: quote, account: account, at: context.at, in: transaction, speech)
        let before = account?.standing(under: book, at: context.at)
        account?.enter(quote.sale, under: book)
        let introducer = try noteService(in: quote.sale, of: account?.member, in: transaction)
        let drafts = [account, introducer].compactMap(\.self).flatMap { $0.reconciliation(under: book, at: context.at, cause: ticket.id) }
        let entries = try post(.sold(quote.sale), drafts, at: context.at, by: context.by, in: transaction)
        try transaction.keep(quote.sale)
        answer.entries = entries.map { EntryAnswer($0, speech) }
        answer.receipt = receipt(of: answer)
        account?.settle(entries, under: book)
        guard let account, let before else { return answer }
        let after = account.standing(under: book, at: context.at)
        answer.describe(after, speech)
        answer.tierChange = tierChange(from: before, to: after)
        let cards = try knownCards(of: account, in: transaction)
        answer.tasks += tasks(of: account, standing: after, card: cards.first { $0.state == .valid }, speech)
        let day = programme.calendar.day(of: quote.sale.occurredAt)
        let phrases = programme.sayAfter(to: account.member, earned: answer.earned, soldOn: day, before: before, after: after)
        answer.sayAfter = try spokenAfter(phrases, to: account, ticket: ticket.id, on: self.day(of: context), in: transaction, speech)
        try remember(account, cards: cards, at: context.at, in: transaction)
        return answer
    }

    /// The figures of a sale as the customer takes them home, one line each; figures that are examples say so first.
    private func receipt(of answer: TicketAnswer) -> [String] {
        let catalogue = Speech(programme.language, programme: programme).catalogue
        let money = { (amount: Money) in catalogue.format(amount, self.programme.currency) }
        var lines = programme.isExample ? [catalogue.text(ScreenKey.exampleFigures)] : []
        lines += answer.lines.map { "\($0.id)  \(money($0.list))" + ($0.net == $0.list ? "" : "  \(money($0.net))") }
        lines.append(money(answer.total))
        return lines
    }
}

extension Desk {
    /// Appends the fact with the entries that bring the member's ledger to it, and takes them into the account; another member whom the fact
    /// concerns is brought to it in the same link.
    func post(
        _ fact: Fact, _ context: DeskContext, cause: TicketID?, changing account: inout MemberAccount?, and other: MemberAccount? = nil,
        in transaction: any StoreTransaction
    ) throws -> [Entry] {
        let drafts = [account, other].compactMap(\.self).flatMap { $0.reconciliation(under: book, at: context.at, cause: cause) }
        let entries = try post(fact, drafts, at: context.at, by: context.by, in: transaction)
        account?.settle(entries, under: book)
        return entries
    }

    /// Appends the fact with its entries; `by` is nil for what the calendar does.
    func post(_ fact: Fact, _ drafts: [EntryDraft], at instant: Instant, by: Operator?, in transaction: any StoreTransaction) throws -> [Entry] {
        try transaction.append(at: instant, by: by, fact: fact) { number in
            drafts.enumerated().map { $1.entry(id: EntryID(record: number, position: $0)) }
        }.entries
    }

    /// Lets the next ticket of the member find the account in outline. Nothing may change it any more in this transaction.
    func remember(_ account: any BuyingAccount, cards: [Card], at instant: Instant, in transaction: any StoreTransaction) throws {
        guard var outline = account.outline(under: book, at: instant) else { return }
        outline.cards = cards
        try transaction.remember(outline)
    }

    /// The member's cards, asked for only where the outline does not know them.
    func knownCards(of account: any BuyingAccount, in view: any StoreView) throws -> [Card] {
        try (account as? OutlinedAccount)?.outline.cards ?? view.cards(of: account.member.id)
    }
}
