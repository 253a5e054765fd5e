import Foundation
import LoyaltyModel
import Testing

@Suite("The machine's own zone and language")
struct EnvironmentTests {
    @Test func `days, months and beginnings are the same under another TZ and LANG`() async {
        await #expect(processExitsWith: .success) { try EnvironmentTests.check(zone: "Pacific/Kiritimati", language: "fa_IR.UTF-8") }
        await #expect(processExitsWith: .success) { try EnvironmentTests.check(zone: "America/Los_Angeles", language: "zh_CN@calendar=chinese") }
    }

    /// The machine is somewhere else, and the answers are those of the club's own zone.
    private static func check(zone: String, language: String) throws {
        setenv("TZ", zone, 1)
        setenv("LANG", language, 1)
        setenv("LC_ALL", language, 1)
        let tehran = ClubCalendar(system: .iranian, zone: try #require(TimeZone(identifier: "Asia/Tehran")))
        let spring = try #require(Day("2022-03-22"))
        #expect(tehran.start(of: spring) == Instant("2022-03-21T20:30:00Z"))
        #expect(tehran.day(of: Instant(milliseconds: tehran.start(of: spring).milliseconds - 1)) == Day("2022-03-21"))
        #expect(IranianDate(spring).description == "1401/01/02")
        #expect(tehran.adding(months: 6, to: try #require(Day("2025-09-22"))) == Day("2026-03-20"))
        #expect(YearlyDate("chinese 01-01")?.falls(on: try #require(Day("2024-02-10"))) == true)
    }
}
