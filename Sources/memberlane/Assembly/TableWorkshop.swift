import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyService
import LoyaltyStorage
import ProgramTables
import TableReading

/// Reads tables that an owner tries out, beside those that have been in force on the store.
struct TableWorkshop: TableRehearsing {
    private static let settings = "settings"

    let book: ProgrammeBook
    let store: any LoyaltyStore

    func sheet(in language: Language) -> String { ProgrammeSheet.text(book.current, language) }

    func tables(_ table: String, settings: String?) async throws -> RehearsedTables {
        let published = try await store.read { try $0.publishedProgrammes() }
        do {
            let owners = try settings.map { try TableText(name: Self.settings, bytes: Array($0.utf8)) }
            let new = try ProgramTables.load(try TableText(name: "table", bytes: Array(table.utf8)), settings: owners)
            return try RehearsedTables(old: book, new: ProgrammeBook(current: new, published: published))
        } catch let faults as TableFaults {
            throw TableObjections(faults.faults.map { TableObjections.Objection($0, isInSettings: $0.file == Self.settings) })
        } catch let refusal as RehearsalRefusal {
            throw TableObjections([
                .init(
                    isInSettings: false, line: 1, column: 1, path: "", problem: "cannot be compared", found: refusal.errorDescription ?? "",
                    belongs: refusal.recoverySuggestion ?? "")
            ])
        }
    }
}

extension TableObjections.Objection {
    fileprivate init(_ fault: TableFault, isInSettings: Bool) {
        self.init(
            isInSettings: isInSettings, line: fault.line, column: fault.column, path: fault.path, problem: fault.kind.rawValue, found: fault.found,
            belongs: fault.belongs)
    }
}
