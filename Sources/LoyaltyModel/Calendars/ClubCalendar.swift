public import Foundation

/// Where a club is and how it counts its days.
///
/// Making one reads the zone's clock changes; after that, day and instant follow from each other without asking the system again.
public struct ClubCalendar: Sendable, Hashable {
    /// The calendars the tables are written in.
    public enum System: String, Sendable, Codable, CaseIterable {
        case gregorian, iranian
    }

    /// How the club writes its dates.
    public let system: System
    /// The zone whose midnight begins the club's day.
    public let zone: TimeZone

    private let offsets: ZoneOffsets

    /// A calendar in a zone.
    public init(system: System, zone: TimeZone) {
        self.system = system
        self.zone = zone
        offsets = ZoneOffsets(of: zone)
    }

    /// The day that `instant` falls on in the club's zone.
    public func day(of instant: Instant) -> Day {
        let seconds = instant.milliseconds.flooredQuotient(by: 1000)
        return Day(serial: (seconds + offsets.offset(at: seconds)).flooredQuotient(by: 86_400))
    }

    /// The first instant of `day` in the club's zone: 00:00, or the first moment there is where the clocks skip midnight.
    ///
    /// A day that the zone left out altogether begins with the day after it.
    public func start(of day: Day) -> Instant {
        Instant(milliseconds: offsets.firstSecond(showing: day.serial * 86_400) * 1000)
    }

    /// Minutes since midnight of the club's clock at `instant`, 0 … 1439.
    public func minutes(of instant: Instant) -> Int {
        let seconds = instant.milliseconds.flooredQuotient(by: 1000)
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        return (seconds + offset - day(of: instant).serial * 86_400) / 60
    }

    /// A date in the club's own system, such as 1390/01/01; nil when there is no such day.
    public func day(year: Int, month: Int, day: Int) -> Day? {
        switch system {
        case .gregorian: Day(year: year, month: month, day: day)
        case .iranian: IranianDate(year: year, month: month, day: day)?.asDay
        }
    }

    /// Two calendars are one when they count alike in the same zone.
    public static func == (left: ClubCalendar, right: ClubCalendar) -> Bool { left.system == right.system && left.zone == right.zone }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(system)
        hasher.combine(zone)
    }
}
