import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    func job(_ id: CardJobID, in view: any StoreView) throws -> CardJob {
        guard let job = try view.cardJob(id) else { throw Trouble(.jobUnknown) }
        return job
    }

    /// One step of a job, as one transaction.
    func step(
        of id: CardJobID, by: String?, _ context: DeskContext, _ step: @escaping @Sendable (inout CardJob, any StoreTransaction) throws -> Void
    ) async throws -> CardJobAnswer {
        try await store.write { transaction in
            var job = try self.job(id, in: transaction)
            try step(&job, transaction)
            return try self.keep(job, by: by, context, in: transaction)
        }
    }

    func course(of job: CardJob, in view: any StoreView) throws -> CardCourse {
        CardCourse(at: job.state, counts: try view.card(job.newCard)?.state == .valid)
    }

    /// Refuses a step that is not due, before anything else is asked.
    func demand(_ event: CardCourse.Event, of job: CardJob, in view: any StoreView) throws {
        guard try course(of: job, in: view).waysOn.contains(event) else { throw Trouble(.jobWrongState, detail: "the job is \(job.state.rawValue)") }
    }

    /// Takes a step of the course, and does to the cards what it says.
    func take(_ event: CardCourse.Event, job: inout CardJob, _ context: DeskContext, in transaction: any StoreTransaction) throws {
        try demand(event, of: job, in: transaction)
        var course = try course(of: job, in: transaction)
        let effect = try course.take(event)
        job.state = course.state
        switch effect {
        case .lose:
            if let old = job.oldCard { try turn(old, to: .lost, context, in: transaction) }
            try turn(job.newCard, to: .valid, context, in: transaction)
        case .redraw: try redraw(&job, context, in: transaction)
        case .drop: try turn(job.newCard, to: .unused, context, in: transaction)
        case .switch:
            for card in try transaction.cards(of: job.member) where card.state == .valid && card.number != job.newCard {
                try turn(card.number, to: .replaced, context, in: transaction)
            }
            try turn(job.newCard, to: .valid, context, in: transaction) { [tier = job.tier] card in
                card.isPrinted = true
                card.tier = tier
            }
        case nil: break
        }
    }

    /// No old card comes in. A lost one is dead at once (SA-09), and the new number is the member's from that moment, so that one card is always valid.
    func except(
        _ exception: CardJob.Exception, allowedBy: String?, job: inout CardJob, _ context: DeskContext, in transaction: any StoreTransaction
    ) throws {
        let event = exception == .lost ? CardCourse.Event.oldCardLost : .oldCardMissing
        try demand(event, of: job, in: transaction)
        let permission = try self.permission(allowedBy)
        try take(event, job: &job, context, in: transaction)
        job.exception = exception
        job.allowedBy = permission
        if exception == .lost, job.kind == .reissue { job.reason = .lost }
        _ = try transaction.append(at: context.at, by: context.by, fact: .oldCardExcused(job.id, member: job.member, exception, by: permission)) { _ in [] }
    }

    /// Who allows a typed number; nil when a reader read the card.
    func permission(toType request: ReadBackRequest) throws -> String? {
        switch request.entry {
        case .swiped, .scanned: return nil
        case .keyed:
            guard let allowed = try WrittenText(line: request.allowedBy, field: "allowed_by").text else {
                throw Trouble(.readBackByReader, field: "allowed_by")
            }
            return allowed
        case .phone: throw Trouble(.fieldWrong, field: "entry", detail: "a card is read back swiped or scanned")
        }
    }

    private func permission(_ allowedBy: String?) throws -> String {
        guard let allowed = try WrittenText(line: allowedBy, field: "allowed_by").text else {
            throw Trouble(.exceptionNeedsPermission, field: "allowed_by")
        }
        return allowed
    }

    /// The tier that the card to be printed shows: the one the member stands in now, since a return may have taken the job's away. Nil where that leaves
    /// nothing to exchange.
    func tierToPrint(for job: CardJob, _ context: DeskContext, in view: any StoreView) throws -> TierID? {
        let tier = try account(job.member, in: view).standing(under: book, at: context.at).tier
        let old = try job.oldCard.flatMap { try view.card($0) }
        if job.kind == .exchange, let old, old.state == .valid, !exchangeIsDue(from: old.tier, to: tier) { return nil }
        return tier == .none ? job.tier : tier
    }

    /// Gives the present number up, since a card with it may lie about, and goes on with a fresh one of the same worth.
    private func redraw(_ job: inout CardJob, _ context: DeskContext, in transaction: any StoreTransaction) throws {
        guard let before = try transaction.card(job.newCard) else { throw Trouble(.unexpected) }
        try turn(before.number, to: .unused, context, in: transaction)
        let number = try freshNumber(in: transaction)
        try transaction.keep(
            Card(
                number: number, member: before.member, tier: before.tier, state: before.state, isPrinted: false, since: context.at, replaces: before.replaces))
        job.newCard = number
        job.stripe = nil
    }

    private func turn(
        _ number: CardNumber, to state: Card.State, _ context: DeskContext, in transaction: any StoreTransaction, _ more: (inout Card) -> Void = { _ in }
    ) throws {
        guard var card = try transaction.card(number) else { throw Trouble(.unexpected) }
        card.state = state
        card.since = context.at
        more(&card)
        try transaction.keep(card)
    }

    /// Keeps a job that moved, with its link of the journal.
    func keep(_ changed: CardJob, by: String?, _ context: DeskContext, in transaction: any StoreTransaction) throws -> CardJobAnswer {
        var job = changed
        job.changedAt = context.at
        job.steps = (job.steps ?? []) + [CardJob.Step(state: job.state, at: context.at, by: try WrittenText(line: by, field: "by").text)]
        try transaction.keep(job)
        let fact = Fact.cardJobChanged(job.id, member: job.member, state: job.state, card: job.newCard.description)
        _ = try transaction.append(at: context.at, by: context.by, fact: fact) { _ in [] }
        return try answer(job, context, in: transaction)
    }
}
