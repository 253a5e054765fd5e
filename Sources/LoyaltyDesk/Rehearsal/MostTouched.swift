import LoyaltyModel

/// The members who gain and who lose most, at most so many of each.
///
/// Tiers count first, then points, then discount; among equals the account's name decides, so that the list does not depend on the order of adding.
struct MostTouched {
    private let limit: Int
    private let tables: RehearsedTables
    private var gains: [Ranked] = []
    private var losses: [Ranked] = []

    private struct Ranked: Comparable {
        let climb: Int
        let points: Int
        let discount: Int
        let member: MemberRehearsal

        /// The greater change comes first.
        static func < (left: Ranked, right: Ranked) -> Bool {
            let (one, other) = ((left.climb, left.points, left.discount), (right.climb, right.points, right.discount))
            return one == other ? left.member.member < right.member.member : one > other
        }
    }

    init(_ limit: Int, _ tables: RehearsedTables) {
        self.limit = limit
        self.tables = tables
    }

    /// Who gains, the greatest gain first.
    var gaining: [MemberRehearsal] { gains.map(\.member) }
    /// Who loses, the greatest loss first.
    var losing: [MemberRehearsal] { losses.map(\.member) }

    /// Takes a member in, where the tables make any difference to them.
    mutating func add(_ member: MemberRehearsal) {
        let climb = tables.climb(from: member.before.tier, to: member.after.tier)
        let points = Change(member.before.points.count, member.after.points.count).change
        let discount = member.discount?.change ?? 0
        let change = (climb, points, discount)
        if change > (0, 0, 0) { insert(Ranked(climb: climb, points: points, discount: discount, member: member), into: &gains) }
        if change < (0, 0, 0) {
            insert(Ranked(climb: -climb, points: 0.clampedSubtracting(points), discount: 0.clampedSubtracting(discount), member: member), into: &losses)
        }
    }

    private func insert(_ ranked: Ranked, into list: inout [Ranked]) {
        if list.count == limit, let last = list.last, last < ranked { return }
        list.insert(ranked, at: list.firstIndex { ranked < $0 } ?? list.count)
        if list.count > limit { list.removeLast() }
    }
}
