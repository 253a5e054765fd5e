public import LoyaltyModel

/// One club's published table and its owner's settings, as values. A new club is a new table, never new code.
public struct Programme: Sendable, Hashable {
    private var sheet: Sheet

    /// The club's short name.
    public var id: ProgrammeID {
        get { sheet.rows.id }
        set { change { $0.id = newValue } }
    }
    /// Table and settings together, named so that a sale can say under which it was made.
    public var version: ProgrammeVersion {
        get { sheet.rows.version }
        set { change { $0.version = newValue } }
    }
    /// The first day on which the table is in force; nil where the text has no date.
    public var effective: Day? {
        get { sheet.rows.effective }
        set { change { $0.effective = newValue } }
    }
    /// The club's name.
    public var name: Wording {
        get { sheet.rows.name }
        set { change { $0.name = newValue } }
    }
    /// The language of the published text; paper speaks it unless the member wants another.
    public var language: Language {
        get { sheet.rows.language }
        set { change { $0.language = newValue } }
    }
    /// The published document the rows were taken from.
    public var source: String {
        get { sheet.rows.source }
        set { change { $0.source = newValue } }
    }
    /// Where the club is and how it counts its days.
    public var calendar: ClubCalendar {
        get { sheet.rows.calendar }
        set { change { $0.calendar = newValue } }
    }
    /// What it counts money in.
    public var currency: Currency {
        get { sheet.rows.currency }
        set { change { $0.currency = newValue } }
    }
    /// How its card numbers are made.
    public var numbers: NumberScheme {
        get { sheet.rows.numbers }
        set { change { $0.numbers = newValue } }
    }
    /// Who may join and how.
    public var membership: Membership {
        get { sheet.rows.membership }
        set { change { $0.membership = newValue } }
    }
    /// The tiers, lowest first.
    public var ladder: TierLadder {
        get { sheet.rows.ladder }
        set { change { $0.ladder = newValue } }
    }
    /// What earns points.
    public var earning: EarningTable {
        get { sheet.rows.earning }
        set { change { $0.earning = newValue } }
    }
    /// What a tier gives besides a price.
    public var benefits: [Benefit] {
        get { sheet.rows.benefits }
        set { change { $0.benefits = newValue } }
    }
    /// What a tier takes off the price; nil when the club has no discount.
    public var discount: TierDiscount? {
        get { sheet.rows.discount }
        set { change { $0.discount = newValue } }
    }
    /// The extra on birthdays and festivals; nil when the club has none.
    public var extra: ExtraDiscount? {
        get { sheet.rows.extra }
        set { change { $0.extra = newValue } }
    }
    /// The rule that no line is sold under cost; nil when the club has none.
    public var costFloor: RuleID? {
        get { sheet.rows.costFloor }
        set { change { $0.costFloor = newValue } }
    }
    /// What recruiting brings; nil when the club has none.
    public var recruiting: Recruiting? {
        get { sheet.rows.recruiting }
        set { change { $0.recruiting = newValue } }
    }
    /// Money deposited beforehand; nil when the text has none.
    public var storedValue: StoredValue? {
        get { sheet.rows.storedValue }
        set { change { $0.storedValue = newValue } }
    }
    /// What points are exchanged for; nil when the text has no gifts.
    public var gifts: GiftCatalogue? {
        get { sheet.rows.gifts }
        set { change { $0.gifts = newValue } }
    }
    /// What a member loses by staying away; nil when the text takes nothing.
    public var inactivity: InactivityLadder? {
        get { sheet.rows.inactivity }
        set { change { $0.inactivity = newValue } }
    }
    /// Points for introducing somebody; nil when the text has none.
    public var referral: Referral? {
        get { sheet.rows.referral }
        set { change { $0.referral = newValue } }
    }
    /// What points pay for at the till; nil when they pay for nothing.
    public var redemption: Redemption? {
        get { sheet.rows.redemption }
        set { change { $0.redemption = newValue } }
    }
    /// What the text says of the card itself.
    public var card: CardTerms {
        get { sheet.rows.card }
        set { change { $0.card = newValue } }
    }
    /// What the text asks of the desk besides prices and points.
    public var desk: FrontDesk {
        get { sheet.rows.desk }
        set { change { $0.desk = newValue } }
    }
    /// Whom to call; nil when the text gives nobody.
    public var contact: Contact? {
        get { sheet.rows.contact }
        set { change { $0.contact = newValue } }
    }
    /// The published text row by row, for the sheet of rules in force.
    public var published: [PublishedSection] {
        get { sheet.rows.published }
        set { change { $0.published = newValue } }
    }
    /// Figures that no text publishes and no setting fills: while there are any, the programme does not go live.
    public var missing: [MissingFigure] {
        get { sheet.rows.missing }
        set { change { $0.missing = newValue } }
    }
    /// What the owner's settings gave where no text publishes it.
    public var given: [GivenFigure] {
        get { sheet.rows.given }
        set { change { $0.given = newValue } }
    }
    /// The open questions of the text and how the settings answer them, in the register's order.
    public var choices: [Choice] {
        get { sheet.rows.choices }
        set { change { $0.choices = newValue } }
    }
    /// Whether any figure comes from example settings; everything printed then says so.
    public var isExample: Bool {
        get { sheet.rows.isExample }
        set { change { $0.isExample = newValue } }
    }

    /// A programme from its parts.
    public init(
        id: ProgrammeID, version: ProgrammeVersion, effective: Day?, name: Wording, language: Language, source: String, calendar: ClubCalendar,
        currency: Currency,
        numbers: NumberScheme, membership: Membership, ladder: TierLadder, earning: EarningTable, benefits: [Benefit] = [], discount: TierDiscount? = nil,
        extra: ExtraDiscount? = nil, costFloor: RuleID? = nil, recruiting: Recruiting? = nil, storedValue: StoredValue? = nil, gifts: GiftCatalogue? = nil,
        inactivity: InactivityLadder? = nil, referral: Referral? = nil, redemption: Redemption? = nil, card: CardTerms = CardTerms(),
        desk: FrontDesk = FrontDesk(), contact: Contact? = nil, published: [PublishedSection] = [], missing: [MissingFigure] = [], given: [GivenFigure] = [],
        choices: [Choice] = [], isExample: Bool = false
    ) {
        sheet = Sheet(
            Rows(
                id: id, version: version, effective: effective, name: name, language: language, source: source, calendar: calendar,
                currency: currency, numbers: numbers, membership: membership, ladder: ladder, earning: earning, benefits: benefits,
                discount: discount, extra: extra, costFloor: costFloor, recruiting: recruiting, storedValue: storedValue, gifts: gifts,
                inactivity: inactivity, referral: referral, redemption: redemption, card: card, desk: desk, contact: contact,
                published: published, missing: missing, given: given, choices: choices, isExample: isExample))
    }

    /// What the table answers at once.
    var digest: ProgrammeDigest { sheet.digest }

    /// What is paid in a tier; a tier that the table does not know pays as nobody's.
    func terms(of tier: TierID) -> TierTerms {
        sheet.terms[tier]
            ?? TierTerms(tier, discount: discount, ladder: ladder, currency: currency, costFloor: costFloor, extra: extra, storedValue: storedValue)
    }

    /// Equal when every part is.
    public static func == (left: Programme, right: Programme) -> Bool { left.sheet === right.sheet || left.sheet.rows == right.sheet.rows }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) { hasher.combine(sheet.rows) }

    private mutating func change(_ change: (inout Rows) -> Void) {
        var rows = sheet.rows
        change(&rows)
        sheet = Sheet(rows)
    }
}

/// The parts, held once however often a programme is handed on: it goes through every function of the engine, and changes only while a table is read.
private final class Sheet: Sendable {
    let rows: Rows
    let digest: ProgrammeDigest
    /// What each tier pays, none included.
    let terms: [TierID: TierTerms]

    init(_ rows: Rows) {
        self.rows = rows
        digest = ProgrammeDigest(
            hangsOnPurchases: rows.ladder.tiers.contains { $0.purchases != nil }, needsTimeline: rows.inactivity != nil || rows.ladder.demotion != .atOnce,
            hasLadder: rows.inactivity != nil, hasFee: rows.membership.fee != nil, hasRecruiting: rows.recruiting != nil,
            countsBeyondTierBelow: rows.recruiting?.countFrom == .tierBelow, waitsForPurchase: rows.membership.waitsForPurchase != nil,
            pendingDays: max(0, rows.earning.pendingDays.value ?? 0),
            hasPoints: rows.earning.joining != nil || rows.earning.profile != nil || rows.earning.ordinal != nil || rows.earning.spend != nil
                || rows.referral != nil || rows.gifts != nil)
        let terms = (rows.ladder.tiers.map(\.id) + [.none]).map { tier in
            let terms = TierTerms(
                tier, discount: rows.discount, ladder: rows.ladder, currency: rows.currency, costFloor: rows.costFloor, extra: rows.extra,
                storedValue: rows.storedValue)
            return (tier, terms)
        }
        self.terms = Dictionary(terms, uniquingKeysWith: { first, _ in first })
    }
}

/// Answers that every ticket asks of a table, worked out once.
struct ProgrammeDigest: Sendable {
    /// Whether a tier is reached by the purchases of the agreement year.
    let hangsOnPurchases: Bool
    /// Whether the order of dates decides the balance or the tier.
    let needsTimeline: Bool
    /// Whether staying away costs points.
    let hasLadder: Bool
    /// Whether a fee keeps the membership alive.
    let hasFee: Bool
    /// Whether recruiting brings anything.
    let hasRecruiting: Bool
    /// Whether a tier counts the recruits beyond those of the tier below (A-SH-3).
    let countsBeyondTierBelow: Bool
    /// Whether joining and profile points wait for the first purchase that counts (A-KM-16).
    let waitsForPurchase: Bool
    /// How many days what a sale earned waits before it can be spent (A-CL-3); 0 where it does not.
    let pendingDays: Int
    /// Whether anything in the table gives points.
    let hasPoints: Bool
}

private struct Rows: Sendable, Hashable {
    var id: ProgrammeID
    var version: ProgrammeVersion
    var effective: Day?
    var name: Wording
    var language: Language
    var source: String
    var calendar: ClubCalendar
    var currency: Currency
    var numbers: NumberScheme
    var membership: Membership
    var ladder: TierLadder
    var earning: EarningTable
    var benefits: [Benefit]
    var discount: TierDiscount?
    var extra: ExtraDiscount?
    var costFloor: RuleID?
    var recruiting: Recruiting?
    var storedValue: StoredValue?
    var gifts: GiftCatalogue?
    var inactivity: InactivityLadder?
    var referral: Referral?
    var redemption: Redemption?
    var card: CardTerms
    var desk: FrontDesk
    var contact: Contact?
    var published: [PublishedSection]
    var missing: [MissingFigure]
    var given: [GivenFigure]
    var choices: [Choice]
    var isExample: Bool
}

/// A figure that the programme needs and nobody has given.
public struct MissingFigure: Sendable, Hashable, Codable {
    /// The key a settings file gives it under, such as `earn.spend.rate`.
    public let key: String
    /// The rule that needs it.
    public let rule: RuleID
    /// What belongs there, in English: `points per yuan, such as 1 point / 10.00`.
    public let expects: String
    /// Whether nothing works without it; any other may also be given as `none`.
    public let isNeeded: Bool

    enum CodingKeys: String, CodingKey {
        case key, rule, expects
        case isNeeded = "needed"
    }

    /// A figure by its key.
    public init(key: String, rule: RuleID, expects: String, isNeeded: Bool = false) {
        self.key = key
        self.rule = rule
        self.expects = expects
        self.isNeeded = isNeeded
    }
}

/// A figure that is the owner's and not the text's.
public struct GivenFigure: Sendable, Hashable, Codable {
    /// The key it has in the settings file, such as `earn.spend.rate`.
    public let key: String
    /// The rule that needs it; nil for what a text is complete without.
    public let rule: RuleID?

    /// A figure by its key.
    public init(key: String, rule: RuleID?) {
        self.key = key
        self.rule = rule
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
