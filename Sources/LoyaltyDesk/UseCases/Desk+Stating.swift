public import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

extension Desk {
    /// A member's account with every entry.
    public func statement(of id: MemberID, _ context: DeskContext) async throws -> StatementAnswer {
        try await store.read { view in
            let account = try self.account(id, in: view)
            let standing = account.standing(under: self.book)
            let speech = Speech(context.language, programme: self.programme)
            return StatementAnswer(
                member: id, points: standing.points, waiting: standing.waiting, tier: standing.tier, forecast: [], storedValue: .zero,
                recruits: standing.recruits, gifts: standing.gifts, entries: try view.entries(of: id).map { EntryAnswer($0, speech) })
        }
    }
}
