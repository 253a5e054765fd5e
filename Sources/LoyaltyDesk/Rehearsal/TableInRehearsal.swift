public import LoyaltyModel
public import LoyaltyRules

/// One of the two tables, as the record of a rehearsal names it.
public struct TableInRehearsal: Sendable, Hashable, Encodable {
    /// Table and settings.
    public let version: ProgrammeVersion
    /// The first day on which it is in force; nil where the text has no date.
    public let effective: Day?
    /// Figures that nobody has given; with any, it may not go live.
    public let missing: [MissingFigure]
    /// Whether any figure comes from example settings.
    public let isExample: Bool

    enum CodingKeys: String, CodingKey {
        case version, effective, missing
        case isExample = "example"
    }

    init(_ programme: Programme) {
        version = programme.version
        effective = programme.effective
        missing = programme.missing
        isExample = programme.isExample
    }
}
