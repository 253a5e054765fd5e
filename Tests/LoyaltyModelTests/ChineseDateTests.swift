import Foundation
import LoyaltyModel
import Testing

@Suite("The Chinese lunar calendar")
struct ChineseDateTests {
    @Test(arguments: [
        "1900-01-31", "1912-02-18", "1949-01-29", "1950-02-17", "1968-01-30", "1976-01-31", "1985-02-20", "1988-02-17", "1996-02-19", "2000-02-05",
        "2007-02-18", "2008-02-07", "2012-01-23", "2015-02-19", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22",
        "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31",
        "2034-02-19", "2100-02-09",
    ])
    func `known new years`(text: String) throws {
        let day = try #require(Day(text))
        #expect(ChineseDate.newYear(inGregorianYear: day.gregorian.year) == day)
        let date = try #require(ChineseDate(day))
        #expect((date.year, date.month, date.isLeapMonth, date.day) == (day.gregorian.year, 1, false, 1))
    }

    @Test func `every day from 1950 to 2080 is Foundation's, but for the new moon near midnight of 28 September 2057`() throws {
        let foundation = FoundationCalendar(.chinese)
        let first = try #require(Day("1950-01-01"))
        let end = try #require(Day("2081-01-01"))
        var differing: [Day] = []
        for serial in first.serial..<end.serial {
            let day = Day(serial: serial)
            let parts = foundation.parts(of: day)
            let date = ChineseDate(day)
            if parts.month != date?.month || parts.day != date?.day || (parts.isLeapMonth ?? false) != date?.isLeapMonth { differing.append(day) }
        }
        #expect(differing.allSatisfy { $0.description == "2057-09-28" })
        #expect(Day("2057-09-28").flatMap { ChineseDate($0) }?.day == 30)
        #expect(Day("2057-09-29").flatMap { ChineseDate($0) }?.day == 1)
    }

    @Test(arguments: [
        ("2020-05-23", 4), ("2023-03-22", 2), ("2025-07-25", 6), ("2028-06-23", 5), ("2033-12-22", 11), ("2017-07-23", 6), ("2014-10-24", 9),
        ("1984-11-23", 10),
    ])
    func `known leap months begin`(text: String, month: Int) throws {
        let date = try #require(Day(text).flatMap { ChineseDate($0) })
        #expect((date.month, date.isLeapMonth, date.day) == (month, true, 1))
    }

    @Test func `each day follows the one before, over the whole table`() throws {
        let first = try #require(Day("1900-01-31"))
        let end = try #require(Day("2101-01-29"))
        var before = try #require(ChineseDate(first))
        for serial in first.serial + 1..<end.serial {
            let date = try #require(ChineseDate(Day(serial: serial)))
            let isNextDay = date.day == before.day + 1 && date.month == before.month && date.isLeapMonth == before.isLeapMonth
            let isLeapMonth = date.isLeapMonth && date.month == before.month && !before.isLeapMonth
            let isNextMonth = !date.isLeapMonth && (date.month == before.month + 1 || before.month == 12 && date.month == 1 && date.year == before.year + 1)
            let isNewMonth = date.day == 1 && before.day == before.monthLength && (isLeapMonth || isNextMonth)
            if !isNextDay && !isNewMonth { Issue.record("\(Day(serial: serial)) does not follow") }
            before = date
        }
    }

    @Test func `before 31 January 1900 and after 28 January 2101 there are no lunar dates`() throws {
        for text in ["0001-01-01", "1900-01-30", "2101-01-29", "9999-12-31"] { #expect(Day(text).map { ChineseDate($0) } == .some(nil)) }
        #expect(ChineseDate(Day(serial: .max)) == nil && ChineseDate(Day(serial: .min)) == nil)
        for text in ["1900-01-31", "2101-01-28"] { #expect(Day(text).flatMap { ChineseDate($0) } != nil) }
        for year in [1899, 2101, .min, .max] { #expect(ChineseDate.newYear(inGregorianYear: year) == nil) }
    }
}
