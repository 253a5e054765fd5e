import Foundation
import LoyaltyModel
import Testing

@Suite("The Iranian calendar")
struct IranianDateTests {
    @Test func `every day of the years 1280 to 1500 is Foundation's, there and back`() throws {
        let foundation = FoundationCalendar(.persian)
        let first = try #require(IranianDate(year: 1280, month: 1, day: 1)).asDay
        let end = try #require(IranianDate(year: 1501, month: 1, day: 1)).asDay
        var differing: [Day] = []
        for serial in first.serial..<end.serial {
            let day = Day(serial: serial)
            let date = IranianDate(day)
            let parts = foundation.parts(of: day)
            let isSame = parts.year == date.year && parts.month == date.month && parts.day == date.day
            if !isSame || IranianDate(year: date.year, month: date.month, day: date.day)?.asDay != day { differing.append(day) }
        }
        #expect(differing.isEmpty)
    }

    @Test func `the new years of 622 to 2200 are Foundation's`() {
        let foundation = FoundationCalendar(.persian)
        for year in 1...1501 {
            guard let start = IranianDate(year: year, month: 1, day: 1)?.asDay else {
                Issue.record("\(year) has no first day")
                continue
            }
            let parts = foundation.parts(of: start)
            #expect([parts.year, parts.month, parts.day] == [year, 1, 1])
        }
    }

    @Test(arguments: [
        ("1390/01/01", "2011-03-21"), ("1396/01/01", "2017-03-21"), ("1399/12/30", "2021-03-20"), ("1400/01/01", "2021-03-21"),
        ("1403/12/30", "2025-03-20"), ("1404/01/01", "2025-03-21"), ("1404/06/31", "2025-09-22"), ("1404/07/01", "2025-09-23"), ("1404/12/29", "2026-03-20"),
    ])
    func `known days`(iranian: String, gregorian: String) throws {
        let day = try #require(Day(gregorian))
        #expect(IranianDate(day).description == iranian)
    }

    @Test func `leap years are 1370, 1375, 1379 and so on, not every fourth`() {
        #expect((1370...1412).filter(IranianDate.isLeap) == [1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412])
    }

    @Test func `a date that does not exist is nil`() {
        for (year, month, day) in [
            (1404, 12, 30), (1403, 12, 31), (1404, 7, 31), (1404, 6, 32), (1404, 0, 1), (1404, 13, 1), (1404, 1, 0), (0, 1, 1), (10_000, 1, 1),
            (.max, .max, .max), (.min, .min, .min),
        ] {
            #expect(IranianDate(year: year, month: month, day: day) == nil)
        }
        #expect(IranianDate(year: 1403, month: 12, day: 30) != nil)
    }

    @Test func `the days before the first year have dates too`() throws {
        let first = try #require(IranianDate(year: 1, month: 1, day: 1))
        #expect(IranianDate(Day(serial: first.asDay.serial - 1)).description == "0/12/29")
        let long = try #require(Day(year: 1, month: 1, day: 1))
        #expect(IranianDate(long).asDay == long && IranianDate(long).year == -621)
    }
}
