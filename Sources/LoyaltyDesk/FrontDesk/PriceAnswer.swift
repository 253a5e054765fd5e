public import LoyaltyModel

/// What the desk tells of one service: enough to be said in one breath (LB-03).
public struct PriceAnswer: Codable, Sendable, Hashable {
    /// Why it is not given for now.
    public struct Pause: Codable, Sendable, Hashable {
        /// The reason.
        public let reason: String
        /// The day it is given again; absent when nobody can say.
        public let back: Day?
    }

    /// The shop's article number.
    public let sku: String
    /// Its name in the reader's language.
    public let name: String
    /// The least it costs, minor units; the price where `to` is the same; absent when it is not known.
    public var from: Money?
    /// The most it costs.
    public var to: Money?
    /// How to prepare.
    public var preparation: String?
    /// Hours without food beforehand.
    public var fastingHours: Int?
    /// Why it is not given for now.
    public var pause: Pause?
    /// The whole answer, sentence by sentence: pause, price, preparation, hours, next step.
    public var say: [String] = []
    /// The row of the table.
    public let rule: RuleID

    enum CodingKeys: String, CodingKey {
        case sku, name, from, to, preparation, pause, say, rule
        case fastingHours = "fasting_hours"
    }

    init(sku: String, name: String, rule: RuleID) {
        self.sku = sku
        self.name = name
        self.rule = rule
    }
}

/// What a look-up finds.
public struct PriceListAnswer: Codable, Sendable, Hashable {
    /// What was asked.
    public let query: String
    /// The services it may mean; none when it is not in the list.
    public let items: [PriceAnswer]
    /// The hours of opening.
    public let hours: String?
    /// What the caller may do next.
    public let nextStep: String?
    /// What money is counted in.
    public let currency: Currency
    /// That it is not in the list, plainly (LB-07).
    public let say: [String]
    /// The row of the table; absent where it has no list.
    public let rule: RuleID?

    enum CodingKeys: String, CodingKey {
        case query, items, hours, currency, say, rule
        case nextStep = "next_step"
    }
}

/// Telephone numbers by topic.
public struct DirectoryAnswer: Codable, Sendable, Hashable {
    /// One of them.
    public struct Entry: Codable, Sendable, Hashable {
        /// What it is for.
        public let topic: String
        /// The number as it is published.
        public let phone: String
        /// Whether it may not be told to customers; absent in a customer's list, which holds no such number.
        public let isInternal: Bool?
        /// The row of the table.
        public let rule: RuleID

        enum CodingKeys: String, CodingKey {
            case topic, phone, rule
            case isInternal = "internal"
        }
    }

    /// In the table's order, the club's representative first.
    public let entries: [Entry]
}

/// Something the balance pays for (CL-15).
public struct SpendSuggestionAnswer: Codable, Sendable, Hashable {
    /// The shop's article number.
    public let sku: String
    /// What it is.
    public let name: String
    /// What it costs at most.
    public let price: Money
    /// The points that takes.
    public let points: Points
    /// The sentence.
    public let text: String
}
