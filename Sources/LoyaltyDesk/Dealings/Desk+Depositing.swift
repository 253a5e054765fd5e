import LoyaltyModel
import LoyaltyRules

extension Desk {
    /// Takes money into a member's deposit (SH-01); it never mixes with points.
    public func load(_ request: LoadRequest, _ context: DeskContext) async throws -> Reply {
        try await deal("load", id: request.id, with: request.member, by: request.by, content: request, context) { account, _ in
            try self.checkDepositsAreKept(field: "amount")
            guard request.amount > .zero, request.amount <= Money.limit else { throw Trouble(.amountWrong, field: "amount") }
            if let limit = self.programme.storedValue?.limit.value, account.storedValue + request.amount > limit {
                throw Trouble(.depositLimit, ["limit": .money(limit, self.programme.currency)], field: "amount")
            }
            let programme = self.programme
            return CheckedDealing(kind: .deposit(request.amount)) { _, speech in
                DealingAnswer.Line(
                    rule: programme.storedValue?.rule ?? "", text: speech(Phrase(.deposited, ["amount": .money(request.amount, programme.currency)])),
                    net: request.amount, cost: nil)
            }
        }
    }

    /// Takes a membership fee, or notes the condition that takes the place of the first one (SA-02, SA-04).
    public func payFee(_ request: FeeRequest, _ context: DeskContext) async throws -> Reply {
        try await deal("fee", id: request.id, with: request.member, by: request.by, content: request, context) { account, _ in
            guard let fee = self.programme.membership.fee, fee.id == request.fee else { throw Trouble(.feeNotOffered, field: "fee") }
            if let reference = request.condition {
                guard fee.conditionRule != nil, !reference.isEmpty, !account.dealings.contains(where: \.paysFee) else {
                    throw Trouble(.feeNotOffered, field: "condition")
                }
                return CheckedDealing(kind: .entryCondition(fee.id, reference: reference))
            }
            if let level = request.level, self.programme.ladder[level] == nil { throw Trouble(.feeNotOffered, field: "level") }
            guard let due = request.level.flatMap({ fee.byLevel[$0] }) ?? fee.amount.value else { throw Trouble(.feeNotOffered, field: "fee") }
            guard request.amount == nil || request.amount == due else {
                throw Trouble(.feeAmountWrong, ["amount": .money(due, self.programme.currency)], field: "amount")
            }
            let programme = self.programme
            return CheckedDealing(kind: .fee(fee.id, due)) { account, speech in
                account.paidThrough(under: programme).map { day in
                    DealingAnswer.Line(rule: fee.rule, text: speech(Phrase(.feePaid, ["fee": .words(fee.name), "day": .day(day)])), net: due, cost: nil)
                }
            }
        }
    }

    /// Notes a sales task raised by a supplementary agreement (SA-06).
    public func raiseSalesTask(_ request: SalesTaskRequest, _ context: DeskContext) async throws -> Reply {
        try await deal("sales task", id: request.id, with: request.member, by: request.by, content: request, context) { account, _ in
            guard self.programme.membership.fee != nil else { throw Trouble(.feeNotOffered, field: "amount") }
            guard !request.addendum.isEmpty else { throw Trouble(.fieldMissing, ["field": .name("addendum")], field: "addendum") }
            let task = account.dealings.compactMap { dealing in if case .salesTask(let amount, _) = dealing.kind { amount } else { nil } }.last
            guard request.amount > task ?? .zero, request.amount <= Money.limit else { throw Trouble(.amountWrong, field: "amount") }
            return CheckedDealing(kind: .salesTask(request.amount, addendum: request.addendum))
        }
    }
}

extension Dealing {
    /// Whether a membership was paid for with it, or let in instead.
    fileprivate var paysFee: Bool {
        switch kind {
        case .fee, .entryCondition: true
        default: false
        }
    }
}
