internal import Foundation

extension ClubCalendar {
    public func adding(months: Int, to day: Day) -> Day {
        switch system {
        case .gregorian:
            let (y, m, d) = day.gregorian
            let index = y * 12 + m - 1 + months
            let year = index.flooredQuotient(by: 12), month = index - year * 12 + 1
            return Day(year: year, month: month, day: min(d, Day.length(ofMonth: month, in: year))) ?? day
        case .iranian:
            let date = IranianDate(day)
            let index = date.year * 12 + date.month - 1 + months
            let year = index.flooredQuotient(by: 12), month = index - year * 12 + 1
            for d in stride(from: date.day, to: 28, by: -1) { if let x = IranianDate(year: year, month: month, day: d) { return x.asDay } }
            return IranianDate(year: year, month: month, day: date.day)?.asDay ?? day
        }
    }
    public func adding(years: Int, to day: Day) -> Day { adding(months: 12 * years, to: day) }
    public func start(of day: Day) -> Instant {
        let midnight = day.serial * 86_400
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(midnight)))
        return Instant(milliseconds: (midnight - offset) * 1000)
    }
}
