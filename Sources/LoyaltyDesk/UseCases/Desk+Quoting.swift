import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Prices a ticket without any effect.
    public func quote(_ request: TicketRequest, _ context: DeskContext) async throws -> TicketAnswer {
        let ticket = try request.checked(at: context.at)
        return try await store.read { view in
            try self.refuseWhatIsNotOffered(request)
            let account = try self.member(of: request, in: view).map { try self.account($0, in: view) }
            let approval = try self.approval(of: ticket, by: account?.member.id, in: view)
            let quote = self.book.quote(ticket, for: account, approval: approval, at: context.at)
            return self.answer(to: quote, account: account, Speech(context.language, programme: self.programme))
        }
    }

    func answer(to quote: Quote, account: MemberAccount?, _ speech: Speech) -> TicketAnswer {
        var answer = TicketAnswer(quote, speech: speech)
        answer.sayBefore = quote.sayBefore.map { speech($0) }
        guard let account else { return answer }
        let standing = account.standing(under: book)
        answer.describe(standing, speech)
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
        guard request.member == member, request.benefit == programme.discount?.approval else { return .lacking(.approvalForeign) }
        switch request.state {
        case .requested: return .lacking(.approvalUndecided)
        case .refused: return .lacking(.approvalRefused)
        case .approved:
            let isUsed = try view.sales(approvedBy: id).contains { !$0.isFullyReturned && $0.ticket != ticket.id }
            return isUsed ? .lacking(.approvalUsed) : .granted
        }
    }

    /// Points as money and stored value are later rows of the tables; a programme without them says so.
    func refuseWhatIsNotOffered(_ request: TicketRequest) throws {
        if let points = request.redeemPoints, points != .zero { throw Trouble(.pointsCannotPay, field: "redeem_points") }
        if request.payFrom == .storedValue { throw Trouble(.storedValueNotOffered, field: "pay_from") }
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
