internal import LoyaltyModel
internal import LoyaltyRules
internal import TableReading

/// Gathers the published rows while the sections are read in whatever order; gives them back in the file's order.
final class PublishedRows {
    private var sections: [(mark: Mark, section: PublishedSection)] = []
    private var rows: [(mark: Mark, row: PublishedRow)] = []
    private let language: Language

    init(language: Language) { self.language = language }

    /// Begins a section: reads its heading.
    func open(_ key: String, _ map: MapReader) {
        close()
        sections.append((map.mark, PublishedSection(key: key, heading: map.optional("heading").flatMap { $0.wording(language) }, rows: [])))
    }

    /// A row's rule and words, in the keys `rule`, `row`, and `en` for an English version.
    func row(_ map: MapReader) -> RuleID? {
        let rule = map.required("rule", "the rule this row is, such as KM-11")?.rule()
        let words = map.required("row", "the published words")?.text("the published words")
        let english = map.optional("en").flatMap { $0.text("the words in English") }
        guard let rule, let words else { return rule }
        var texts = [language.rawValue: words]
        if let english { texts[Language.english.rawValue] = english }
        rows.append((map.mark, PublishedRow(rule: rule, words: Wording(texts))))
        return rule
    }

    /// Puts a figure beside the row read last.
    func add(_ value: PublishedRow.Value?) {
        guard let value, !rows.isEmpty else { return }
        rows[rows.count - 1].row.values.append(value)
    }

    /// Puts a figure that may be unknown beside the row read last.
    func add<Value>(_ figure: Figure<Value>, _ known: (Value) -> PublishedRow.Value) {
        switch figure {
        case .known(let value): add(known(value))
        case .notOffered: add(.notOffered)
        case .unknown(let key): add(.unknown(key: key))
        }
    }

    /// All sections.
    func inOrder() -> [PublishedSection] {
        close()
        return sections.sorted { $0.mark < $1.mark }.map(\.section)
    }

    private func close() {
        guard !sections.isEmpty else { return }
        sections[sections.count - 1].section.rows += rows.sorted { $0.mark < $1.mark }.map(\.row)
        rows = []
    }
}
