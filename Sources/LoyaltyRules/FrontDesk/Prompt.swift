public import LoyaltyModel

/// A sentence of the published text for a moment of the visit (CL-3, CL-7, CL-13, CL-15).
public struct Prompt: Sendable, Hashable {
    /// When it is said.
    public enum Moment: String, Sendable, Codable, CaseIterable {
        /// The card is read and the member has not been here before.
        case firstVisit = "first_visit"
        /// The card is read and the member is known.
        case arrival
        /// Before payment is taken.
        case beforePayment = "before_payment"
        /// After payment.
        case afterPayment = "after_payment"
        /// After payment on a first visit.
        case afterFirstVisit = "after_first_visit"
    }

    /// The row of the table.
    public var rule: RuleID
    /// When it is said.
    public var moment: Moment
    /// The words.
    public var text: Wording

    /// A sentence for a moment.
    public init(rule: RuleID, moment: Moment, text: Wording) {
        self.rule = rule
        self.moment = moment
        self.text = text
    }
}

/// A dated offer (CL-12b, CL-13).
public struct Promotion: Sendable, Hashable {
    /// The words.
    public var text: Wording
    /// The first day; nil when it has begun.
    public var from: Day?
    /// The last day; nil when nobody has set one.
    public var through: Day?

    /// An offer.
    public init(text: Wording, from: Day?, through: Day?) {
        self.text = text
        self.from = from
        self.through = through
    }

    /// Whether it is on.
    public func isOn(_ day: Day) -> Bool { (from ?? day) <= day && day <= (through ?? day) }
}
