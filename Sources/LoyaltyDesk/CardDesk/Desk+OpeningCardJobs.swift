import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// A job as its kind begins it.
    func open(_ id: CardJobID, _ request: CardJobRequest, _ context: DeskContext, in transaction: any StoreTransaction) throws -> CardJobAnswer {
        let account = try self.account(request.member, in: transaction)
        guard try transaction.openCardJobs(of: request.member).isEmpty else { throw Trouble(.jobOpen) }
        guard let valid = try transaction.cards(of: request.member).first(where: { $0.state == .valid }) else { throw Trouble(.unexpected) }
        let standing = account.standing(under: book, at: context.at)
        var job: CardJob
        switch request.kind {
        case .firstIssue:
            guard !valid.isPrinted, valid.replaces == nil else { throw Trouble(.firstIssueDone) }
            try checkMaking(of: account, standing)
            job = CardJob(
                id: id, member: request.member, kind: .firstIssue, tier: standing.tier, oldCard: nil, newCard: valid.number, state: .readyToPrint,
                openedAt: context.at)
        case .reissue where !valid.isPrinted && valid.replaces != nil:
            // A lost card's successor whose making was given up; the loss was reported then.
            job = CardJob(
                id: id, member: request.member, kind: .reissue, tier: standing.tier, oldCard: valid.replaces, newCard: valid.number, state: .readyToPrint,
                reason: .lost, openedAt: context.at)
            job.exception = .lost
            job.allowedBy = request.allowedBy
        case .exchange, .reissue:
            job = try successor(id, request, to: valid, standing, context, in: transaction)
            if let exception = request.exception ?? request.reason.flatMap({ $0.exception }) {
                try except(exception, allowedBy: request.allowedBy, job: &job, context, in: transaction)
            }
        }
        return try keep(job, by: request.by, context, in: transaction)
    }

    /// Where a fee is asked for, a card is made only once it is paid and the particulars are complete (SA-02).
    private func checkMaking(of account: MemberAccount, _ standing: Standing) throws(Trouble) {
        guard programme.membership.fee != nil else { return }
        guard standing.isActive else { throw Trouble(.membershipNotPaid) }
        guard account.member.profileCompletedAt != nil else { throw Trouble(.profileIncomplete) }
    }

    private func successor(
        _ id: CardJobID, _ request: CardJobRequest, to valid: Card, _ standing: Standing, _ context: DeskContext, in transaction: any StoreTransaction
    ) throws -> CardJob {
        guard valid.isPrinted else {
            throw Trouble(.jobWrongState, detail: valid.replaces == nil ? "no card was issued yet: open a first issue" : "the card was lost: open a reissue")
        }
        var reason: CardJob.Reason?
        if request.kind == .reissue {
            reason = request.reason ?? request.exception.map { CardJob.Reason($0) }
            guard reason != nil else { throw Trouble(.fieldMissing, field: "reason") }
        } else if !exchangeIsDue(from: valid.tier, to: standing.tier) {
            throw Trouble(.noExchangeDue)
        }
        let number = try freshNumber(in: transaction)
        try transaction.keep(
            Card(
                number: number, member: request.member, tier: valid.tier, state: .pending, isPrinted: false, since: context.at, replaces: valid.number))
        return CardJob(
            id: id, member: request.member, kind: request.kind, tier: standing.tier, oldCard: valid.number, newCard: number, state: .awaitingOldCard,
            reason: reason, openedAt: context.at)
    }

    func exchangeIsDue(from printed: TierID, to tier: TierID) -> Bool {
        let rank = programme.ladder.rank(of: tier)
        let old = programme.ladder.rank(of: printed)
        return rank > old || rank > 0 && rank < old && programme.card.isExchangedOnDemotion
    }
}

extension CardJob.Reason {
    /// Why no old card can come in, where the reason leaves none.
    fileprivate var exception: CardJob.Exception? {
        switch self {
        case .lost: .lost
        case .neverIssued: .neverIssued
        case .damaged, .printerFault: nil
        }
    }
}
