/// A date of the Iranian (Solar Hijri) calendar: 1390/01/01 is 21 March 2011.
///
/// Leap years follow the cycle of 33 years with 8 leap years, which is what Foundation's Persian calendar counts by.
public struct IranianDate: Sendable, Hashable, CustomStringConvertible {
    /// The year, 1 and up.
    public let year: Int
    /// The month, 1 (Farvardin) … 12 (Esfand).
    public let month: Int
    /// The day of the month, 1 … 31.
    public let day: Int
    /// The same day, counted from 1970.
    public let asDay: Day

    /// A date; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, in: year) else { return nil }
        self.init(existing: (year, month, day))
    }

    /// A date of any year; the caller knows that it exists.
    init(existing date: (year: Int, month: Int, day: Int)) {
        (year, month, day) = date
        asDay = Day(serial: Self.start(of: year) + Self.daysBefore(month: month) + day - 1)
    }

    /// The Iranian date of a day.
    public init(_ asDay: Day) {
        year = (33 * (asDay.serial - Self.epoch) + 3).flooredQuotient(by: 12_053) + 1
        let dayOfYear = asDay.serial - Self.start(of: year)
        month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7
        day = dayOfYear - Self.daysBefore(month: month) + 1
        self.asDay = asDay
    }

    /// How many days the month has: 31 in the first half of the year, then 30, and 29 in the last month of a common year.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 1...6: 31
        case 12: isLeap(year) ? 30 : 29
        default: 30
        }
    }

    /// Whether the year has 366 days, the last of them 30 Esfand.
    public static func isLeap(_ year: Int) -> Bool { start(of: year + 1) - start(of: year) == 366 }

    /// `1390/01/01`, in ASCII digits.
    public var description: String { "\(year)/\(twoDigits(month))/\(twoDigits(day))" }

    /// The first day of year 1, by `Day.serial`: 22 March 622 in the Gregorian calendar carried back.
    private static let epoch = -492_268

    private static func start(of year: Int) -> Int { epoch + 365 * (year - 1) + (8 * year + 21).flooredQuotient(by: 33) }

    private static func daysBefore(month: Int) -> Int { month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6 }
}
