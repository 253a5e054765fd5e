public import LoyaltyModel

/// What the text says of the card itself: reissue, holder, handing over (SA-02, SA-08, SA-09, TI-06).
public struct CardTerms: Sendable, Hashable {
    /// The rule that the old card is handed in before the new tier's is given (TI-06).
    public var exchangeRule: RuleID?
    /// The rule that a card is made only from complete particulars, with the fee paid or the condition recorded (SA-02).
    public var makingRule: RuleID?
    /// The rule that a lost card is made anew for its material cost.
    public var reissueRule: RuleID?
    /// That cost (A-SA-3); `notOffered`: nothing is charged.
    public var reissueFee: Figure<Money>
    /// The rule that a card may not be lent: the till shows whose it is.
    public var holderRule: RuleID?
    /// Within how many minutes the same card at two tills is remarked on; `notOffered`: never.
    public var twoPlacesMinutes: Figure<Int>
    /// The rule that a finished card is handed to the customer, which is recorded.
    public var handOverRule: RuleID?
    /// From when a new tier's benefits count (A-TI-12).
    public enum BenefitsFrom: String, Sendable, Codable, CaseIterable {
        /// From the points that make the tier.
        case crossing
        /// From the exchange of the card.
        case exchange
    }

    /// From when a new tier's benefits count.
    public var benefitsFrom: BenefitsFrom = .crossing
    /// Whether a fallen tier asks for a new card (A-TI-7).
    public var isExchangedOnDemotion: Bool

    /// What the text says of the card.
    public init(
        exchangeRule: RuleID? = nil, makingRule: RuleID? = nil, reissueRule: RuleID? = nil, reissueFee: Figure<Money> = .notOffered, holderRule: RuleID? = nil,
        twoPlacesMinutes: Figure<Int> = .notOffered, handOverRule: RuleID? = nil, isExchangedOnDemotion: Bool = false
    ) {
        self.exchangeRule = exchangeRule
        self.makingRule = makingRule
        self.reissueRule = reissueRule
        self.reissueFee = reissueFee
        self.holderRule = holderRule
        self.twoPlacesMinutes = twoPlacesMinutes
        self.handOverRule = handOverRule
        self.isExchangedOnDemotion = isExchangedOnDemotion
    }
}
