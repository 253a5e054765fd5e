import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Prices a ticket without any effect.
    public func quote(_ request: TicketRequest, _ context: DeskContext) async throws -> TicketAnswer {
        let ticket = try request.checked(at: context.at)
        return try await store.read { view in
            try self.refuseWhatIsNotOffered(request)
            let account = try self.buyer(of: request, for: ticket, at: context.at, in: view)
            // Whoever is priced again and again, as a till does line by line, is known in outline from the first time on.
            if let whole = account as? MemberAccount, try view.outline(of: whole.member.id)?.programme != self.programme.version,
                let outline = whole.outline(under: self.book, at: context.at)
            {
                try view.remember(outline)
            }
            let approval = try self.approval(of: ticket, by: account?.member.id, in: view)
            let quote = try self.price(ticket, for: account, approval: approval, at: context.at, in: view)
            return try self.answer(to: quote, account: account, at: context.at, in: view, Speech(context.language, programme: self.programme))
        }
    }

    /// The account of the member a request names, by account or by card, as far as the ticket needs it; nil for a visitor.
    func buyer(of request: TicketRequest, for ticket: Ticket, at instant: Instant, in view: any StoreView) throws -> (any BuyingAccount)? {
        guard let id = try request.card.map({ try member(presenting: $0, entry: request.entry ?? .keyed, in: view) }) ?? request.member else { return nil }
        if let outline = try view.outline(of: id), let account = OutlinedAccount(outline, for: ticket, under: book, at: instant) { return account }
        return try account(id, in: view)
    }

    /// What a ticket costs and earns.
    func price(
        _ ticket: Ticket, for account: (any BuyingAccount)?, approval: Approval, at instant: Instant, in view: any StoreView
    ) throws -> Quote {
        guard let account else { return try book.quote(ticket, for: nil, approval: approval, at: instant) }
        return try book.quote(ticket, forMember: account, cardTier: cardTier(of: account, in: view), approval: approval, at: instant)
    }

    func answer(to quote: Quote, account: (any BuyingAccount)?, at instant: Instant, in view: any StoreView, _ speech: Speech) throws -> TicketAnswer {
        var answer = TicketAnswer(quote, speech: speech)
        let day = programme.calendar.day(of: instant)
        answer.sayBefore =
            try quote.sayBefore.map { speech($0) } + deskLines(at: [.beforePayment], to: account?.member.id, on: day, in: view, speech)
        guard let account else {
            answer.tasks = try offers(to: quote.sale, in: view, speech)
            return answer
        }
        answer.redeemOptions = quote.redeemable.map { [RedeemOption(points: $0.points, amount: $0.amount)] } ?? []
        answer.tasks = holderTasks(of: account, ticket: quote.sale, at: instant, speech)
        answer.describe(account.standing(under: book, at: instant), speech)
        guard let needed = quote.needsApproval else { return answer }
        answer.needsApproval = NeededApprovalAnswer(benefit: needed.benefit, amount: needed.amount, rule: needed.rule)
        let amount = PhraseValue.money(needed.amount, programme.currency)
        answer.tasks.append(TaskAnswer(kind: .askApproval, text: speech(Phrase(.taskAskApproval, ["amount": amount]))))
        return answer
    }

    /// What is known of the approval the ticket names (RULES 10.4).
    func approval(of ticket: Ticket, by member: MemberID?, in view: any StoreView) throws -> Approval {
        guard let id = ticket.approval else { return .absent }
        guard let request = try view.request(id) else { return .lacking(.approvalUnknown) }
        guard request.member == member else { return .lacking(.approvalForeign) }
        guard request.benefit == programme.discount?.approval else { return .lacking(.approvalOther) }
        switch request.state {
        case .requested, .underReview: return .lacking(.approvalUndecided)
        case .refused: return .lacking(.approvalRefused)
        case .approved:
            let isUsed = try view.sales(approvedBy: id).contains { !$0.isFullyReturned && $0.ticket != ticket.id }
            return isUsed ? .lacking(.approvalUsed) : .granted
        }
    }

    /// A programme without points as money, or without deposits, says so.
    func refuseWhatIsNotOffered(_ request: TicketRequest) throws {
        if let points = request.redeemPoints, points != .zero, programme.redemption?.value.value == nil {
            throw Trouble(.pointsCannotPay, field: "redeem_points")
        }
        if request.payFrom == .storedValue { try checkDepositsAreKept(field: "pay_from") }
    }

    /// The tier printed on the member's card, asked for only where it decides.
    private func cardTier(of account: any BuyingAccount, in view: any StoreView) throws -> TierID? {
        guard programme.card.benefitsFrom == .exchange else { return nil }
        return try view.cards(of: account.member.id).first { $0.state == .valid }?.tier
    }

    func checkDepositsAreKept(field: String) throws {
        guard programme.storedValue?.rate.value != nil else { throw Trouble(.storedValueNotOffered, field: field) }
    }
}

extension TicketAnswer {
    mutating func describe(_ standing: Standing, _ speech: Speech) {
        points = standing.points
        waiting = standing.waiting
        tier = standing.tier
        tierName = speech.tier(standing.tier).name
    }
}
