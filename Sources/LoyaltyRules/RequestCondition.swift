public import LoyaltyModel

/// What a request for a benefit has to show before it is examined (KM-15 … KM-17).
public struct RequestCondition: Sendable, Hashable {
    /// How “one month before the due date” is read (A-KM-8).
    public enum Window: String, Sendable, Codable, CaseIterable {
        /// From that day until the due date.
        case fromThenOn = "from_then_on"
        /// On that day alone.
        case exactlyThen = "exactly_then"
        /// Until that day.
        case notLater = "not_later"
    }

    /// What it has to show.
    public enum Need: Sendable, Hashable {
        /// Where the invitation is out: the purchase is paid in full.
        case paidInFull
        /// Where no invitation is out: the request comes in the window that the day so many months before the due date draws.
        case beforeDue(months: Int, Window)
        /// The request comes within the time announced to the customer.
        case announcedTime
        /// The scheme's registration capacity is filled, or is not (A-KM-9).
        case schemeCapacity(isFilled: Bool)
    }

    /// The row of the table.
    public var rule: RuleID
    /// What it asks for.
    public var need: Need

    /// A condition.
    public init(rule: RuleID, need: Need) {
        self.rule = rule
        self.need = need
    }
}
