/// A date of the Chinese lunar calendar.
public struct ChineseDate: Sendable, Hashable {
    /// The Gregorian year in which the lunar year begins.
    public let year: Int
    /// The month, 1 … 12; a leap month has the number of the one before it.
    public let month: Int
    /// Whether the month is a leap month.
    public let isLeapMonth: Bool
    /// The day of the month, 1 … 30.
    public let day: Int
    /// How many days the month has, 29 or 30.
    public let monthLength: Int

    /// The lunar date of a day from 31 January 1900 to 28 January 2101; nil before and after.
    public init?(_ day: Day) {
        let starts = ChineseYears.starts
        guard let first = starts.first, let end = starts.last, (first..<end).contains(day.serial) else { return nil }
        var row = min((day.serial - first) * 4 / 1461, ChineseYears.years.count - 1)
        while starts[row] > day.serial { row -= 1 }
        while starts[row + 1] <= day.serial { row += 1 }
        var rest = day.serial - starts[row]
        for month in ChineseYears.years[row] {
            if rest < month.length {
                year = ChineseYears.firstYear + row
                self.month = month.number
                isLeapMonth = month.isLeap
                self.day = rest + 1
                monthLength = month.length
                return
            }
            rest -= month.length
        }
        return nil
    }

    /// Chinese New Year's Day in a Gregorian year from 1900 to 2100 (10 February in 2024); nil before and after.
    public static func newYear(inGregorianYear year: Int) -> Day? {
        guard (ChineseYears.firstYear..<ChineseYears.firstYear + ChineseYears.years.count).contains(year) else { return nil }
        return Day(serial: ChineseYears.starts[year - ChineseYears.firstYear])
    }
}
