import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyStorage

extension Desk {
    func answer(_ job: CardJob, isPrinting: Bool = false, _ context: DeskContext, in view: any StoreView) throws -> CardJobAnswer {
        let speech = Speech(context.language, programme: programme)
        let course = try course(of: job, in: view)
        return CardJobAnswer(
            job: job.id, member: job.member, name: try view.member(job.member)?.profile.name, kind: job.kind, reason: job.reason, state: job.state,
            tier: speech.tier(job.tier), oldCard: job.oldCard?.description, newCard: job.newCard.description, exception: job.exception,
            allowedBy: job.allowedBy, prints: job.prints, trouble: job.trouble, stripe: job.stripe?.tracks, fee: reissueFee(of: job, speech),
            advice: (isPrinting ? [Phrase(.jobWait)] : advice(on: job, course)).map { speech($0) }, next: next(job, course, isPrinting: isPrinting),
            openedAt: job.openedAt, changedAt: job.changedAt, handedOverAt: job.handedOverAt)
    }

    private func next(_ job: CardJob, _ course: CardCourse, isPrinting: Bool) -> [CardJobCall] {
        var calls = Set(course.waysOn.compactMap { CardJobCall($0) })
        if job.state == .done, job.handedOverAt == nil { calls.insert(.handOver) }
        if isPrinting { calls.subtract([.print, .verify]) }
        return CardJobCall.allCases.filter { calls.contains($0) }
    }

    /// What to do now, in the order of doing it.
    private func advice(on job: CardJob, _ course: CardCourse) -> [Phrase] {
        func old(_ key: PhraseKey) -> Phrase { Phrase(key, ["card": .name(job.oldCard?.description ?? "")]) }
        let hasOldCard = job.oldCard != nil && job.exception == nil
        return switch job.state {
        case .awaitingOldCard: [old(.jobTakeOldCard)]
        case .readyToPrint: [Phrase(job.trouble == nil ? .jobPrint : .jobPrintAgain)]
        case .printing: [Phrase(.jobLookForCard)]
        case .spoiled: [Phrase(.jobThrowAway), Phrase(.jobPrintAgain)]
        case .printed: [Phrase(course.counts ? .jobReadBackFirst : .jobReadBack)]
        case .done: (hasOldCard ? [old(.jobDestroyOldCard)] : []) + (job.handedOverAt == nil ? [Phrase(.jobHandOver)] : [])
        case .cancelled:
            (job.prints > 0 ? [Phrase(.jobThrowAway)] : [])
                + [course.counts || job.oldCard == nil || job.exception == .lost ? Phrase(.jobNoCardMade) : old(.jobGiveBack)]
        }
    }

    /// A card made anew for a lost or damaged one costs its material (SA-09, A-SA-3); an exchange for a higher tier and a printer's fault cost nothing.
    private func reissueFee(of job: CardJob, _ speech: Speech) -> DealingAnswer.Line? {
        // A job of before reasons were kept was charged whatever it was for.
        guard job.kind == .reissue, job.reason?.isCharged ?? true, let rule = programme.card.reissueRule, let fee = programme.card.reissueFee.value else {
            return nil
        }
        return DealingAnswer.Line(rule: rule, text: speech(Phrase(.reissueFee, ["amount": .money(fee, programme.currency)])), net: fee, cost: nil)
    }

    func order(_ job: CardJob, in view: any StoreView) throws -> CardOrder {
        CardOrder(
            job: job.id, name: try view.member(job.member)?.profile.name ?? "", number: job.newCard,
            code: codes?.sealed(job.newCard.digits) ?? job.newCard.digits, tier: job.tier, print: job.prints)
    }
}
