public import LoyaltyModel

/// One club's published table and its owner's settings, as values. A new club is a new table, never new code.
public struct Programme: Sendable, Hashable {
    /// The club's short name.
    public var id: ProgrammeID
    /// Table and settings together, named so that a sale can say under which it was made.
    public var version: ProgrammeVersion
    /// The first day on which the table is in force; nil where the text has no date.
    public var effective: Day?
    /// The club's name.
    public var name: Wording
    /// The language of the published text; paper speaks it unless the member wants another.
    public var language: Language
    /// The published document the rows were taken from.
    public var source: String
    /// Where the club is and how it counts its days.
    public var calendar: ClubCalendar
    /// What it counts money in.
    public var currency: Currency
    /// How its card numbers are made.
    public var numbers: NumberScheme
    /// Who may join and how.
    public var membership: Membership
    /// The tiers, lowest first.
    public var ladder: TierLadder
    /// What earns points.
    public var earning: EarningTable
    /// What a tier gives besides a price.
    public var benefits: [Benefit]
    /// What a tier takes off the price; nil when the club has no discount.
    public var discount: TierDiscount?
    /// The extra on birthdays and festivals; nil when the club has none.
    public var extra: ExtraDiscount?
    /// The rule that no line is sold under cost; nil when the club has none.
    public var costFloor: RuleID?
    /// What recruiting brings; nil when the club has none.
    public var recruiting: Recruiting?
    /// Money deposited beforehand; nil when the text has none.
    public var storedValue: StoredValue?
    /// What points are exchanged for; nil when the text has no gifts.
    public var gifts: GiftCatalogue?
    /// What a member loses by staying away; nil when the text takes nothing.
    public var inactivity: InactivityLadder?
    /// Points for introducing somebody; nil when the text has none.
    public var referral: Referral?
    /// What points pay for at the till; nil when they pay for nothing.
    public var redemption: Redemption?
    /// What the text says of the card itself.
    public var card: CardTerms
    /// What the text asks of the desk besides prices and points.
    public var desk: FrontDesk
    /// Whom to call; nil when the text gives nobody.
    public var contact: Contact?
    /// The published text row by row, for the sheet of rules in force.
    public var published: [PublishedSection]
    /// Figures that no text publishes and no setting fills: while there are any, the programme does not go live.
    public var missing: [MissingFigure]
    /// The open questions of the text and how the settings answer them, in the register's order.
    public var choices: [Choice]
    /// Whether any figure comes from example settings; everything printed then says so.
    public var isExample: Bool

    /// A programme from its parts.
    public init(
        id: ProgrammeID, version: ProgrammeVersion, effective: Day?, name: Wording, language: Language, source: String, calendar: ClubCalendar,
        currency: Currency,
        numbers: NumberScheme, membership: Membership, ladder: TierLadder, earning: EarningTable, benefits: [Benefit] = [], discount: TierDiscount? = nil,
        extra: ExtraDiscount? = nil, costFloor: RuleID? = nil, recruiting: Recruiting? = nil, storedValue: StoredValue? = nil, gifts: GiftCatalogue? = nil,
        inactivity: InactivityLadder? = nil, referral: Referral? = nil, redemption: Redemption? = nil, card: CardTerms = CardTerms(),
        desk: FrontDesk = FrontDesk(), contact: Contact? = nil, published: [PublishedSection] = [], missing: [MissingFigure] = [], choices: [Choice] = [],
        isExample: Bool = false
    ) {
        self.id = id
        self.version = version
        self.effective = effective
        self.name = name
        self.language = language
        self.source = source
        self.calendar = calendar
        self.currency = currency
        self.numbers = numbers
        self.membership = membership
        self.ladder = ladder
        self.earning = earning
        self.benefits = benefits
        self.discount = discount
        self.extra = extra
        self.costFloor = costFloor
        self.recruiting = recruiting
        self.storedValue = storedValue
        self.gifts = gifts
        self.inactivity = inactivity
        self.referral = referral
        self.redemption = redemption
        self.card = card
        self.desk = desk
        self.contact = contact
        self.published = published
        self.missing = missing
        self.choices = choices
        self.isExample = isExample
    }
}

/// A figure that the programme needs and nobody has given.
public struct MissingFigure: Sendable, Hashable, Codable {
    /// The key a settings file gives it under, such as `earn.spend.rate`.
    public let key: String
    /// The rule that needs it.
    public let rule: RuleID
    /// What belongs there, in English: `points per yuan, such as 1 point / 10.00`.
    public let expects: String

    /// A figure by its key.
    public init(key: String, rule: RuleID, expects: String) {
        self.key = key
        self.rule = rule
        self.expects = expects
    }
}

/// An open question of a published text with the answer in force.
public struct Choice: Sendable, Hashable, Codable {
    /// The question's number in the register, such as `A-KM-1`.
    public let question: String
    /// What it asks, in the club's language and in English.
    public let asks: Wording
    /// The settings key.
    public let key: String
    /// The answer in force.
    public let answer: String
    /// The other answers that the settings may give.
    public let alternatives: [String]

    /// A question with its answer.
    public init(question: String, asks: Wording = Wording([:]), key: String, answer: String, alternatives: [String]) {
        self.question = question
        self.asks = asks
        self.key = key
        self.answer = answer
        self.alternatives = alternatives
    }
}
