public import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyStorage

extension Desk {
    /// Begins a first issue, an exchange or a reissue. A member has one open job at the most.
    public func openCardJob(_ request: CardJobRequest, _ context: DeskContext) async throws -> Reply {
        let id = CardJobID("J" + String(serials.next() % 1_000_000_000_000, radix: 36).uppercased())
        let keyed = try Keyed("card job", subject: nil, content: request, clash: .keyReused)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                let account = try self.account(request.member, in: transaction)
                guard try transaction.openCardJobs(of: request.member).isEmpty else { throw Trouble(.jobOpen) }
                guard let valid = try transaction.cards(of: request.member).first(where: { $0.state == .valid }) else { throw Trouble(.unexpected) }
                let job = try self.job(id, request, account: account, valid: valid, context, in: transaction)
                return try self.keep(job, context, in: transaction)
            }
        }
    }

    /// Takes the old card in, or notes with permission why it does not come.
    public func takeOldCard(_ request: OldCardRequest, for id: CardJobID, _ context: DeskContext) async throws -> CardJobAnswer {
        try await change(id, context) { job, transaction in
            guard job.state == .awaitingOldCard else { throw Trouble(.jobWrongState) }
            if let exception = request.exception {
                return try self.except(exception, allowedBy: request.allowedBy, job: &job, context, in: transaction)
            }
            guard let value = request.value else { throw Trouble(.fieldMissing, field: "value") }
            guard try self.cardNumber(in: value, entry: request.entry ?? .keyed) == job.oldCard else { throw Trouble(.notTheOldCard, field: "value") }
            job.state = .readyToPrint
        }
    }

    /// Notes that a print begins, before the first byte leaves, and says what to print. A card may be printed again until one is read back.
    public func beginPrint(of id: CardJobID, _ context: DeskContext) async throws -> CardOrder {
        try await store.write { transaction in
            var job = try self.job(id, in: transaction)
            guard [.readyToPrint, .printing, .printed].contains(job.state) else { throw Trouble(.jobWrongState) }
            job.state = .printing
            job.prints += 1
            job.trouble = nil
            _ = try self.keep(job, context, in: transaction)
            return try self.order(job, in: transaction)
        }
    }

    /// Notes how a print ended: `trouble` is the printer's stable key when no card came out.
    public func endPrint(of id: CardJobID, trouble: String?, _ context: DeskContext) async throws -> CardJobAnswer {
        try await change(id, context) { job, _ in
            guard job.state == .printing else { throw Trouble(.jobWrongState) }
            job.trouble = trouble
            job.state = trouble == nil ? .printed : .readyToPrint
        }
    }

    /// Reads the printed card back: only now the number switches, and the old card is worth nothing.
    public func verify(_ request: IdentifyRequest, for id: CardJobID, _ context: DeskContext) async throws -> CardJobAnswer {
        try await change(id, context) { job, transaction in
            guard [.printing, .printed].contains(job.state) else { throw Trouble(.jobWrongState) }
            guard try self.cardNumber(in: request.value, entry: request.entry) == job.newCard else { throw Trouble(.wrongCard, field: "value") }
            for var card in try transaction.cards(of: job.member) where card.state == .valid && card.number != job.newCard {
                card.state = .replaced
                card.since = context.at
                try transaction.keep(card)
            }
            guard var card = try transaction.card(job.newCard) else { throw Trouble(.unexpected) }
            card.state = .valid
            card.isPrinted = true
            card.tier = job.tier
            card.since = context.at
            try transaction.keep(card)
            job.state = .done
        }
    }

    /// Gives a job up: the member's valid card stays valid, and a number drawn for the job is never used.
    public func cancelCardJob(_ id: CardJobID, _ context: DeskContext) async throws -> CardJobAnswer {
        try await change(id, context) { job, transaction in
            guard !job.isOver else { throw Trouble(.jobWrongState) }
            if var card = try transaction.card(job.newCard), card.state == .pending {
                card.state = .unused
                card.since = context.at
                try transaction.keep(card)
            }
            job.state = .cancelled
        }
    }

    /// Notes that the finished card was handed to the customer, the last step of joining where the text asks for it (SA-02).
    public func handOver(_ id: CardJobID, by: String?, _ context: DeskContext) async throws -> CardJobAnswer {
        try await store.write { transaction in
            var job = try self.job(id, in: transaction)
            guard job.state == .done else { throw Trouble(.jobWrongState) }
            if job.handedOverAt == nil {
                job.handedOverAt = context.at
                job.handedOverBy = by
                try transaction.keep(job)
                _ = try transaction.append(at: context.at, fact: .cardHandedOver(id, member: job.member, by: by)) { _ in [] }
            }
            return try self.answer(job, context, in: transaction)
        }
    }

    /// The jobs that are not over, oldest first.
    public func openCardJobs(_ context: DeskContext) async throws -> [CardJobAnswer] {
        try await store.read { view in try view.openCardJobs(of: nil).map { try self.answer($0, context, in: view) } }
    }

    /// A job by its number.
    public func cardJob(_ id: CardJobID, _ context: DeskContext) async throws -> CardJobAnswer {
        try await store.read { view in try self.answer(try self.job(id, in: view), context, in: view) }
    }

    /// What the job's card looks like; nothing is noted.
    public func cardOrder(of id: CardJobID) async throws -> CardOrder {
        try await store.read { view in try self.order(try self.job(id, in: view), in: view) }
    }
}

extension Desk {
    private func job(
        _ id: CardJobID, _ request: CardJobRequest, account: MemberAccount, valid: Card, _ context: DeskContext, in transaction: any StoreTransaction
    ) throws -> CardJob {
        let standing = account.standing(under: book, at: context.at)
        switch request.kind {
        case .firstIssue:
            guard !valid.isPrinted else { throw Trouble(.firstIssueDone) }
            if programme.membership.fee != nil {
                guard standing.isActive else { throw Trouble(.membershipNotPaid) }
                guard account.member.profileCompletedAt != nil else { throw Trouble(.profileIncomplete) }
            }
            return CardJob(
                id: id, member: request.member, kind: .firstIssue, tier: standing.tier, oldCard: nil, newCard: valid.number, state: .readyToPrint,
                openedAt: context.at)
        case .exchange, .reissue:
            guard valid.isPrinted else { throw Trouble(.jobWrongState, detail: "no card was issued yet: open a first issue") }
            let ladder = programme.ladder
            guard request.kind == .reissue || exchangeIsDue(ladder.rank(of: standing.tier), printed: ladder.rank(of: valid.tier)) else {
                throw Trouble(.noExchangeDue)
            }
            let number = try freshNumber(in: transaction)
            try transaction.keep(
                Card(number: number, member: request.member, tier: standing.tier, state: .pending, isPrinted: false, since: context.at))
            var job = CardJob(
                id: id, member: request.member, kind: request.kind, tier: standing.tier, oldCard: valid.number, newCard: number, state: .awaitingOldCard,
                openedAt: context.at)
            if let exception = request.exception { try except(exception, allowedBy: request.allowedBy, job: &job, context, in: transaction) }
            return job
        }
    }

    private func exchangeIsDue(_ rank: Int, printed: Int) -> Bool {
        rank > printed || rank > 0 && rank < printed && programme.card.isExchangedOnDemotion
    }

    /// No old card comes in. A lost one is dead at once (SA-09), and the new number is the member's from that moment, so that one card is always valid.
    private func except(
        _ exception: CardJob.Exception, allowedBy: String?, job: inout CardJob, _ context: DeskContext, in transaction: any StoreTransaction
    ) throws {
        guard let allowedBy, !allowedBy.isEmpty else { throw Trouble(.exceptionNeedsPermission, field: "allowed_by") }
        job.exception = exception
        job.allowedBy = allowedBy
        job.state = .readyToPrint
        guard exception == .lost, let lost = job.oldCard, var old = try transaction.card(lost), var new = try transaction.card(job.newCard) else { return }
        old.state = .lost
        old.since = context.at
        new.state = .valid
        new.since = context.at
        try transaction.keep(old)
        try transaction.keep(new)
    }

    private func change(
        _ id: CardJobID, _ context: DeskContext, _ step: @escaping @Sendable (inout CardJob, any StoreTransaction) throws -> Void
    ) async throws -> CardJobAnswer {
        try await store.write { transaction in
            var job = try self.job(id, in: transaction)
            try step(&job, transaction)
            return try self.keep(job, context, in: transaction)
        }
    }

    private func job(_ id: CardJobID, in view: any StoreView) throws -> CardJob {
        guard let job = try view.cardJob(id) else { throw Trouble(.jobUnknown) }
        return job
    }

    private func keep(_ changed: CardJob, _ context: DeskContext, in transaction: any StoreTransaction) throws -> CardJobAnswer {
        var job = changed
        job.changedAt = context.at
        try transaction.keep(job)
        let fact = Fact.cardJobChanged(job.id, member: job.member, state: job.state, card: job.newCard.description)
        _ = try transaction.append(at: context.at, fact: fact) { _ in [] }
        return try answer(job, context, in: transaction)
    }

    private func answer(_ job: CardJob, _ context: DeskContext, in view: any StoreView) throws -> CardJobAnswer {
        let speech = Speech(context.language, programme: programme)
        return CardJobAnswer(job, name: try view.member(job.member)?.profile.name, fee: reissueFee(of: job, speech), speech: speech)
    }

    /// A card made anew for a lost or damaged one costs its material (SA-09, A-SA-3); an exchange for a higher tier costs nothing.
    private func reissueFee(of job: CardJob, _ speech: Speech) -> DealingAnswer.Line? {
        guard job.kind == .reissue, let rule = programme.card.reissueRule, let fee = programme.card.reissueFee.value else { return nil }
        return DealingAnswer.Line(rule: rule, text: speech(Phrase(.reissueFee, ["amount": .money(fee, programme.currency)])), net: fee, cost: nil)
    }

    private func order(_ job: CardJob, in view: any StoreView) throws -> CardOrder {
        CardOrder(
            job: job.id, name: try view.member(job.member)?.profile.name ?? "", number: job.newCard,
            code: codes?.sealed(job.newCard.digits) ?? job.newCard.digits, tier: job.tier)
    }
}
