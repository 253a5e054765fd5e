public import Foundation

/// Where a club is and how it counts its days.
public struct ClubCalendar: Sendable, Hashable {
    /// The calendars the tables are written in.
    public enum System: String, Sendable, Codable, CaseIterable {
        case gregorian, iranian
    }

    /// How the club writes its dates.
    public let system: System
    /// The zone whose midnight begins the club's day.
    public let zone: TimeZone

    /// A calendar in a zone.
    public init(system: System, zone: TimeZone) {
        self.system = system
        self.zone = zone
    }

    /// The day that `instant` falls on in the club's zone.
    public func day(of instant: Instant) -> Day {
        let seconds = instant.milliseconds.flooredQuotient(by: 1000)
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        return Day(serial: (seconds + offset).flooredQuotient(by: 86_400))
    }

    /// A date in the club's own system, such as 1390/01/01; nil when there is no such day.
    public func day(year: Int, month: Int, day: Int) -> Day? {
        switch system {
        case .gregorian: Day(year: year, month: month, day: day)
        case .iranian: IranianDate(year: year, month: month, day: day)?.asDay
        }
    }
}
