/// A day that comes round every year in its own calendar: a birthday, a festival.
///
/// As text `02-17`, `iranian 01-01` or `chinese 01-01`: month and day, Gregorian where no calendar is named.
public struct YearlyDate: Sendable, Hashable, LosslessStringConvertible {
    /// The calendar it comes round in.
    public let calendar: BirthdayCalendar
    /// The month, 1 … 12; in the Chinese calendar never a leap month.
    public let month: Int
    /// The day of the month, 1 up to the most that the month ever has.
    public let day: Int

    /// A month and day; nil where the calendar never has such a day.
    public init?(_ calendar: BirthdayCalendar, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Self.longest(month, in: calendar) else { return nil }
        self.calendar = calendar
        self.month = month
        self.day = day
    }

    /// The month and day of `day`; that of a Chinese leap month is in the ordinary month of the same number. Nil where the calendar has no dates (`ChineseDate`).
    public init?(of day: Day, in calendar: BirthdayCalendar) {
        guard let date = Date(day, in: calendar) else { return nil }
        self.init(calendar, month: date.month, day: date.day)
    }

    /// Reads `02-17`, `gregorian 02-17`, `iranian 01-01`, `chinese 01-01`; nil for anything else and for a day that never comes.
    public init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let date = words.last, words.count <= 2, let calendar = words.count == 2 ? BirthdayCalendar(rawValue: String(words[0])) : .gregorian else {
            return nil
        }
        var scanner = DigitScanner(String(date))
        guard let month = scanner.number(digits: 2), scanner.take("-"), let day = scanner.number(digits: 2), scanner.isAtEnd else { return nil }
        self.init(calendar, month: month, day: day)
    }

    /// Whether it is this day's turn in its year: the same month and day, or the month's last day where the month is too short this year.
    public func falls(on day: Day) -> Bool {
        guard let date = Date(day, in: calendar), !date.isLeapMonth, date.month == month else { return false }
        return date.day == min(self.day, date.monthLength)
    }

    /// The text it is read from.
    public var description: String {
        let date = "\(twoDigits(month))-\(twoDigits(day))"
        return calendar == .gregorian ? date : "\(calendar.rawValue) \(date)"
    }

    private static func longest(_ month: Int, in calendar: BirthdayCalendar) -> Int {
        switch calendar {
        case .gregorian: month == 2 ? 29 : Day.length(ofMonth: month, in: 1)
        case .iranian: month <= 6 ? 31 : 30
        case .chinese: 30
        }
    }

    /// What is asked of a date in any of the calendars.
    private struct Date {
        let month: Int
        let isLeapMonth: Bool
        let day: Int
        let monthLength: Int

        init?(_ day: Day, in calendar: BirthdayCalendar) {
            switch calendar {
            case .gregorian:
                let date = day.gregorian
                (month, isLeapMonth, self.day) = (date.month, false, date.day)
                monthLength = Day.length(ofMonth: date.month, in: date.year)
            case .iranian:
                let date = IranianDate(day)
                (month, isLeapMonth, self.day) = (date.month, false, date.day)
                monthLength = IranianDate.length(ofMonth: date.month, in: date.year)
            case .chinese:
                guard let date = ChineseDate(day) else { return nil }
                (month, isLeapMonth, self.day, monthLength) = (date.month, date.isLeapMonth, date.day, date.monthLength)
            }
        }
    }
}
