public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// A member's account with every entry; what has fallen due is posted first, so that the entries sum to the balance.
    public func statement(of id: MemberID, _ context: DeskContext) async throws -> StatementAnswer {
        if programme.inactivity != nil { try await settle(id, at: context.at) }
        return try await store.read { view in
            let account = try self.account(id, in: view)
            let standing = account.standing(under: self.book, at: context.at)
            let speech = Speech(context.language, programme: self.programme)
            return StatementAnswer(
                member: id, points: standing.points, pending: standing.pending, waiting: standing.waiting, tier: standing.tier,
                forecast: account.forecast(under: self.book, after: context.at).map { .init(date: $0.date, points: $0.points, tier: $0.tier) },
                storedValue: standing.storedValue, recruits: standing.recruits, gifts: standing.gifts,
                paidThrough: account.paidThrough(under: self.programme), entries: try view.entries(of: id).map { EntryAnswer($0, speech) })
        }
    }
}
