internal import LoyaltyModel
internal import LoyaltyRules

/// Reads one table: its head first, for dates, money and words depend on it, then each section.
final class TableReader {
    let root: MapReader
    let log: FaultLog
    let settings: SettingsReader
    let head: TableHead
    let choices: ChoicesReader
    let published: PublishedRows
    private var gaps: [(mark: Mark, figure: MissingFigure)] = []
    var tierIDs: [TierID] = []

    init(root: MapReader, settings: SettingsReader) {
        self.root = root
        self.log = root.log
        self.settings = settings
        head = TableHead(root)
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

    /// The figures that nobody has given, in the table's order.
    var missing: [MissingFigure] { gaps.sorted { $0.mark < $1.mark }.map(\.figure) }

    /// A figure: published in the table, or `unknown` there and then the owner's, or `none`.
    func figure<Value>(
        _ field: Field?, key: String, rule: RuleID?, expects: String, read: (Field) -> Value?
    ) -> Figure<Value> {
        guard let field else { return .unknown(key: key) }
        if field.node.text == "none" {
            settings.publish(key)
            return .notOffered
        }
        guard field.node.text == "unknown" else {
            settings.publish(key)
            return read(field).map(Figure.known) ?? .unknown(key: key)
        }
        guard let setting = settings.figure(key) else {
            if let rule { gaps.append((field.node.mark, MissingFigure(key: key, rule: rule, expects: expects))) }
            return .unknown(key: key)
        }
        if setting.node.text == "none" { return .notOffered }
        return read(setting).map(Figure.known) ?? .unknown(key: key)
    }
}
