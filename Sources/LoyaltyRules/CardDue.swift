public import LoyaltyModel

/// What a member's card asks for beside the tier the member stands in.
public enum CardDue: String, Sendable, Hashable, Codable {
    /// The member has a number and no card yet.
    case firstCard = "first_card"
    /// The last card was lost and its successor not made yet (SA-09).
    case successor
    /// The printed tier is not the member's any more (TI-06).
    case exchange
    /// The tier fell, and the text lets the card be (A-TI-7).
    case tierFallen = "tier_fallen"
}

extension Programme {
    /// What `card` asks for when its member stands in `tier`; nil when it may stay as it is, and below the first tier.
    public func due(for card: Card, of tier: TierID) -> CardDue? {
        guard tier != .none else { return nil }
        guard card.isPrinted else { return card.replaces == nil ? .firstCard : .successor }
        let rank = ladder.rank(of: tier)
        let printed = ladder.rank(of: card.tier)
        if rank > printed || rank < printed && self.card.isExchangedOnDemotion { return .exchange }
        return rank < printed ? .tierFallen : nil
    }
}
