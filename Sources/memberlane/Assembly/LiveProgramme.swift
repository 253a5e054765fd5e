import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables

/// A table that goes live on a store, with those that were live there before.
struct LiveProgramme {
    let table: TableText
    let settings: TableText?

    /// Refuses a table with unknown figures, keeps the texts of one that is new to the store, and gathers the earlier ones.
    func publish(on store: any LoyaltyStore, at instant: Instant) async throws -> ProgrammeBook {
        let programme = try ProgramTables.load(table, settings: settings)
        try programme.requireLive()
        let texts = PublishedProgramme(version: programme.version, table: table.text, settings: settings?.text)
        let published = try await store.write { transaction in
            let published = try transaction.publishedProgrammes()
            if let other = published.first(where: { !$0.version.rawValue.hasPrefix("\(programme.id) ") }) {
                throw OtherClub(kept: other.version, wanted: programme.id)
            }
            guard !published.contains(where: { $0.version == texts.version }) else { return published }
            try transaction.keep(texts)
            _ = try transaction.append(at: instant, fact: .programmePublished(texts.version)) { _ in [] }
            return published
        }
        let earlier = try published.filter { $0.version != programme.version }.map { kept in
            try ProgramTables.load(
                TableText(name: "\(kept.version)", text: kept.table), settings: kept.settings.map { TableText(name: "\(kept.version) settings", text: $0) })
        }
        return ProgrammeBook(current: programme, earlier: earlier)
    }
}
