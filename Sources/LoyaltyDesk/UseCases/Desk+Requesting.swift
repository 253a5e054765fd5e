public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Takes a member's wish for a benefit; a tier that has not the benefit is refused (KM-13, RULES 10.4), and so is one out of its time (KM-15 … KM-17).
    public func request(_ request: BenefitRequestRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("request", subject: request.request.rawValue, content: request, clash: .requestExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                guard let benefit = self.programme.benefits.first(where: { $0.id == request.benefit && $0.isRequested }) else {
                    throw Trouble(.benefitUnknown, field: "benefit")
                }
                let account = try self.account(request.member, in: transaction)
                guard self.programme.benefits(of: account.standing(under: self.book, at: context.at)).contains(benefit) else { throw self.tierLacks(benefit) }
                let calendar = self.programme.calendar
                if let objection = benefit.objection(to: request.circumstances, on: calendar.day(of: context.at), calendar: calendar) { throw objection }
                let wish = BenefitRequest(
                    id: request.request, member: request.member, benefit: request.benefit, at: context.at, circumstances: request.circumstances)
                try transaction.keep(wish)
                _ = try transaction.append(at: context.at, by: context.by, fact: .benefitRequested(wish)) { _ in [] }
                return self.answer(wish)
            }
        }
    }

    /// Notes that a wish is being examined (KM-15).
    public func review(_ id: RequestID, by: String?, _ context: DeskContext) async throws -> RequestAnswer {
        try await change(id, context) { wish in
            guard wish.state == .requested || wish.state == .underReview else { throw Trouble(.requestDecided) }
            wish.state = .underReview
            return .benefitReviewed(id, by: by)
        }
    }

    /// Takes the club's answer to a wish.
    public func decide(_ id: RequestID, _ decision: DecisionRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("decision", subject: id.rawValue, content: decision, clash: .requestDecided)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                guard var wish = try transaction.request(id) else { throw Trouble(.requestUnknown, field: "request") }
                wish.state = decision.approved ? .approved : .refused
                wish.decidedAt = context.at
                wish.decidedBy = decision.by
                wish.reason = try WrittenText(decision.reason, field: "reason", limit: 500).text
                try transaction.keep(wish)
                _ = try transaction.append(at: context.at, by: context.by, fact: .benefitDecided(id, approved: decision.approved, by: decision.by)) { _ in [] }
                return self.answer(wish)
            }
        }
    }

    /// Notes that the customer has been told the result (KM-15 … KM-18).
    public func tell(_ id: RequestID, by: String?, _ context: DeskContext) async throws -> RequestAnswer {
        try await change(id, context) { wish in
            guard wish.state == .approved || wish.state == .refused else { throw Trouble(.requestUndecided) }
            if wish.toldAt == nil {
                wish.toldAt = context.at
                wish.toldBy = by
            }
            return .benefitTold(id, by: by)
        }
    }

    private func change(
        _ id: RequestID, _ context: DeskContext, _ step: @escaping @Sendable (inout BenefitRequest) throws -> Fact
    ) async throws -> RequestAnswer {
        try await store.write { transaction in
            guard var wish = try transaction.request(id) else { throw Trouble(.requestUnknown, field: "request") }
            let before = wish
            let fact = try step(&wish)
            guard wish != before else { return self.answer(wish) }
            try transaction.keep(wish)
            _ = try transaction.append(at: context.at, by: context.by, fact: fact) { _ in [] }
            return self.answer(wish)
        }
    }

    private func tierLacks(_ benefit: Benefit) -> Trouble {
        let lowest = programme.ladder.tiers.first { benefit.tiers.contains($0.id) }
        return Trouble(
            .tierHasNotBenefit,
            ["benefit": .words(benefit.name), "tier": .words(lowest?.name ?? programme.ladder.belowFirst), "rule": .name(benefit.rule.rawValue)])
    }
}
