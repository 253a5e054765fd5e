public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Hands out a gift for points, recruits or an adopted suggestion: a line that costs the member nothing, with what it costs the shop (SH-11, SH-12, SH-16).
    public func give(_ request: GiftRequest, _ context: DeskContext) async throws -> Reply {
        for (field, amount) in [("price", request.price), ("cost", request.cost)] {
            if let amount, amount < .zero || amount > Money.limit { throw Trouble(.amountWrong, field: field) }
        }
        return try await deal("gift", id: request.id, with: request.member, by: request.by, content: request, context) { account, transaction in
            let standing = account.standing(under: self.book, at: context.at)
            switch request.reason {
            case .points: return try self.exchange(request, standing: standing, in: transaction)
            case .recruits:
                guard let gift = self.programme.recruiting?.gift, account.recruitingGifts(recruits: standing.recruits, under: self.programme) > 0 else {
                    throw Trouble(.giftNotEarned)
                }
                try self.check(request.price, within: gift.limit)
                return CheckedDealing(kind: .recruitingGift, cost: request.cost, line: Self.freeLine(gift.rule, gift.name, cost: request.cost))
            case .suggestion:
                let recruiting = account.recruitingGifts(recruits: standing.recruits, under: self.programme)
                guard standing.gifts > recruiting, let rule = self.suggestionRule, let name = rule.gift else { throw Trouble(.giftNotEarned) }
                return CheckedDealing(kind: .suggestionGift, cost: request.cost, line: Self.freeLine(rule.rule, name, cost: request.cost))
            }
        }
    }

    /// Puts points right by hand, with the reason and who did it.
    public func adjust(_ request: AdjustmentRequest, _ context: DeskContext) async throws -> Reply {
        try await deal("adjustment", id: request.id, with: request.member, by: request.by, content: request, context) { account, _ in
            guard !request.reason.isEmpty else { throw Trouble(.fieldMissing, ["field": .name("reason")], field: "reason") }
            guard !request.by.isEmpty else { throw Trouble(.fieldMissing, ["field": .name("by")], field: "by") }
            guard request.points != .zero, request.points.count.magnitude <= Self.mostByHand else {
                throw Trouble(.fieldWrong, ["field": .name("points")], field: "points", detail: "1 to \(Self.mostByHand) points, or as many to take away")
            }
            let balance = account.standing(under: self.book, at: context.at).points
            if request.mayOverdraw == false, request.points < .zero, balance + request.points < .zero {
                throw Trouble(.pointsShort, ["usable": .points(balance)], field: "points")
            }
            return CheckedDealing(kind: .adjustment(request.points, reason: request.reason))
        }
    }

    /// Notes that a member's suggestion was adopted: its gift is theirs (SH-16). `reference` names the suggestion.
    public func adoptSuggestion(of member: MemberID, reference: String, by: String?, _ context: DeskContext) async throws -> Reply {
        try await deal("adoption", id: DealingID("adopted \(reference)"), with: member, by: by, content: reference, context) { _, _ in
            guard self.suggestionRule?.gift != nil else { throw Trouble(.giftUnknown) }
            return CheckedDealing(kind: .suggestionAdopted(reference: reference))
        }
    }

    private var suggestionRule: IntakeRule? { programme.desk.intake.first { $0.kind == .suggestion } }

    func exchange(_ request: GiftRequest, standing: Standing, in view: any StoreView) throws -> CheckedDealing {
        guard let catalogue = programme.gifts, let id = request.gift, let gift = catalogue[id] else { throw Trouble(.giftUnknown, field: "gift") }
        guard standing.usable >= gift.points else { throw Trouble(.pointsShort, ["usable": .points(standing.usable)], field: "gift") }
        if let stock = gift.stock, try view.taken(id) >= stock { throw Trouble(.giftOutOfStock, field: "gift") }
        let cost = request.cost ?? gift.cost
        return CheckedDealing(kind: .gift(id, gift.points), cost: cost, line: Self.freeLine(catalogue.rule, gift.name, cost: cost))
    }

    /// Where the table has a limit, what is handed out has a price (A-SH-4).
    private func check(_ price: Money?, within limit: Figure<Money>) throws {
        guard let limit = limit.value else { return }
        guard let price else { throw Trouble(.fieldMissing, ["field": .name("price")], field: "price") }
        guard price <= limit else { throw Trouble(.giftTooDear, ["limit": .money(limit, programme.currency)], field: "price") }
    }

    private static func freeLine(_ rule: RuleID, _ name: Wording, cost: Money?) -> @Sendable (MemberAccount, Speech) -> DealingAnswer.Line? {
        { _, speech in DealingAnswer.Line(rule: rule, text: speech(Phrase(.giftHandedOut, ["gift": .words(name)])), net: .zero, cost: cost) }
    }

    private static let mostByHand = 1_000_000
}
