public import LoyaltyModel
public import LoyaltyRules

/// What a table makes of one member, named by the account alone.
public struct MemberRehearsal: Sendable, Hashable, Encodable {
    /// Where a member stands.
    public struct Place: Sendable, Hashable, Encodable {
        /// The tier.
        public let tier: TierID
        /// The balance.
        public let points: Points
        /// Gifts earned and not handed out.
        public let gifts: Int
        /// What the member's card asks for; nil when it may stay.
        public let card: CardDue?

        /// Where nobody stands: the events that made the member were refused.
        static let absent = Place(tier: .none, points: .zero, gifts: 0, card: nil)

        init(tier: TierID, points: Points, gifts: Int, card: CardDue?) {
            self.tier = tier
            self.points = points
            self.gifts = gifts
            self.card = card
        }

        init(_ standing: Standing, card: Card?, under programme: Programme) {
            tier = standing.tier
            points = standing.points
            gifts = standing.gifts
            self.card = card.flatMap { programme.due(for: $0, of: standing.tier) }
        }
    }

    /// The account.
    public let member: MemberID
    /// Under the old table.
    public let before: Place
    /// Under the new table.
    public let after: Place
    /// What was taken off the prices of the year's sales, minor units; nil where no sales were priced again.
    public var discount: Change?
}
