public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// The card desk. What may follow what is `CardCourse`'s to say; each step is one transaction, on disk before its answer leaves.
extension Desk {
    /// Begins a first issue, an exchange or a reissue. A member has one open job at the most.
    public func openCardJob(_ request: CardJobRequest, _ context: DeskContext) async throws -> Reply {
        let id = CardJobID("J" + String(serials.next() % 1_000_000_000_000, radix: 36).uppercased())
        let keyed = try Keyed("card job", subject: nil, content: request, clash: .keyReused)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) { try self.open(id, request, context, in: transaction) }
        }
    }

    /// Takes the old card in, or notes with permission why it does not come. That it is lost may be said at any step, and kills its number at once (SA-09).
    public func takeOldCard(_ request: OldCardRequest, for id: CardJobID, _ context: DeskContext) async throws -> CardJobAnswer {
        try await step(of: id, by: request.by, context) { job, transaction in
            if let exception = request.exception {
                return try self.except(exception, allowedBy: request.allowedBy, job: &job, context, in: transaction)
            }
            try self.demand(.oldCardIn, of: job, in: transaction)
            guard let value = request.value else { throw Trouble(.fieldMissing, field: "value") }
            let number = try self.cardNumber(in: value, entry: request.entry ?? .keyed)
            if let objection = try self.objection(toOldCard: number, of: job, in: transaction) { throw objection }
            try self.take(.oldCardIn, job: &job, context, in: transaction)
        }
    }

    /// Notes that a print begins, before the first byte leaves, and says what to print: the tier the member stands in now.
    ///
    /// A card may be printed until one is read back. Where a card with the number before may lie about, the number is a fresh one.
    public func beginPrint(of id: CardJobID, by: String? = nil, _ context: DeskContext) async throws -> CardOrder {
        try await store.write { transaction in
            var job = try self.job(id, in: transaction)
            try self.demand(.printBegan, of: job, in: transaction)
            guard let tier = try self.tierToPrint(for: job, context, in: transaction) else { throw Trouble(.exchangeLapsed) }
            job.tier = tier
            try self.take(.printBegan, job: &job, context, in: transaction)
            job.prints += 1
            job.trouble = nil
            job.stripe = nil
            _ = try self.keep(job, by: by, context, in: transaction)
            return try self.order(job, in: transaction)
        }
    }

    /// Notes how a print ended. A print that the job has not waited for, because it was read back, begun anew or given up, changes nothing.
    public func endPrint(_ order: CardOrder, _ end: PrintEnd, _ context: DeskContext) async throws -> CardJobAnswer {
        try await store.write { transaction in
            var job = try self.job(order.job, in: transaction)
            guard job.state == .printing, job.prints == order.print else { return try self.answer(job, context, in: transaction) }
            try self.take(end.event, job: &job, context, in: transaction)
            job.trouble = end.trouble
            return try self.keep(job, by: nil, context, in: transaction)
        }
    }

    /// Notes what the writer put on the stripe of the card printed last, once it was read back equal. A card printed since makes it void.
    public func noteStripe(_ order: CardOrder, by: String? = nil, _ context: DeskContext) async throws -> CardJobAnswer {
        try await step(of: order.job, by: by, context) { job, transaction in
            guard job.prints == order.print else { throw Trouble(.jobWrongState, detail: "another card was printed since") }
            try self.take(.stripeWritten, job: &job, context, in: transaction)
            job.stripe = CardJob.Stripe(tracks: order.stripe.keys.sorted(), at: context.at)
        }
    }

    /// Reads the printed card back: only now the number switches, and the old card is worth nothing.
    ///
    /// A card that is not the one printed last is named for what it is, and changes nothing. A typed number needs somebody's permission.
    public func verify(_ request: ReadBackRequest, for id: CardJobID, _ context: DeskContext) async throws -> CardJobAnswer {
        try await step(of: id, by: request.by, context) { job, transaction in
            try self.demand(.readBack, of: job, in: transaction)
            let typed = try self.permission(toType: request)
            let number = try self.cardNumber(in: request.value, entry: request.entry)
            if let objection = try self.objection(toNewCard: number, of: job, in: transaction) { throw objection }
            try self.take(.readBack, job: &job, context, in: transaction)
            job.typedAllowedBy = typed
            job.trouble = nil
        }
    }

    /// Gives a job up: the valid card stays valid, and a number that may be on a piece of card is never used.
    public func cancelCardJob(_ id: CardJobID, by: String? = nil, _ context: DeskContext) async throws -> CardJobAnswer {
        try await step(of: id, by: by, context) { job, transaction in try self.take(.givenUp, job: &job, context, in: transaction) }
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
                _ = try transaction.append(at: context.at, by: context.by, fact: .cardHandedOver(id, member: job.member, by: by)) { _ in [] }
            }
            return try self.answer(job, context, in: transaction)
        }
    }

    /// The jobs that are not over, oldest first: also those that a power cut left behind, to go on with or to give up.
    ///
    /// - Parameter printing: The jobs whose card is on its way to a printer this moment: there is nothing to do but to wait.
    public func openCardJobs(printing: Set<CardJobID> = [], _ context: DeskContext) async throws -> [CardJobAnswer] {
        try await store.read { view in
            try view.openCardJobs(of: nil).map { try self.answer($0, isPrinting: printing.contains($0.id), context, in: view) }
        }
    }

    /// A job by its number.
    public func cardJob(_ id: CardJobID, isPrinting: Bool = false, _ context: DeskContext) async throws -> CardJobAnswer {
        try await store.read { view in try self.answer(try self.job(id, in: view), isPrinting: isPrinting, context, in: view) }
    }

    /// What the job's card looks like, printed or as it would be printed now; nothing is noted.
    public func cardOrder(of id: CardJobID, _ context: DeskContext) async throws -> CardOrder {
        try await store.read { view in
            var job = try self.job(id, in: view)
            if [.awaitingOldCard, .readyToPrint, .spoiled].contains(job.state) { job.tier = try self.tierToPrint(for: job, context, in: view) ?? job.tier }
            return try self.order(job, in: view)
        }
    }
}
