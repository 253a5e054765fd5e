public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Takes a member's wish for a benefit; a tier that has not the benefit is refused (KM-13, RULES 10.4).
    public func request(_ request: BenefitRequestRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("request", subject: request.request.rawValue, content: request, clash: .requestExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                guard let benefit = self.programme.benefits.first(where: { $0.id == request.benefit && $0.isRequested }) else {
                    throw Trouble(.benefitUnknown, field: "benefit")
                }
                let account = try self.account(request.member, in: transaction)
                guard benefit.tiers.contains(account.standing(under: self.book).tier) else { throw self.tierLacks(benefit) }
                let wish = BenefitRequest(id: request.request, member: request.member, benefit: request.benefit, at: context.at)
                try transaction.keep(wish)
                _ = try transaction.append(at: context.at, fact: .benefitRequested(wish)) { _ in [] }
                return RequestAnswer(wish)
            }
        }
    }

    /// Takes the club's answer to a wish.
    public func decide(_ id: RequestID, _ decision: DecisionRequest, _ context: DeskContext) async throws -> Reply {
        let keyed = try Keyed("decision", subject: id.rawValue, content: decision, clash: .requestDecided)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                guard var wish = try transaction.request(id) else { throw Trouble(.requestUnknown, field: "request") }
                wish.state = decision.approved ? .approved : .refused
                try transaction.keep(wish)
                _ = try transaction.append(at: context.at, fact: .benefitDecided(id, approved: decision.approved, by: decision.by)) { _ in [] }
                return RequestAnswer(wish)
            }
        }
    }

    private func tierLacks(_ benefit: Benefit) -> Trouble {
        let lowest = programme.ladder.tiers.first { benefit.tiers.contains($0.id) }
        return Trouble(
            .tierHasNotBenefit,
            ["benefit": .words(benefit.name), "tier": .words(lowest?.name ?? programme.ladder.belowFirst), "rule": .name(benefit.rule.rawValue)])
    }
}
