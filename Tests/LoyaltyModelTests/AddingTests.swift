import Foundation
import LoyaltyModel
import Testing

@Suite("Months and years later")
struct AddingTests {
    private let iranian = ClubCalendar(system: .iranian, zone: .gmt)
    private let gregorian = ClubCalendar(system: .gregorian, zone: .gmt)

    private func iranian(_ year: Int, _ month: Int, _ day: Int) throws -> Day { try #require(IranianDate(year: year, month: month, day: day)).asDay }

    @Test func `A-TI-10: six months from 1404/06/31 is 1404/12/29`() throws {
        #expect(iranian.adding(months: 6, to: try iranian(1404, 6, 31)) == (try iranian(1404, 12, 29)))
        #expect(iranian.adding(months: 6, to: try iranian(1403, 6, 31)) == (try iranian(1403, 12, 30)))
    }

    @Test func `TI-10: the months of a series are counted from its first day, so a short month shortens no other`() throws {
        let last = try iranian(1404, 4, 31)
        let series = (0...14).map { IranianDate(iranian.adding(months: $0, to: last)).description }
        #expect(
            series == [
                "1404/04/31", "1404/05/31", "1404/06/31", "1404/07/30", "1404/08/30", "1404/09/30", "1404/10/30", "1404/11/30", "1404/12/29", "1405/01/31",
                "1405/02/31", "1405/03/31", "1405/04/31", "1405/05/31", "1405/06/31",
            ])
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-08-31", 6, "2026-02-28"), ("2025-10-31", 1, "2025-11-30"),
        ("2025-12-15", 1, "2026-01-15"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-01", -1, "2025-12-01"), ("2025-05-05", 0, "2025-05-05"),
        ("1900-01-31", 1, "1900-02-28"), ("2000-01-31", 1, "2000-02-29"), ("1969-12-31", 2, "1970-02-28"),
    ])
    func `Gregorian months end at the month's end`(from: String, months: Int, to: String) throws {
        #expect(gregorian.adding(months: months, to: try #require(Day(from))) == Day(to))
    }

    @Test func `a leap day is the month's last day in common years`() throws {
        let leapDay = try #require(Day("2024-02-29"))
        #expect((0...4).map { gregorian.adding(years: $0, to: leapDay).description } == ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"])
        let esfand = try iranian(1399, 12, 30)
        let kept = (0...4).map { IranianDate(iranian.adding(years: $0, to: esfand)).description }
        #expect(kept == ["1399/12/30", "1400/12/29", "1401/12/29", "1402/12/29", "1403/12/30"])
    }

    @Test func `for every day of six years and up to 30 months, the day stays or is the last of the right month`() throws {
        let first = try iranian(1399, 1, 1)
        for serial in first.serial..<first.serial + 6 * 365 {
            let from = IranianDate(Day(serial: serial))
            for months in [1, 5, 6, 7, 11, 12, 18, 24, 30] {
                let to = IranianDate(iranian.adding(months: months, to: from.asDay))
                let isRight =
                    to.year * 12 + to.month == from.year * 12 + from.month + months
                    && to.day == min(from.day, IranianDate.length(ofMonth: to.month, in: to.year))
                if !isRight { Issue.record("\(from) and \(months) months is not \(to)") }
            }
        }
    }

    @Test func `absurd numbers of months and years end 9,999 years away`() {
        let day = Day(serial: 20_000)
        for calendar in [iranian, gregorian] {
            #expect(calendar.adding(months: .max, to: day) == calendar.adding(years: 9_999, to: day))
            #expect(calendar.adding(years: .min, to: day) == calendar.adding(years: -9_999, to: day))
            #expect(calendar.adding(years: -9_999, to: calendar.adding(years: 9_999, to: day)) == day)
        }
    }
}
