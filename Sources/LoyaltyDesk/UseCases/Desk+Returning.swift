public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Takes units of a ticket back: amounts are those of the sale by line and quantity, and the account becomes what it would have been without them.
    public func takeBack(_ request: ReturnRequest, of ticket: TicketID, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("return", subject: nil, content: [ticket.rawValue: request], clash: .keyReused)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                let sale = try self.liveSale(ticket, in: transaction)
                let counts = try sale.counts(returning: request.lines)
                return try self.mirror(sale, upTo: counts, fact: .returned(ticket, lines: request.lines), context, in: transaction)
            }
        }
    }

    /// Undoes a whole ticket of which nothing has come back yet.
    public func void(_ ticket: TicketID, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("void", subject: nil, content: ticket, clash: .keyReused)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                var sale = try self.liveSale(ticket, in: transaction)
                guard sale.lines.allSatisfy({ $0.returned == 0 }) else { throw Trouble(.voidAfterReturn) }
                sale.voidedAt = context.at
                return try self.mirror(sale, upTo: sale.lines.map(\.quantity), fact: .voided(ticket), context, in: transaction)
            }
        }
    }

    private func liveSale(_ ticket: TicketID, in view: any StoreView) throws -> Sale {
        guard let sale = try view.sale(ticket) else { throw Trouble(.ticketUnknown, ["ticket": .name(ticket.rawValue)], field: "ticket") }
        guard sale.voidedAt == nil else { throw Trouble(.alreadyVoided, ["ticket": .name(ticket.rawValue)]) }
        return sale
    }

    private func mirror(
        _ sold: Sale, upTo counts: [Int], fact: Fact, _ context: DeskContext, in transaction: any StoreTransaction
    ) throws -> TicketAnswer {
        var sale = sold
        let mirrored = zip(sale.lines, counts).map { $0.mirror(upTo: $1) }
        for index in sale.lines.indices { sale.lines[index].returned = counts[index] }
        var account = try sale.member.map { try self.account($0, returning: sale, in: transaction) }
        let before = account?.standing(under: book, at: context.at)
        account?.change(sale)
        try transaction.keep(sale)
        let introducer = try noteService(in: sale, of: account?.member, in: transaction)
        let drafts = [account, introducer].compactMap(\.self).flatMap { $0.reconciliation(under: book, at: context.at, cause: sale.ticket) }
        let entries = try post(fact, drafts, at: context.at, by: context.by, in: transaction)
        account?.settle(entries, under: book)
        try noteRecruiter(of: sale, at: context.at, in: transaction)
        return try answer(mirrored.filter { $0.quantity > 0 }, of: sale, account: account, before: before, entries: entries, context, in: transaction)
    }

    /// The account as far as a return needs it.
    private func account(_ id: MemberID, returning sale: Sale, in view: any StoreView) throws -> any BuyingAccount {
        if let outline = try view.outline(of: id),
            let account = try OutlinedAccount(outline, returning: sale, posted: { try view.posted(sale.moveKeys, of: sale) }, under: book)
        {
            return account
        }
        return try account(id, in: view)
    }

    /// A purchase named at joining has come back in full: the recruiter's record learns of it (A-SH-7).
    private func noteRecruiter(of sale: Sale, at instant: Instant, in transaction: any StoreTransaction) throws {
        guard sale.isClaimed, sale.isFullyReturned, let joined = sale.member, var member = try transaction.member(joined) else { return }
        while let recruiter = member.enrolment.recruiter, var record = try transaction.member(recruiter),
            let recruit = record.recruits.firstIndex(where: { $0.member == joined }),
            let purchase = record.recruits[recruit].purchases.firstIndex(where: { $0.ticket == sale.ticket })
        {
            record.recruits[recruit].purchases[purchase].returnedAt = instant
            try transaction.keep(record)
            member = record
        }
    }

    private func answer(
        _ lines: [ReturnedLine], of sale: Sale, account: (any BuyingAccount)?, before: Standing?, entries: [Entry], _ context: DeskContext,
        in view: any StoreTransaction
    ) throws -> TicketAnswer {
        let speech = Speech(context.language, programme: programme)
        var answer = TicketAnswer(
            ticket: sale.ticket, member: sale.member, earned: .zero, list: lines.reduce(.zero) { $0 + $1.list },
            total: lines.reduce(.zero) { $0 + $1.net }, currency: programme.currency, lines: lines.map { LineAnswer($0, speech: speech) }, notes: [],
            entries: entries.map { EntryAnswer($0, speech) }, tasks: [], sayBefore: [], sayAfter: [], redeemOptions: [], receipt: [],
            table: sale.programme)
        guard let account, let before else { return answer }
        let after = account.standing(under: book, at: context.at)
        answer.earned = after.points - before.points
        answer.describe(after, speech)
        answer.tierChange = tierChange(from: before, to: after)
        let cards = try knownCards(of: account, in: view)
        answer.tasks = tasks(of: account, standing: after, card: cards.first { $0.state == .valid }, speech)
        try remember(account, cards: cards, at: context.at, in: view)
        return answer
    }
}

extension Sale {
    /// How many units of each line will have come back, once every quantity asked for is one that is still out.
    fileprivate func counts(returning wanted: [ReturnedQuantity]) throws(Trouble) -> [Int] {
        guard !wanted.isEmpty else { throw Trouble(.ticketEmpty, field: "lines") }
        var counts = lines.map(\.returned)
        var seen: Set<LineID> = []
        for (position, want) in wanted.enumerated() {
            guard seen.insert(want.id).inserted else { throw Trouble(.lineRepeated, field: "lines[\(position)].id") }
            guard let index = lines.firstIndex(where: { $0.id == want.id }) else {
                throw Trouble(.lineUnknown, ["line": .name(want.id.rawValue)], field: "lines[\(position)].id")
            }
            guard want.quantity >= 1 else { throw Trouble(.quantityWrong, field: "lines[\(position)].quantity") }
            let left = lines[index].quantity - lines[index].returned
            guard want.quantity <= left else {
                throw Trouble(.returnTooLarge, ["line": .name(want.id.rawValue), "left": .count(left)], field: "lines[\(position)].quantity")
            }
            counts[index] += want.quantity
        }
        return counts
    }
}
