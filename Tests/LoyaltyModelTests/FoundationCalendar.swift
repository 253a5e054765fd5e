import Foundation
import LoyaltyModel

/// Foundation's calendars, asked at noon in UTC: the other opinion on every date.
struct FoundationCalendar {
    private var calendar: Calendar

    init(_ identifier: Calendar.Identifier) {
        calendar = Calendar(identifier: identifier)
        calendar.timeZone = .gmt
    }

    func parts(of day: Day) -> DateComponents {
        let noon = Date(timeIntervalSince1970: TimeInterval(day.serial * 86_400 + 43_200))
        return calendar.dateComponents([.year, .month, .day, .isLeapMonth], from: noon)
    }
}
