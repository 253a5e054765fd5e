import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// What a dealing comes to once it has been checked.
struct CheckedDealing {
    let kind: Dealing.Kind
    var cost: Money?
    /// What stands on the receipt, made once the account is as it will be.
    var line: @Sendable (MemberAccount, Speech) -> DealingAnswer.Line? = { _, _ in nil }
}

extension Desk {
    /// Keeps a dealing with the entries it makes, once: the same request gets the same answer.
    func deal(
        _ kind: String, id: DealingID?, with member: MemberID, by: String?, content: some Encodable & Sendable, _ context: DeskContext,
        check: @escaping @Sendable (MemberAccount, any StoreTransaction) throws -> CheckedDealing
    ) async throws -> Reply {
        let number = id ?? DealingID("D" + String(serials.next() % 1_000_000_000_000, radix: 36).uppercased())
        let keyed = try Keyed(kind, subject: id?.rawValue, content: content, clash: .dealingExists)
        return try await store.write { transaction in
            try transaction.once(keyed, key: context.key) {
                let account = try self.account(member, in: transaction)
                guard try transaction.dealing(number) == nil else { throw Trouble(.dealingExists, field: "id") }
                let checked = try check(account, transaction)
                let dealing = Dealing(id: number, member: member, at: context.at, kind: checked.kind, cost: checked.cost, by: by)
                return try self.keep(dealing, of: account, line: checked.line, context, in: transaction)
            }
        }
    }

    /// Keeps a dealing with the entries it makes, as part of a transaction.
    func keep(
        _ dealing: Dealing, of before: MemberAccount, line: (MemberAccount, Speech) -> DealingAnswer.Line?, _ context: DeskContext,
        in transaction: any StoreTransaction
    ) throws -> DealingAnswer {
        try transaction.keep(dealing)
        var changed: MemberAccount? = before
        changed?.dealings.append(dealing)
        let earlier = before.standing(under: book, at: context.at)
        let entries = try post(.dealt(dealing), context, cause: nil, changing: &changed, in: transaction)
        let account = changed ?? before
        let standing = account.standing(under: book, at: context.at)
        let speech = Speech(context.language, programme: programme)
        let cards = try transaction.cards(of: dealing.member)
        try remember(account, cards: cards, at: context.at, in: transaction)
        return DealingAnswer(
            id: dealing.id, member: dealing.member, earned: standing.points - earlier.points, points: standing.points, tier: standing.tier,
            storedValue: standing.storedValue, gifts: standing.gifts, paidThrough: account.paidThrough(under: programme),
            receiptLine: line(account, speech), entries: entries.map { EntryAnswer($0, speech) },
            tasks: tasks(of: account, standing: standing, card: cards.first { $0.state == .valid }, speech), table: programme.version)
    }
}
