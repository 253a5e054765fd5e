import LoyaltyModel
import LoyaltyRules
import ProgramTables
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
}
