extension ClubCalendar {
    /// The day `months` later (earlier where negative) in the club's own system, on the same day of the month or the month's last where it is shorter:
    /// 1404/06/31 and six months is 1404/12/29 (A-TI-10).
    ///
    /// A series of months is counted from its first day each time; from the day before it in the series, a short month would shorten all that follow.
    /// More than 9,999 years are taken as 9,999.
    public func adding(months: Int, to day: Day) -> Day {
        let (year, month, dayOfMonth) = date(of: day)
        let count = year * 12 + month - 1 + min(max(months, -Self.mostMonths), Self.mostMonths)
        let laterYear = count.flooredQuotient(by: 12)
        return self.day(year: laterYear, month: count - laterYear * 12 + 1, atMost: dayOfMonth)
    }

    /// The day `years` later (earlier where negative) in the club's own system; 29 February and 30 Esfand become the month's last day in common years.
    ///
    /// More than 9,999 years are taken as 9,999.
    public func adding(years: Int, to day: Day) -> Day {
        adding(months: min(max(years, -Self.mostMonths / 12), Self.mostMonths / 12) * 12, to: day)
    }

    private static let mostMonths = 9_999 * 12

    private func date(of day: Day) -> (year: Int, month: Int, day: Int) {
        switch system {
        case .gregorian: return day.gregorian
        case .iranian:
            let date = IranianDate(day)
            return (date.year, date.month, date.day)
        }
    }

    private func day(year: Int, month: Int, atMost day: Int) -> Day {
        switch system {
        case .gregorian: Day(existing: (year, month, min(day, Day.length(ofMonth: month, in: year))))
        case .iranian: IranianDate(existing: (year, month, min(day, IranianDate.length(ofMonth: month, in: year)))).asDay
        }
    }
}
