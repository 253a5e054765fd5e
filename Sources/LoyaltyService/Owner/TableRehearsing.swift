public import LoyaltyDesk
public import LoyaltyModel

/// Reads tables for the owner. Whoever starts the service knows how they are written, and which are in force.
public protocol TableRehearsing: Sendable {
    /// The rules in force as published, with every open choice and its answer: what hangs on the shop's wall.
    func sheet(in language: Language) -> String

    /// A table, with its settings if it has any, beside the one in force. Throws `TableObjections` for what is wrong with it.
    func tables(_ table: String, settings: String?) async throws -> RehearsedTables
}

/// What is wrong with a table or its settings, in the order of the text; never empty.
public struct TableObjections: Error, Sendable, Hashable {
    /// One thing that is wrong.
    public struct Objection: Sendable, Hashable, Encodable {
        /// Whether it stands in the settings.
        public let isInSettings: Bool
        /// Counted from 1.
        public let line: Int
        /// Counted from 1.
        public let column: Int
        /// Where in the table, such as `tiers.bands[1].points`; empty for the whole text.
        public let path: String
        /// What is wrong, in English, as the command line says it.
        public let problem: String
        /// What stands there.
        public let found: String
        /// What belongs there.
        public let belongs: String

        enum CodingKeys: String, CodingKey {
            case line, column, path, problem, found, belongs
            case isInSettings = "in_settings"
        }

        /// Something wrong at a place.
        public init(isInSettings: Bool, line: Int, column: Int, path: String, problem: String, found: String, belongs: String) {
            self.isInSettings = isInSettings
            self.line = line
            self.column = column
            self.path = path
            self.problem = problem
            self.found = found
            self.belongs = belongs
        }
    }

    /// What is wrong.
    public let objections: [Objection]

    /// Everything that is wrong.
    public init(_ objections: [Objection]) { self.objections = objections }
}
