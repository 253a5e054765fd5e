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
        var account = try account(of: request, in: transaction)
        let approval = try approval(of: ticket, by: account?.member.id, in: transaction)
        // An approval that was named in vain is not used by the sale: it stays free for another (RULES 10.4).
        let quote = try book.quote(
            approval == .granted ? ticket : ticket.withoutApproval, for: account, cardTier: cardTier(of: account, in: transaction), approval: approval,
            at: context.at)
        let speech = Speech(context.language, programme: programme)
        var answer = try answer(to: quote, account: account, at: context.at, in: transaction, speech)
        try transaction.keep(quote.sale)
        let before = account?.standing(under: book, at: context.at)
        account?.sales.append(quote.sale)
        let introducer = try noteService(in: quote.sale, of: account?.member, in: transaction)
        let entries = try post(.sold(quote.sale), at: context.at, cause: ticket.id, changing: &account, and: introducer, in: transaction)
        answer.entries = entries.map { EntryAnswer($0, speech) }
        answer.receipt = receipt(of: answer)
        guard let account, let before else { return answer }
        let after = account.standing(under: book, at: context.at)
        answer.describe(after, speech)
        answer.tierChange = tierChange(from: before, to: after)
        let card = try transaction.cards(of: account.member.id).first { $0.state == .valid }
        answer.tasks += tasks(of: account, standing: after, card: card, speech)
        let day = programme.calendar.day(of: quote.sale.occurredAt)
        let phrases = programme.sayAfter(to: account.member, earned: answer.earned, soldOn: day, before: before, after: after)
        answer.sayAfter = try spokenAfter(phrases, to: account, ticket: ticket.id, on: self.day(of: context), in: transaction, speech)
        return answer
    }

    /// The figures of a sale as the customer takes them home, one line each.
    private func receipt(of answer: TicketAnswer) -> [String] {
        let catalogue = Speech(programme.language, programme: programme).catalogue
        let money = { (amount: Money) in catalogue.format(amount, self.programme.currency) }
        var lines = answer.lines.map { "\($0.id)  \(money($0.list))" + ($0.net == $0.list ? "" : "  \(money($0.net))") }
        lines.append(money(answer.total))
        return lines
    }
}

extension Desk {
    /// Appends the fact with the entries that bring the member's ledger to it, and takes them into the account; another member whom the fact
    /// concerns is brought to it in the same link.
    func post(
        _ fact: Fact, at instant: Instant, cause: TicketID?, changing account: inout MemberAccount?, and other: MemberAccount? = nil,
        in transaction: any StoreTransaction
    ) throws -> [Entry] {
        let drafts = [account, other].compactMap(\.self).flatMap { $0.reconciliation(under: book, at: instant, cause: cause) }
        let link = try transaction.append(at: instant, fact: fact) { number in
            drafts.enumerated().map { $1.entry(id: EntryID(record: number, position: $0)) }
        }
        for entry in link.record.entries where entry.member == account?.member.id { account?.posted.post(entry) }
        return link.record.entries
    }
}
