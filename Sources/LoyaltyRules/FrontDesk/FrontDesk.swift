public import LoyaltyModel

/// What a club's text asks of the desk besides prices and points. Every part may be absent.
public struct FrontDesk: Sendable, Hashable {
    /// Prices and preparation to look up (LB-02 … LB-07).
    public var prices: PriceList?
    /// Whom to send a caller to (LB-08, KM-19, KM-20).
    public var directory: [DirectoryEntry]
    /// Visits are logged, with a day's count for each member of staff (GY-9).
    public var visits: VisitLog?
    /// Booked things that a member takes away by showing the card (CI-03).
    public var pickups: RuleID?
    /// What the cashier asks or says at a moment of the visit (CL-3, CL-7, CL-13).
    public var prompts: [Prompt]
    /// Dated offers that are mentioned before payment (CL-12b, CL-13).
    public var promotions: Figure<[Promotion]>
    /// The rule of `promotions`; nil where the text has none.
    public var promotionRule: RuleID?
    /// The rule that certificates and season tickets are named before payment (CL-12b).
    public var passes: RuleID?
    /// Greetings and notices that wait in the outbox (SH-14, SH-15, CI-06).
    public var notices: [NoticeRule]
    /// Opinions, suggestions, complaints and call-backs that are taken in (KM-21, SH-16, LB-10, LB-12).
    public var intake: [IntakeRule]

    /// The desk's part of a text.
    public init(
        prices: PriceList? = nil, directory: [DirectoryEntry] = [], visits: VisitLog? = nil, pickups: RuleID? = nil, prompts: [Prompt] = [],
        promotions: Figure<[Promotion]> = .notOffered, promotionRule: RuleID? = nil, passes: RuleID? = nil, notices: [NoticeRule] = [],
        intake: [IntakeRule] = []
    ) {
        self.prices = prices
        self.directory = directory
        self.visits = visits
        self.pickups = pickups
        self.prompts = prompts
        self.promotions = promotions
        self.promotionRule = promotionRule
        self.passes = passes
        self.notices = notices
        self.intake = intake
    }
}
