import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

@Suite struct VersionTests {
    @Test func `a version is the club, the effective day and eight digits of a digest`() throws {
        let version = try ProgramTables.load("km").version.rawValue
        #expect(version.hasPrefix("km 2017-03-21 "))
        #expect(version.dropFirst(14).count == 8)
        #expect(version.dropFirst(14).allSatisfy { $0.isHexDigit })
    }

    @Test func `a letter more in the table or in the settings is another version`() throws {
        let plain = try SmallTable.programme()
        let longer = try SmallTable.programme("Harbour Club terms", "Harbour Club Terms")
        let set = try SmallTable.programme(settings: "settings: hb\nholidays: none\n")
        let setOtherwise = try SmallTable.programme(settings: "settings: hb\nholidays: none\n#\n")
        #expect(Set([plain, longer, set, setOtherwise].map(\.version)).count == 4)
        #expect(try SmallTable.programme().version == plain.version)
    }

    @Test func `the shipped tables are those of the clubs`() {
        #expect(ProgramTables.shipped == ["ci", "cl", "gy", "km", "lb", "sa", "sh", "ti"])
        #expect(TableText.shipped("nobody") == nil)
    }

    private func table(from day: String) -> TableText {
        TableText(name: "hb \(day).yaml", text: SmallTable.text.replacing("2026-03-02", with: day))
    }

    @Test func `SA-10: a table that is new is live neither before the last one's day nor before its own`() throws {
        let load = { (day: String, before: Day?) in
            try ProgramTables.load(table(from: day), following: before) { _ in Day("2026-03-31") ?? Day(serial: 0) }
        }
        for day in ["2026-03-02", "2026-03-31"] { #expect(try load(day, Day("2026-03-02")).effective == Day(day)) }
        #expect(try load("unknown", nil).effective == nil)
        let faults = ["2026-03-01", "unknown", "2026-04-01"].map { day in
            #expect(throws: TableFaults.self) { try load(day, Day("2026-03-02")) }?.faults.map(\.description) ?? []
        }
        #expect(
            faults == [
                [
                    "hb 2026-03-01.yaml:7:12: versions out of order in effective: “2026-03-01”\nhint: 2026-03-02 or a later day: a table that is in force from then on is live here already"
                ],
                [
                    "hb unknown.yaml:7:12: versions out of order in effective: “unknown”\nhint: 2026-03-02 or a later day: a table that is in force from then on is live here already"
                ],
                [
                    "hb 2026-04-01.yaml:7:12: versions out of order in effective: “2026-04-01”\nhint: a day that has come: until 2026-04-01 the table before is in force"
                ],
            ])
    }
}
