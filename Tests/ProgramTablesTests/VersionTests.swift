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

    private func version(_ day: String, club: String = "hb") -> (table: TableText, settings: TableText?) {
        let text = SmallTable.text.replacing("2026-03-02", with: day).replacing("club: hb", with: "club: \(club)")
        return (TableText(name: "\(club) \(day).yaml", text: text), nil)
    }

    @Test func `SA-10: versions follow each other by the day they come into force, the last one prices`() throws {
        let book = try ProgramTables.book([version("2024-01-01"), version("2025-01-01"), version("2026-03-02")])
        #expect(book.current.effective == Day("2026-03-02"))
        #expect(try ProgramTables.book([version("unknown"), version("2025-01-01")]).current.effective == Day("2025-01-01"))
    }

    @Test func `SA-10: a table that is new is live neither before the last one's day nor before its own`() throws {
        let load = { (day: String, before: Day?) in
            try ProgramTables.load(version(day).table, following: before) { _ in Day("2026-03-31") ?? Day(serial: 0) }
        }
        for day in ["2026-03-02", "2026-03-31"] { #expect(try load(day, Day("2026-03-02")).effective == Day(day)) }
        #expect(try load("unknown", nil).effective == nil)
        let faults = ["2026-03-01", "2026-04-01"].map { day in
            #expect(throws: TableFaults.self) { try load(day, Day("2026-03-02")) }?.faults.map(\.description) ?? []
        }
        #expect(
            faults == [
                [
                    "hb 2026-03-01.yaml:7:12: versions out of order in effective: “2026-03-01”\nhint: 2026-03-02 or a later day: a table that is in force from then on is live here already"
                ],
                [
                    "hb 2026-04-01.yaml:7:12: versions out of order in effective: “2026-04-01”\nhint: a day that has come: until 2026-04-01 the table before is in force"
                ],
            ])
    }

    @Test(arguments: [
        (
            "2025-01-01",
            "hb 2025-01-01.yaml:7:12: versions out of order in effective: “2025-01-01”\nhint: a day after 2026-03-02, from which the version before is in force"
        ),
        (
            "2026-03-02",
            "hb 2026-03-02.yaml:7:12: versions out of order in effective: “2026-03-02”\nhint: a day after 2026-03-02, from which the version before is in force"
        ),
        (
            "unknown",
            "hb unknown.yaml:7:12: versions out of order in effective: “unknown”\nhint: a day after 2026-03-02, from which the version before is in force"
        ),
    ])
    func `SA-10: a version that does not come after the one before is told`(day: String, said: String) {
        let fault = #expect(throws: TableFaults.self) { try ProgramTables.book([version("2026-03-02"), version(day)]) }
        #expect(fault?.description == said)
    }

    @Test func `two versions without a day, none at all, and one of another club are told`() {
        #expect(throws: TableFaults.self) { try ProgramTables.book([version("unknown"), version("unknown")]) }
        #expect(throws: TableFaults.self) { try ProgramTables.book([]) }
        let fault = #expect(throws: TableFaults.self) { try ProgramTables.book([version("2025-01-01"), version("2026-01-01", club: "hc")]) }
        #expect(fault?.faults.first?.kind == .otherClub)
    }
}
