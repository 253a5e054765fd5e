public import LoyaltyModel

/// Money to deposit (SH-01).
public struct LoadRequest: Codable, Sendable, Hashable {
    /// The till's number of it; drawn when absent.
    public var id: DealingID?
    /// Whose deposit.
    public var member: MemberID
    /// How much, minor units; 1 and up.
    public var amount: Money
    /// Who takes the money.
    public var by: String?

    /// Money to deposit.
    public init(id: DealingID? = nil, member: MemberID, amount: Money, by: String? = nil) {
        self.id = id
        self.member = member
        self.amount = amount
        self.by = by
    }
}

/// A fee to take (SA-04).
public struct FeeRequest: Codable, Sendable, Hashable {
    /// The till's number of it; drawn when absent.
    public var id: DealingID?
    /// Whose membership.
    public var member: MemberID
    /// Which fee.
    public var fee: FeeID
    /// The level applied for; the fee's own amount when absent.
    public var level: TierID?
    /// What was taken; the amount due when absent.
    public var amount: Money?
    /// Where the condition is written down that takes the place of the fee (SA-02); nil when the fee is paid.
    public var condition: String?
    /// Who takes the money.
    public var by: String?
}

/// A gift to hand out.
public struct GiftRequest: Codable, Sendable, Hashable {
    /// What the gift is given for.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// Points (SH-11).
        case points
        /// Recruits (SH-12).
        case recruits
        /// An adopted suggestion (SH-16).
        case suggestion
    }

    /// The till's number of it; drawn when absent.
    public var id: DealingID?
    /// Whose gift.
    public var member: MemberID
    /// What it is given for.
    public var reason: Reason
    /// Which gift of the catalogue; only for points.
    public var gift: GiftID?
    /// The shop's price of what is handed out, minor units, where the table names a most.
    public var price: Money?
    /// What it costs the shop, minor units (SH-13).
    public var cost: Money?
    /// Who hands it out.
    public var by: String?
}

/// Points to put right by hand.
public struct AdjustmentRequest: Codable, Sendable, Hashable {
    /// The desk's number of it; drawn when absent.
    public var id: DealingID?
    /// Whose points.
    public var member: MemberID
    /// How many; negative to take away.
    public var points: Points
    /// Why.
    public var reason: String
    /// Who.
    public var by: String
    /// False to refuse what would leave the balance below zero; unchecked when absent.
    public var mayOverdraw: Bool?

    enum CodingKeys: String, CodingKey {
        case id, member, points, reason, by
        case mayOverdraw = "may_overdraw"
    }

    /// Points to put right.
    public init(id: DealingID? = nil, member: MemberID, points: Points, reason: String, by: String, mayOverdraw: Bool? = nil) {
        self.id = id
        self.member = member
        self.points = points
        self.reason = reason
        self.by = by
        self.mayOverdraw = mayOverdraw
    }
}

/// A sales task raised by a supplementary agreement (SA-06).
public struct SalesTaskRequest: Codable, Sendable, Hashable {
    /// The desk's number of it; drawn when absent.
    public var id: DealingID?
    /// Whose agreement.
    public var member: MemberID
    /// The new task of the year, minor units.
    public var amount: Money
    /// The number of the supplementary agreement.
    public var addendum: String
    /// Who.
    public var by: String?
}
