/// The figures of the owner's page. The raw values name them in addresses.
public enum ReportName: String, Sendable, Codable, CaseIterable {
    /// What the club owes: points and deposits.
    case liability
    /// Members by tier at the end of each month.
    case members
    /// Points given, spent and lapsed by month.
    case points
    /// Money deposited and spent by month.
    case deposits
    /// What each rule took off prices, by month.
    case discounts
    /// Cards made, by month and kind.
    case cardJobs = "card-jobs"
    /// Messages due and sent, by day and occasion.
    case greetings
    /// One card on many tickets in a day.
    case busyCards = "busy-cards"
    /// How cards were presented, by cashier.
    case cardEntries = "card-entries"
    /// Cards that are used with one cashier nearly always.
    case cashiersCards = "cashiers-cards"
    /// The cards used most: perhaps the house's own.
    case houseCards = "house-cards"
    /// Tickets that points or a deposit paid for, and that came back.
    case paidBack = "returns-after-redemption"
    /// Figures that the table in force leaves open.
    case missing = "missing-figures"
    /// The open questions of the published text, and how they are settled.
    case choices = "open-choices"

    /// Whether it is about days that are yet to come, beginning with today.
    public var looksAhead: Bool { self == .greetings }
}
