public import LoyaltyModel
import LoyaltyWording

/// Figures as a table: whole numbers and words, with the day they are of and the table they were worked out under.
public struct Report: Sendable, Hashable {
    /// A column.
    public struct Column: Sendable, Hashable {
        /// What stands in its cells.
        public enum Kind: String, Sendable, Codable {
            case text, count, points, money, share, month, day, figure
        }

        /// Its name for programs.
        public let key: String
        /// Its label.
        public let label: String
        /// What stands in its cells.
        public let kind: Kind

        init(_ key: String, _ label: String, _ kind: Kind) {
            self.key = key
            self.label = label
            self.kind = kind
        }
    }

    /// What stands in a row.
    public enum Cell: Sendable, Hashable {
        case text(String)
        case count(Int)
        case points(Int)
        /// Minor units.
        case money(Int)
        /// So many of a thousand, rounded down.
        case share(Int)
        case month(ClubMonth)
        case day(Day)
        case none
    }

    /// Which figures.
    public let name: ReportName
    /// The headline.
    public let title: String
    /// How they are counted.
    public let note: String?
    /// The moment they are of.
    public let asOf: Instant
    /// The table in force.
    public let table: ProgrammeVersion
    /// Whether the table holds example figures.
    public let isExample: Bool
    /// The first day they cover.
    public let from: Day
    /// The last day they cover.
    public let through: Day
    /// What money is counted in.
    public let currency: Currency
    /// The language of labels and words.
    public let language: Language
    /// The columns.
    public let columns: [Column]
    /// The rows, each with a cell for every column.
    public let rows: [[Cell]]

    /// A cell as the reader writes it.
    public func text(_ cell: Cell) -> String {
        let catalogue = Catalogue(language)
        return switch cell {
        case .text(let text): text
        case .count(let count), .points(let count): catalogue.format(count)
        case .money(let minor): catalogue.format(Money(minor: minor), currency)
        case .share(let thousandths): catalogue.format(OffRate(millionths: thousandths * 1000))
        case .month(let month): catalogue.number(month.name)
        case .day(let day): catalogue.format(day)
        case .none: ""
        }
    }
}

extension Report: Encodable {
    private enum CodingKeys: String, CodingKey {
        case report, title, note, table, from, through, currency, columns, rows
        case asOf = "as_of"
        case isExample = "example_figures"
    }

    /// Writes the table: cells are whole numbers, words, ISO days, months such as `1405-03`, and null.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .report)
        try container.encode(title, forKey: .title)
        try container.encodeIfPresent(note, forKey: .note)
        try container.encode(asOf, forKey: .asOf)
        try container.encode(table, forKey: .table)
        try container.encode(isExample, forKey: .isExample)
        try container.encode(from, forKey: .from)
        try container.encode(through, forKey: .through)
        try container.encode(currency.code, forKey: .currency)
        try container.encode(columns, forKey: .columns)
        try container.encode(rows, forKey: .rows)
    }
}

extension Report.Column: Encodable {}

extension Report.Cell: Encodable {
    /// Writes the bare value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .count(let number), .points(let number), .money(let number), .share(let number): try container.encode(number)
        case .month(let month): try container.encode(month.name)
        case .day(let day): try container.encode(day)
        case .none: try container.encodeNil()
        }
    }
}
