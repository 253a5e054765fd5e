internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// Reads one table: its head first, for dates, money and words depend on it, then each section.
final class TableReader {
    let root: MapReader
    let log: FaultLog
    let settings: SettingsReader
    let head: TableHead
    let choices: ChoicesReader
    let published: PublishedRows
    let figures: Figures
    var tierIDs: [TierID] = []
    /// Rates that the owner's levels and rewards bring, beside the published ones.
    var ownersRates: [TierDiscount.Row] = []
    /// Benefits that stand outside the matrix: in the desk's rows, among the owner's levels and rewards.
    var otherBenefits: [Benefit] = []
    /// The names of the benefits of the matrix, the discount and the owner.
    var benefitIDs: Set<BenefitID> = []
    /// What the desk does besides prices and points.
    var desk = FrontDesk()
    var spend: EarningTable.Spend?
    var redemption: Redemption?
    var prices: PriceListBuilder?

    init(root: MapReader, settings: SettingsReader) {
        self.root = root
        self.log = root.log
        self.settings = settings
        figures = Figures(settings)
        head = TableHead(root, figures)
        settings.check(club: head.id)
        choices = ChoicesReader(root.optional("choices"), settings: settings, language: head.language)
        published = PublishedRows(language: head.language)
    }

    /// The block of a section that a table may do without, with its heading read.
    func section(_ key: String) -> MapReader? {
        guard let map = root.optional(key)?.map("the section \(key)") else { return nil }
        published.open(key, map)
        return map
    }

    /// The rows of a section.
    func rows(_ map: MapReader) -> [MapReader] {
        map.required("rows", "the published rows, in their order")?.list("a list of rows")?.compactMap { $0.map("a row: { rule, …, row }") } ?? []
    }

    /// A figure: published in the table, or `unknown` there and then the owner's, or `none`.
    func figure<Value>(_ field: Field?, key: String, rule: RuleID?, expects: String, read: (Field) -> Value?) -> Figure<Value> {
        figures.read(field, key: key, rule: rule, expects: expects, read: read)
    }
}
