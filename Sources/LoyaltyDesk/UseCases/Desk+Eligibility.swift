public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// Who has not bought enough yet may join only with permission and a reason (TI-02); whether both were needed.
    func needsPermission(_ tickets: [Sale], _ request: EnrolRequest) throws -> Bool {
        guard let eligibility = programme.membership.eligibility, let amount = eligibility.amount.value else { return false }
        let bought = tickets.reduce(Money.zero) { $0 + eligibility.counted(in: $1) }
        guard bought < amount else { return false }
        guard let allowed = request.allowedBy, !allowed.isEmpty, let reason = request.reason, !reason.isEmpty else {
            throw Trouble(.notEligible, ["short": .money(amount - bought, programme.currency)], field: "tickets")
        }
        return true
    }

    /// The club is offered to a customer without a card who qualifies, once a visit, until they ask not to be told again (TI-02, SH-02).
    func offers(to sale: Sale, in view: any StoreView, _ speech: Speech) throws -> [TaskAnswer] {
        guard let eligibility = programme.membership.eligibility, let amount = eligibility.amount.value else { return [] }
        let offer = [TaskAnswer(kind: .offerMembership, text: speech(Phrase(.taskOfferMembership)))]
        let here = eligibility.counted(in: sale)
        guard let visitor = sale.visitor else { return here >= amount && here > .zero ? offer : [] }
        guard try view.visitor(visitor)?.declinedForGoodAt == nil else { return [] }
        let earlier = try view.sales(to: visitor).filter { $0.ticket != sale.ticket }
        guard !earlier.contains(where: { $0.member != nil }) else { return [] }
        let before = earlier.reduce(Money.zero) { $0 + eligibility.counted(in: $1) }
        guard before + here >= amount, before + here > .zero else { return [] }
        let today = programme.calendar.day(of: sale.at)
        let wasTold = before >= amount && before > .zero && earlier.contains { programme.calendar.day(of: $0.at) == today }
        return wasTold ? [] : offer
    }

    /// Notes that a customer without a card does not want to be told of the club again.
    public func decline(_ visitor: VisitorID, _ context: DeskContext) async throws -> DeclineAnswer {
        guard !visitor.rawValue.isEmpty else { throw Trouble(.fieldMissing, field: "visitor") }
        return try await store.write { transaction in
            if try transaction.visitor(visitor)?.declinedForGoodAt == nil {
                try transaction.keep(Visitor(id: visitor, declinedForGoodAt: context.at))
            }
            return DeclineAnswer(visitor: visitor, asksAgain: false)
        }
    }
}

/// What a customer without a card has answered.
public struct DeclineAnswer: Codable, Sendable, Hashable {
    /// The till's number.
    public let visitor: VisitorID
    /// Whether they will be told of the club again.
    public let asksAgain: Bool

    enum CodingKeys: String, CodingKey {
        case visitor
        case asksAgain = "asks_again"
    }
}

extension Eligibility {
    /// What of a ticket counts: what is paid for the categories' lines that have not come back.
    func counted(in sale: Sale) -> Money {
        sale.lines.reduce(.zero) { categories.isEmpty || categories.contains($1.category) ? $0 + $1.standingNet : $0 }
    }
}
