import LoyaltyModel
import Testing

@Suite("Birthdays and festivals")
struct YearlyDateTests {
    /// The days of the Gregorian years on which something is kept.
    private func days(_ years: ClosedRange<Int>, where isKept: (Day) -> Bool) throws -> [String] {
        let first = try #require(Day(year: years.lowerBound, month: 1, day: 1))
        let last = try #require(Day(year: years.upperBound, month: 12, day: 31))
        return (first.serial...last.serial).map(Day.init(serial:)).filter(isKept).map(\.description)
    }

    private func birthdays(_ birthday: String, _ calendar: BirthdayCalendar, _ years: ClosedRange<Int>) throws -> [String] {
        let birthday = try #require(Day(birthday))
        return try days(years) { calendar.isKept(birthday: birthday, on: $0) }
    }

    @Test func `A-SH-5 and 10.16: 29 February is kept on the 28th in common years and on the 29th alone in leap years`() throws {
        #expect(try birthdays("1988-02-29", .gregorian, 2023...2026) == ["2023-02-28", "2024-02-29", "2025-02-28", "2026-02-28"])
        #expect(try birthdays("1988-02-28", .gregorian, 2023...2025) == ["2023-02-28", "2024-02-28", "2025-02-28"])
        #expect(try birthdays("1988-03-01", .gregorian, 2023...2024) == ["2023-03-01", "2024-03-01"])
        #expect(try birthdays("1988-02-29", .gregorian, 2099...2101) == ["2099-02-28", "2100-02-28", "2101-02-28"])
    }

    @Test func `A-SH-5: an Iranian birthday moves with the Iranian year, and 30 Esfand is the 29th in common years`() throws {
        #expect(try birthdays("1985-03-21", .iranian, 2023...2026) == ["2023-03-21", "2024-03-20", "2025-03-21", "2026-03-21"])
        #expect(try birthdays("2021-03-20", .iranian, 2022...2025) == ["2022-03-20", "2023-03-20", "2024-03-19", "2025-03-20"])
    }

    @Test func `A-SH-5: a lunar birthday is kept on the same lunar month and day every year`() throws {
        // Born on the 15th of the 8th month: the mid-autumn festival.
        #expect(try birthdays("1990-10-03", .chinese, 2022...2026) == ["2022-09-10", "2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25"])
    }

    @Test func `A-SH-5: a birthday in a leap month is kept in the ordinary month of that number, once, in leap years too`() throws {
        // Born on the first of the leap sixth month of 2017; 2025 has a leap sixth month again.
        #expect(try birthdays("2017-07-23", .chinese, 2018...2018) == ["2018-07-13"])
        #expect(try birthdays("2017-07-23", .chinese, 2025...2025) == ["2025-06-25"])
    }

    @Test func `A-SH-5: day 30 is kept on day 29 in a month of 29 days`() throws {
        // Born on the 30th of the 12th month, the eve of the new year of 2024; the twelfth month has 30 days again in 2030.
        #expect(try birthdays("2024-02-09", .chinese, 2026...2030) == ["2026-02-16", "2027-02-05", "2028-01-25", "2029-02-12", "2030-02-02"])
    }

    @Test func `whatever the birthday, it is kept exactly once in each lunar, Iranian and Gregorian year`() throws {
        let first = try #require(Day("1999-01-01"))
        for serial in stride(from: first.serial, to: first.serial + 800, by: 29) {
            let birthday = Day(serial: serial)
            #expect(try days(2023...2025) { BirthdayCalendar.gregorian.isKept(birthday: birthday, on: $0) }.count == 3, "\(birthday)")
            let lunar = try days(2023...2026) { BirthdayCalendar.chinese.isKept(birthday: birthday, on: $0) }.compactMap(Day.init).compactMap(ChineseDate.init)
            #expect(lunar.filter { (2023...2025).contains($0.year) }.map(\.year) == [2023, 2024, 2025], "\(birthday)")
            let iranian = try days(2023...2026) { BirthdayCalendar.iranian.isKept(birthday: birthday, on: $0) }.compactMap(Day.init).map(IranianDate.init)
            #expect(iranian.filter { (1402...1404).contains($0.year) }.map(\.year) == [1402, 1403, 1404], "\(birthday)")
        }
    }

    @Test func `SH-09: festivals fall by their own calendar`() throws {
        let spring = try #require(YearlyDate("chinese 01-01"))
        #expect(try days(2024...2026, where: spring.falls) == ["2024-02-10", "2025-01-29", "2026-02-17"])
        let eve = try #require(YearlyDate("chinese 12-30"))
        #expect(try days(2024...2026, where: eve.falls) == ["2024-02-09", "2025-01-28", "2026-02-16"])
        let nowruz = try #require(YearlyDate("iranian 01-01"))
        #expect(try days(2024...2026, where: nowruz.falls) == ["2024-03-20", "2025-03-21", "2026-03-21"])
        let national = try #require(YearlyDate("10-01"))
        #expect(try days(2024...2025, where: national.falls) == ["2024-10-01", "2025-10-01"])
        #expect(try days(2023...2024, where: #require(YearlyDate("02-29")).falls) == ["2023-02-28", "2024-02-29"])
    }

    @Test(arguments: [
        "", "2-17", "02-30", "00-10", "13-01", "04-31", "iranian 07-31", "iranian 12-31", "chinese 01-31", "lunar 01-01", "Chinese 01-01", "chinese  01-01",
        " 02-17", "02-17 ", "chinese", "chinese 01-01 x", "02/17", "2024-02-17", "+2-17", "۰۲-۱۷", "iranian 01-00",
    ])
    func `what is not a yearly date is refused`(text: String) { #expect(YearlyDate(text) == nil) }

    @Test(arguments: ["02-17", "02-29", "12-31", "iranian 01-01", "iranian 12-30", "iranian 06-31", "chinese 01-01", "chinese 12-30"])
    func `a yearly date is written as it is read`(text: String) throws {
        #expect(try #require(YearlyDate(text)).description == text)
    }

    @Test func `a calendar may be named for Gregorian days too`() { #expect(YearlyDate("gregorian 02-17") == YearlyDate("02-17")) }

    @Test func `by the lunar calendar nothing is kept on days that its table does not have`() throws {
        let day = try #require(Day("1890-05-05"))
        #expect(!BirthdayCalendar.chinese.isKept(birthday: day, on: day))
        #expect(YearlyDate(of: day, in: .chinese) == nil)
        #expect(BirthdayCalendar.gregorian.isKept(birthday: day, on: day))
    }
}
