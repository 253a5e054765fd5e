public import LoyaltyModel
import LoyaltyStorage

/// A request that names its member by account, or by what was swiped, scanned or keyed.
public protocol MemberNaming: Sendable {
    /// The account.
    var member: MemberID? { get }
    /// What was swiped, scanned or keyed; goes before `member`.
    var card: String? { get set }
    /// How `card` was presented.
    var entry: CardEntry? { get set }
}

extension TicketRequest: MemberNaming {}

extension Desk {
    /// The member a request has to name.
    func neededMember(of request: some MemberNaming, in view: any StoreView) throws -> Member {
        guard let id = try member(of: request, in: view) else { throw Trouble(.fieldMissing, field: "member") }
        guard let member = try view.member(id) else { throw Trouble(.memberUnknown, field: "member") }
        return member
    }
}
