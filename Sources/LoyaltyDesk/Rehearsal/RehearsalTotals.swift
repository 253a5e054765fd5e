public import LoyaltyModel
import LoyaltyRules

/// What a table makes of all members together: a sum that does not depend on their order.
public struct RehearsalTotals: Sendable, Hashable, Encodable {
    /// How many members stand in a tier.
    public struct TierCount: Sendable, Hashable, Encodable {
        /// The tier; `none` below the first.
        public let tier: TierID
        /// The members in it.
        public internal(set) var members: Change
    }

    /// How many members go from one tier to another, or stay.
    public struct TierMove: Sendable, Hashable, Encodable {
        /// Under the old table.
        public let from: TierID
        /// Under the new table.
        public let to: TierID
        /// How many.
        public internal(set) var members: Int
    }

    /// All members.
    public private(set) var members = 0
    /// Members who come to stand higher.
    public private(set) var rise = 0
    /// Members who come to stand lower.
    public private(set) var fall = 0
    /// The tiers of both tables, lowest first.
    public private(set) var tiers: [TierCount]
    /// Every pair of tiers with members in it, lowest first.
    public private(set) var moves: [TierMove] = []
    /// The points of all members together: what the club owes.
    public private(set) var points = Change()
    /// Points gained by those who gain.
    public private(set) var pointsGained = 0
    /// Points lost by those who lose, negative.
    public private(set) var pointsLost = 0
    /// Gifts earned and not handed out.
    public private(set) var gifts = Change()
    /// Cards that their members have to exchange.
    public private(set) var exchanges = Change()
    /// Cards to exchange under the new table and not under the old one.
    public private(set) var newExchanges = 0

    /// What the points are worth at the till, minor units; nil where a table gives them no value, or the sum is beyond 64 bits.
    public private(set) var liability: Change?

    enum CodingKeys: String, CodingKey {
        case members, rise, fall, tiers, moves, points, gifts, liability
        case pointsGained = "points_gained"
        case pointsLost = "points_lost"
        case exchanges = "card_exchanges"
        case newExchanges = "new_card_exchanges"
    }

    init(_ tables: RehearsedTables) {
        tiers = tables.tiers.map { TierCount(tier: $0, members: Change()) }
        liability = Self.worth(points, tables)
    }

    /// Takes a member in.
    mutating func add(_ member: MemberRehearsal, _ tables: RehearsedTables) {
        let (before, after) = (member.before, member.after)
        members += 1
        let climb = tables.climb(from: before.tier, to: after.tier)
        if climb > 0 { rise += 1 }
        if climb < 0 { fall += 1 }
        count(from: before.tier, to: after.tier)
        let change = Change(before.points.count, after.points.count)
        points.add(change)
        liability = Self.worth(points, tables)
        if change.change > 0 { pointsGained = pointsGained.clampedAdding(change.change) } else { pointsLost = pointsLost.clampedAdding(change.change) }
        gifts.add(Change(before.gifts, after.gifts))
        exchanges.add(Change(before.card == .exchange ? 1 : 0, after.card == .exchange ? 1 : 0))
        if before.card != .exchange, after.card == .exchange { newExchanges += 1 }
    }

    private static func worth(_ points: Change, _ tables: RehearsedTables) -> Change? {
        guard let old = tables.old.current.redemption?.value.value, let new = tables.new.current.redemption?.value.value,
            let before = points.before.multipliedOrNil(by: old.minor), let after = points.after.multipliedOrNil(by: new.minor)
        else { return nil }
        return Change(before, after)
    }

    private mutating func count(from old: TierID, to new: TierID) {
        for index in tiers.indices {
            tiers[index].members.add(Change(tiers[index].tier == old ? 1 : 0, tiers[index].tier == new ? 1 : 0))
        }
        guard let index = moves.firstIndex(where: { $0.from == old && $0.to == new }) else { return insert(TierMove(from: old, to: new, members: 1)) }
        moves[index].members += 1
    }

    private mutating func insert(_ move: TierMove) {
        moves.append(move)
        let order = tiers.map(\.tier)
        let place = { (tier: TierID) in order.firstIndex(of: tier) ?? order.count }
        moves.sort { (place($0.from), place($0.to)) < (place($1.from), place($1.to)) }
    }
}
