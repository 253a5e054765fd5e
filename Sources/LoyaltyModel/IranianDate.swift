internal import Foundation

/// A date of the Iranian (Solar Hijri) calendar, as Foundation's Persian calendar counts it: 1390/01/01 is 21 March 2011.
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
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let parts = DateComponents(year: year, month: month, day: day, hour: 12)
        guard let date = Self.calendar.date(from: parts) else { return nil }
        self.init(Day(serial: Int(date.timeIntervalSince1970.rounded(.down)).flooredQuotient(by: 86_400)))
        guard (self.year, self.month, self.day) == (year, month, day) else { return nil }
    }

    /// The Iranian date of a day.
    public init(_ asDay: Day) {
        let noon = Date(timeIntervalSince1970: TimeInterval(asDay.serial * 86_400 + 43_200))
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: noon)
        self.year = parts.year ?? 0
        self.month = parts.month ?? 0
        self.day = parts.day ?? 0
        self.asDay = asDay
    }

    /// `1390/01/01`, in ASCII digits.
    public var description: String { "\(year)/\(twoDigits(month))/\(twoDigits(day))" }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .persian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        return calendar
    }()
}
