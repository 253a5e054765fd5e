import Foundation
import LoyaltyModel
import Testing

@Suite("Where a day begins")
struct DayStartTests {
    private static func calendar(_ zone: String) throws -> ClubCalendar {
        ClubCalendar(system: .gregorian, zone: try #require(TimeZone(identifier: zone)))
    }

    @Test(arguments: [
        "Asia/Tehran", "Asia/Shanghai", "Asia/Almaty", "Europe/Berlin", "Europe/Moscow", "Europe/Lisbon", "Europe/Istanbul", "Asia/Beirut",
        "America/Sao_Paulo", "America/St_Johns", "Africa/Casablanca", "Australia/Lord_Howe", "UTC",
    ])
    func `RULES 10.15: a day begins one millisecond after the day before ends, on every day from 1970 to 2037`(zone: String) throws {
        let calendar = try Self.calendar(zone)
        for serial in 0..<24_837 {
            let start = calendar.start(of: Day(serial: serial))
            let before = Instant(milliseconds: start.milliseconds - 1)
            if calendar.day(of: start).serial != serial || calendar.day(of: before).serial != serial - 1 {
                Issue.record("\(Day(serial: serial)) in \(zone) does not begin at \(start)")
            }
        }
    }

    @Test(arguments: ["Asia/Tehran", "Asia/Shanghai", "Asia/Almaty", "Europe/Berlin", "Europe/Moscow", "Pacific/Apia", "Africa/Casablanca"])
    func `the day of an instant is by the zone's own offset`(name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        let calendar = ClubCalendar(system: .iranian, zone: zone)
        for second in stride(from: -2_000_000_000, to: 4_000_000_000, by: 199_999) {
            let local = second + zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
            let floored = (local - (local % 86_400 + 86_400) % 86_400) / 86_400
            if calendar.day(of: Instant(milliseconds: second * 1000)).serial != floored { Issue.record("\(second) is not on \(floored) in \(name)") }
        }
    }

    @Test(arguments: [
        // Tehran's clocks went from 24:00 to 01:00 on the first night of spring and back at the end of summer, until 2022.
        ("Asia/Tehran", "2022-03-22", "2022-03-21T20:30:00Z"), ("Asia/Tehran", "2022-03-21", "2022-03-20T20:30:00Z"),
        ("Asia/Tehran", "2022-09-21", "2022-09-20T19:30:00Z"), ("Asia/Tehran", "2022-09-22", "2022-09-21T20:30:00Z"),
        ("Asia/Tehran", "2026-03-22", "2026-03-21T20:30:00Z"),
        // China's summer time of 1986 to 1991.
        ("Asia/Shanghai", "1986-05-04", "1986-05-03T16:00:00Z"), ("Asia/Shanghai", "1986-05-05", "1986-05-04T15:00:00Z"),
        ("Asia/Shanghai", "1991-09-15", "1991-09-14T15:00:00Z"), ("Asia/Shanghai", "1991-09-16", "1991-09-15T16:00:00Z"),
        // Kazakhstan has had one time since 1 March 2024: an hour back at midnight.
        ("Asia/Almaty", "2024-02-29", "2024-02-28T18:00:00Z"), ("Asia/Almaty", "2024-03-01", "2024-02-29T19:00:00Z"),
        ("Asia/Almaty", "2024-03-02", "2024-03-01T19:00:00Z"),
        ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"), ("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z"),
        ("Europe/Berlin", "2026-10-26", "2026-10-25T23:00:00Z"),
        ("Europe/Moscow", "2014-10-26", "2014-10-25T20:00:00Z"), ("Europe/Moscow", "2014-10-27", "2014-10-26T21:00:00Z"),
        // Beirut skips midnight in spring.
        ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"), ("Asia/Beirut", "2022-03-28", "2022-03-27T21:00:00Z"),
    ])
    func `known beginnings`(zone: String, day: String, start: String) throws {
        #expect(try Self.calendar(zone).start(of: #require(Day(day))) == Instant(start))
    }

    @Test func `a day that the zone left out begins with the next one`() throws {
        let apia = try Self.calendar("Pacific/Apia")
        let missing = apia.start(of: try #require(Day("2011-12-30")))
        #expect(missing == apia.start(of: try #require(Day("2011-12-31"))))
        #expect(apia.day(of: missing) == Day("2011-12-31"))
        #expect(apia.day(of: Instant(milliseconds: missing.milliseconds - 1)) == Day("2011-12-29"))
    }

    @Test func `days far outside the clock's table begin where they are said to`() throws {
        let tehran = try Self.calendar("Asia/Tehran")
        for day in [Day("0001-01-01"), Day("1799-12-31"), Day("2150-06-30"), Day("9999-12-31")] {
            let day = try #require(day)
            #expect(tehran.day(of: tehran.start(of: day)) == day)
        }
        #expect(tehran.day(of: Instant(milliseconds: .min)) < tehran.day(of: Instant(milliseconds: .max)))
    }

    @Test func `calendars are equal by system and zone`() throws {
        let tehran = try #require(TimeZone(identifier: "Asia/Tehran"))
        let calendar = ClubCalendar(system: .iranian, zone: tehran)
        #expect(calendar == ClubCalendar(system: .iranian, zone: tehran))
        #expect(Set([calendar, ClubCalendar(system: .iranian, zone: tehran)]).count == 1)
        #expect(calendar != ClubCalendar(system: .gregorian, zone: tehran))
        #expect(calendar != ClubCalendar(system: .iranian, zone: .gmt))
    }
}
