public import LoyaltyModel

/// Services with price and preparation, as the desk tells them (LB-02 … LB-07).
public struct PriceList: Sendable, Hashable {
    /// What an item costs (LB-04).
    public enum Price: Sendable, Hashable {
        /// The final sum.
        case exactly(Money)
        /// Where the final sum cannot be named: from the least to the most.
        case between(Money, Money)
    }

    /// Why an item is not given for now (LB-06).
    public struct Pause: Sendable, Hashable {
        /// The reason.
        public var reason: Wording
        /// The day it is given again; nil when nobody can say.
        public var back: Day?

        /// A pause.
        public init(reason: Wording, back: Day?) {
            self.reason = reason
            self.back = back
        }

        /// Whether it still holds on a day: not any more on the one that was named.
        public func holds(on day: Day) -> Bool { back.map { day < $0 } ?? true }
    }

    /// One service.
    public struct Item: Sendable, Hashable {
        /// The row of the table.
        public var rule: RuleID
        /// The shop's article number.
        public var sku: String
        /// What it is.
        public var name: Wording
        /// The table's word for its kind of goods, where points may pay for it (CL-15).
        public var category: CategoryID?
        /// What it costs.
        public var price: Figure<Price>
        /// How to prepare for it.
        public var preparation: Wording?
        /// Hours without food beforehand; nil when the text does not say.
        public var fastingHours: Int?
        /// Why it is not given for now.
        public var pause: Pause?

        /// One service.
        public init(
            rule: RuleID, sku: String, name: Wording, category: CategoryID? = nil, price: Figure<Price>, preparation: Wording? = nil,
            fastingHours: Int? = nil, pause: Pause? = nil
        ) {
            self.rule = rule
            self.sku = sku
            self.name = name
            self.category = category
            self.price = price
            self.preparation = preparation
            self.fastingHours = fastingHours
            self.pause = pause
        }
    }

    /// The row that asks for price, preparation and hours in one answer.
    public var rule: RuleID
    /// The hours of opening, in the published words (LB-03).
    public var hours: Wording?
    /// What the caller may do next (LB-01).
    public var nextStep: Wording?
    /// The services.
    public var items: [Item]

    /// A list of services.
    public init(rule: RuleID, hours: Wording?, nextStep: Wording?, items: [Item]) {
        self.rule = rule
        self.hours = hours
        self.nextStep = nextStep
        self.items = items
    }
}
