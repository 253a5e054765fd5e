import LoyaltyRules
import ProgramTables
import TableReading

/// A club that there is not, small enough to be read in a test; faults are made by exchanging one piece of it.
enum SmallTable {
    static let text = """
        club: hb
        name: { en: Harbour Club }
        language: en
        source: Harbour Club terms
        calendar: { dates: gregorian, zone: Europe/Helsinki }
        currency: { code: EUR, decimals: 2 }
        effective: 2026-03-02
        cards: { prefix: 9009, digits: 16 }
        scope:
          category: boat
          from: { rule: HB-1, day: 2020-01-01, row: boats since 2020 }
          phases:
            - { rule: HB-2, phase: 1, flags: [direct], row: bought here }
        earn:
          rows:
            - { rule: HB-3, for: joining, points: 30, row: joining }
            - { rule: HB-4, for: boat 1, points: 60, row: the first boat }
            - { rule: HB-5, for: boat 2-9, points: 40 each, row: boats two to nine }
            - { rule: HB-6, for: spend, rate: 1 point / 10.00, row: each ten euro }
        tiers:
          below: { en: visitor }
          rows:
            - { rule: HB-7, tier: pearl, points: 30-210, name: { en: Pearl }, row: pearl }
            - { rule: HB-7, promotion: points_or_recruits, row: points or friends }
            - { rule: HB-7, tier: anchor, points: 211 and up, recruits: 5, name: { en: Anchor }, row: anchor }
        benefits:
          rows:
            - { rule: HB-8, benefit: berth, tiers: [anchor], on_request: true, name: { en: Berth }, row: a berth }
        discount:
          category: boat
          rows:
            - { rule: HB-9, tier: pearl, off: 1 %, row: one per cent }
            - { rule: HB-9, tier: anchor, pays: 95 %, row: ninety-five per cent }
        extra: { rule: HB-10, pays: unknown, holidays: unknown, row: on holidays }
        choices:
          - { question: A-HB-1, key: earn.ordinal_mode, answer: incremental, or: [cumulative], asks: each or together }

        """

    /// The table with one piece exchanged.
    static func text(_ old: String, _ new: String) -> TableText {
        TableText(name: "hb.yaml", text: text.replacing(old, with: new, maxReplacements: 1))
    }

    /// The programme of the table with one piece exchanged.
    static func programme(_ old: String = "", _ new: String = "", settings: String? = nil) throws -> Programme {
        try ProgramTables.load(text(old, new), settings: settings.map { TableText(name: "hb.settings.yaml", text: $0) })
    }

    /// The faults of the table with one piece exchanged, as they are printed.
    static func faults(_ old: String = "", _ new: String = "", settings: String? = nil) -> String {
        do {
            _ = try programme(old, new, settings: settings)
            return "no fault"
        } catch {
            return "\(error)"
        }
    }
}
