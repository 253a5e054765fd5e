public import LoyaltyModel

/// Who may join, and what joining takes.
public struct Membership: Sendable, Hashable {
    /// A particular that a complete profile holds.
    public enum Field: String, Sendable, Codable, CaseIterable {
        case name, birthday, phone, address
    }

    /// The rule that joining needs a purchase, which the member names at joining (SH-02); nil when it does not.
    public var purchase: RuleID?
    /// The rule that the account is the member's mobile number (SH-03); nil when it is the card alone.
    public var phone: RuleID?
    /// The particulars of a complete profile (A-KM-14).
    public var profile: Set<Field>
    /// When a customer without a card is told of the club; nil when the text does not say.
    public var eligibility: Eligibility?
    /// The rule that who joins accepts the club's terms (SA-01); nil when nothing is accepted.
    public var terms: RuleID?
    /// The fee that keeps the membership alive; nil when it is free.
    public var fee: MembershipFee?
    /// The rule that joining and profile points wait for the first purchase that counts (A-KM-16); nil when they are credited at once.
    public var waitsForPurchase: RuleID?

    /// How one joins.
    public init(
        purchase: RuleID? = nil, phone: RuleID? = nil, profile: Set<Field> = [.name, .birthday, .phone], eligibility: Eligibility? = nil,
        terms: RuleID? = nil, fee: MembershipFee? = nil, waitsForPurchase: RuleID? = nil
    ) {
        self.purchase = purchase
        self.phone = phone
        self.profile = profile
        self.eligibility = eligibility
        self.terms = terms
        self.fee = fee
        self.waitsForPurchase = waitsForPurchase
    }
}
