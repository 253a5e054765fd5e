import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import TableReading

/// A table that goes live on a store, with those that were live there before.
struct LiveProgramme {
    let table: TableText
    let settings: TableText?

    /// Refuses a table with unknown figures, of another club, or out of the order of time; keeps the texts of one that is new to the store, and gathers the
    /// earlier ones.
    func publish(on store: any LoyaltyStore, at instant: Instant) async throws -> ProgrammeBook {
        let programme = try ProgramTables.load(table, settings: settings)
        try programme.requireLive()
        let texts = PublishedProgramme(version: programme.version, table: table.text, settings: settings?.text)
        let published = try await store.read { try $0.publishedProgrammes() }
        try OtherClub.refuse(published, for: programme)
        let book = try ProgrammeBook(current: programme, published: published)
        if !published.contains(where: { $0.version == texts.version }) {
            let before = book.earlierVersions.compactMap(\.effective).max()
            _ = try ProgramTables.load(table, settings: settings, following: before) { $0.calendar.day(of: instant) }
            try await store.write { transaction in
                // Another service on this store may have published it meanwhile.
                guard try !transaction.publishedProgrammes().contains(where: { $0.version == texts.version }) else { return }
                try transaction.keep(texts)
                _ = try transaction.append(at: instant, fact: .programmePublished(texts.version)) { _ in [] }
            }
        }
        return book
    }
}

extension ProgrammeBook {
    /// A table in force with all others that were published where it goes live.
    init(current: Programme, published: [PublishedProgramme]) throws(TableFaults) {
        var earlier: [Programme] = []
        for kept in published where kept.version != current.version {
            let settings = kept.settings.map { TableText(name: "\(kept.version) settings", text: $0) }
            earlier.append(try ProgramTables.load(TableText(name: "\(kept.version)", text: kept.table), settings: settings))
        }
        self.init(current: current, earlier: earlier)
    }
}
