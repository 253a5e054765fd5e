/// Something besides a sale that moves a member's points or money, or keeps the membership alive.
public struct Dealing: Sendable, Hashable, Codable {
    /// What was done.
    public enum Kind: Sendable, Hashable, Codable {
        /// Money was deposited (SH-01).
        case deposit(Money)
        /// A fee was paid (SA-04).
        case fee(FeeID, Money)
        /// The entry condition took the place of the first fee; the reference says where it is written (SA-02).
        case entryCondition(FeeID, reference: String)
        /// The year's sales task was raised by a supplementary agreement (SA-06).
        case salesTask(Money, addendum: String)
        /// Points were exchanged for a gift (SH-11).
        case gift(GiftID, Points)
        /// The recruiting gift was handed out (SH-12).
        case recruitingGift
        /// A suggestion was adopted, and its gift is the member's (SH-16).
        case suggestionAdopted(reference: String)
        /// The gift for an adopted suggestion was handed out.
        case suggestionGift
        /// Points were put right by hand; the reason is the owner's own word.
        case adjustment(Points, reason: String)
    }

    /// The desk's number of it.
    public let id: DealingID
    /// Whose account.
    public let member: MemberID
    /// When it was entered.
    public let at: Instant
    /// What was done.
    public let kind: Kind
    /// What it cost the shop, where it gave something away (SH-13).
    public let cost: Money?
    /// Who did it.
    public let by: String?

    /// Something done.
    public init(id: DealingID, member: MemberID, at: Instant, kind: Kind, cost: Money? = nil, by: String? = nil) {
        self.id = id
        self.member = member
        self.at = at
        self.kind = kind
        self.cost = cost
        self.by = by
    }

    /// The gift of the catalogue that was taken; nil for everything else.
    public var gift: GiftID? { if case .gift(let gift, _) = kind { gift } else { nil } }
}
