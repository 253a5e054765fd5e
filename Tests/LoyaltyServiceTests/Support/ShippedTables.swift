import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading

@testable import LoyaltyService

/// Tables as the program reads them, beside the car club's.
struct ShippedTables: TableRehearsing {
    func sheet(in language: Language) -> String { "sheet in \(language.rawValue)" }

    func tables(_ table: String, settings: String?) async throws -> RehearsedTables {
        do {
            let new = try ProgramTables.load(TableText(name: "table", text: table))
            return try RehearsedTables(old: ProgrammeBook(current: ProgramTables.load("km")), new: ProgrammeBook(current: new))
        } catch let faults as TableFaults {
            throw TableObjections(
                faults.faults.map {
                    .init(
                        isInSettings: false, line: $0.line, column: $0.column, path: $0.path, problem: $0.kind.rawValue, found: $0.found,
                        belongs: $0.belongs)
                })
        }
    }
}
