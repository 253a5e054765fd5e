public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Takes in an opinion, a suggestion, a complaint or the promise to call back, and puts it on the manager's list (KM-21, SH-16, LB-10, LB-12, CL-7).
    ///
    /// Under any table: a complaint is never turned away. It needs its essence and where to reach the person; a call-back needs the time.
    public func takeIn(_ request: FeedbackRequest, _ context: DeskContext) async throws -> Reply {
        let drawn = request.feedback ?? FeedbackID(drawnNumber("F"))
        let keyed = try Keyed("feedback", subject: request.feedback?.rawValue, content: request, clash: .recordExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                let feedback = try self.feedback(drawn, request, context, in: transaction)
                try self.note(feedback, .opened, context, in: transaction)
                return self.taken(feedback, Speech(context.language, programme: self.programme))
            }
        }
    }

    /// What waits for the manager: promised calls that are due first, by their time, then everything in the order it came (LB-10, LB-12).
    public func openFeedback(_ context: DeskContext) async throws -> FeedbackListAnswer {
        try await store.read { view in
            let open = try view.openDocuments(Feedback.self)
            let due = open.filter { $0.isOverdue(at: context.at) }.sorted { ($0.dueAt ?? $0.at, $0.at) < ($1.dueAt ?? $1.at, $1.at) }
            let rest = open.filter { !$0.isOverdue(at: context.at) }
            return FeedbackListAnswer(feedback: try (due + rest).map { try self.answer($0, in: view, at: context.at) })
        }
    }

    /// What was taken in on a day, with what came of it, in the order it came.
    public func feedback(on day: Day, _ context: DeskContext) async throws -> FeedbackListAnswer {
        try await store.read { view in
            FeedbackListAnswer(
                feedback: try view.documents(Feedback.self, from: day, through: day).map { try self.answer($0, in: view, at: context.at) })
        }
    }

    /// One of them.
    public func feedback(_ id: FeedbackID, _ context: DeskContext) async throws -> FeedbackAnswer {
        try await store.read { view in try self.answer(self.kept(id, Feedback.self, in: view), in: view, at: context.at) }
    }

    /// Notes what came of it and takes it off the list; an adopted suggestion of a member gets its gift (SH-16).
    public func close(_ id: FeedbackID, _ request: OutcomeRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("outcome", subject: id.rawValue, content: request, clash: .recordClosed)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                var feedback = try self.kept(id, Feedback.self, in: transaction)
                guard feedback.isOpen else { throw Trouble(.recordClosed) }
                let isAdopted = request.adopted ?? false
                guard !isAdopted || feedback.about == .suggestion else {
                    throw Trouble(.fieldWrong, field: "adopted", detail: "only a suggestion is adopted")
                }
                feedback.outcome = Feedback.Outcome(
                    text: try WrittenText(request.text, field: "text").needed("text"), at: context.at,
                    by: try WrittenText(line: request.by, field: "by").text, isAdopted: isAdopted)
                try self.note(feedback, .closed, context, in: transaction)
                let gift = isAdopted ? try self.adopt(feedback, context, in: transaction) : nil
                return ClosedFeedbackAnswer(
                    feedback: id, kind: feedback.about, state: .closed, adopted: isAdopted,
                    gift: gift.map { Speech(context.language, programme: self.programme)($0) })
            }
        }
    }
}

extension Desk {
    private func feedback(_ id: FeedbackID, _ request: FeedbackRequest, _ context: DeskContext, in view: any StoreView) throws -> Feedback {
        try refuseTaken(id, Feedback.self, in: view)
        let sale = try request.ticket.map { ticket in
            guard let sale = try view.sale(ticket) else { throw Trouble(.ticketUnknown, ["ticket": .name(ticket.rawValue)], field: "ticket") }
            return sale
        }
        let member = try member(of: request, in: view) ?? sale?.member
        let feedback = Feedback(
            id: id, about: request.kind, member: member, ticket: request.ticket, at: context.at, day: day(of: context),
            name: try WrittenText(line: request.name, field: "name").text, contact: try WrittenText(line: request.contact, field: "contact").text,
            essence: try WrittenText(request.essence, field: "essence").text, rating: request.rating, dueAt: request.dueAt,
            takenBy: try WrittenText(line: request.staff, field: "staff").text)
        let isReachable = try feedback.contact != nil || member.flatMap { try view.member($0)?.profile.phone } != nil
        try check(feedback, isReachable: isReachable)
        return feedback
    }

    private func check(_ feedback: Feedback, isReachable: Bool) throws(Trouble) {
        if let rating = feedback.rating, !(1...5).contains(rating) { throw Trouble(.fieldWrong, field: "rating", detail: "a rating is 1 to 5") }
        if feedback.essence == nil, feedback.about != .callBack, feedback.about != .opinion || feedback.rating == nil {
            throw Trouble(.fieldMissing, field: "essence")
        }
        if feedback.about == .complaint || feedback.about == .callBack, !isReachable { throw Trouble(.fieldMissing, field: "contact") }
        if feedback.about == .callBack, feedback.dueAt == nil { throw Trouble(.fieldMissing, field: "due_at") }
        if let due = feedback.dueAt, due < feedback.at { throw Trouble(.fieldWrong, field: "due_at", detail: "the time to call back has passed") }
    }

    /// What the desk answers when a word is taken in. No personal data: this answer is kept for a repeat.
    private func taken(_ feedback: Feedback, _ speech: Speech) -> TakenFeedbackAnswer {
        var say = [speech(Phrase(feedback.about == .complaint ? .sayComplaintTaken : .sayWordTaken))]
        if let due = feedback.dueAt {
            say.append(speech(Phrase(.sayCallBack, ["day": .day(programme.calendar.day(of: due)), "time": .name(speech.clock(due))])))
        }
        return TakenFeedbackAnswer(
            feedback: feedback.id, kind: feedback.about, state: .open, member: feedback.member, ticket: feedback.ticket, at: feedback.at,
            dueAt: feedback.dueAt, say: say, rule: programme.desk.intake(of: feedback.about)?.rule)
    }

    private func answer(_ feedback: Feedback, in view: any StoreView, at instant: Instant) throws -> FeedbackAnswer {
        let member = try feedback.member.flatMap { try view.member($0)?.profile }
        return FeedbackAnswer(
            feedback: feedback.id, kind: feedback.about, state: feedback.isOpen ? .open : .closed, member: feedback.member,
            name: feedback.name ?? member?.name, contact: feedback.contact ?? member?.phone, ticket: feedback.ticket, essence: feedback.essence,
            rating: feedback.rating, at: feedback.at, dueAt: feedback.dueAt, isOverdue: feedback.isOverdue(at: instant), takenBy: feedback.takenBy,
            outcome: feedback.outcome.map { FeedbackAnswer.Outcome(text: $0.text, at: $0.at, by: $0.by, adopted: $0.isAdopted) },
            rule: programme.desk.intake(of: feedback.about)?.rule)
    }

    /// Notes the gift that an adopted suggestion brings its member (SH-16); nil where the table has none or nobody is a member.
    private func adopt(_ suggestion: Feedback, _ context: DeskContext, in transaction: any StoreTransaction) throws -> Wording? {
        guard let member = suggestion.member, let gift = programme.desk.intake(of: .suggestion)?.gift else { return nil }
        let id = DealingID("adopted \(suggestion.id)")
        guard try transaction.dealing(id) == nil else { return gift }
        let dealing = Dealing(id: id, member: member, at: context.at, kind: .suggestionAdopted(reference: suggestion.id.rawValue))
        _ = try keep(dealing, of: account(member, in: transaction), line: { _, _ in nil }, context, in: transaction)
        return gift
    }
}
