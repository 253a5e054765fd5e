public import LoyaltyModel

/// A month of the club's own calendar.
public struct ClubMonth: Sendable, Hashable, Comparable {
    /// Its first day.
    public let first: Day
    /// The year in the club's calendar.
    public let year: Int
    /// The month in the club's calendar, 1 … 12.
    public let month: Int

    /// The month that a day falls in.
    public init(of day: Day, in calendar: ClubCalendar) {
        switch calendar.system {
        case .gregorian:
            let date = day.gregorian
            self.init(first: Day(serial: day.serial - date.day + 1), year: date.year, month: date.month)
        case .iranian:
            let date = IranianDate(day)
            self.init(first: Day(serial: day.serial - date.day + 1), year: date.year, month: date.month)
        }
    }

    private init(first: Day, year: Int, month: Int) {
        self.first = first
        self.year = year
        self.month = month
    }

    /// The month after it.
    public func next(in calendar: ClubCalendar) -> ClubMonth { ClubMonth(of: calendar.adding(months: 1, to: first), in: calendar) }

    /// The months of a stretch of days, in order; none when `from` is after `through`.
    public static func months(from: Day, through: Day, in calendar: ClubCalendar) -> [ClubMonth] {
        var months: [ClubMonth] = []
        var month = ClubMonth(of: from, in: calendar)
        while month.first <= through {
            months.append(month)
            month = month.next(in: calendar)
        }
        return months
    }

    /// Order in time.
    public static func < (left: ClubMonth, right: ClubMonth) -> Bool { left.first < right.first }

    /// `1405-03` or `2026-06`, in ASCII digits.
    public var name: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
