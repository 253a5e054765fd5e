/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Read from RFC 3339 and written in it, always in UTC.
public struct Instant: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Milliseconds since the beginning of 1970, UTC.
    public let milliseconds: Int

    /// A moment by its distance from the beginning of 1970, UTC.
    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Order in time.
    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// RFC 3339, seconds always, milliseconds only where there are any.
    public var description: String {
        let (day, seconds, fraction) = parts
        let clock = "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
        let text = fraction == 0 ? "" : "." + String(String(1000 + fraction).dropFirst())
        return "\(day)T\(clock)\(text)Z"
    }

    /// The day in UTC, the seconds since it began, and the milliseconds since the last one.
    public var parts: (day: Day, seconds: Int, milliseconds: Int) {
        let day = Day(serial: milliseconds.flooredQuotient(by: 86_400_000))
        let rest = milliseconds - day.serial * 86_400_000
        return (day, rest / 1000, rest % 1000)
    }

    /// Reads RFC 3339 with any offset; nil for anything else, for a date that does not exist, and for a time without an offset.
    public init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2), scanner.take("-"),
            let dayOfMonth = scanner.number(digits: 2), let day = Day(year: year, month: month, day: dayOfMonth),
            scanner.take("T") || scanner.take("t") || scanner.take(" "),
            let hour = scanner.number(digits: 2), hour < 24, scanner.take(":"), let minute = scanner.number(digits: 2), minute < 60,
            scanner.take(":"), let second = scanner.number(digits: 2), second <= 60
        else { return nil }
        let fraction = scanner.take(".") ? scanner.milliseconds() : 0
        guard let fraction, let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        milliseconds = (day.serial * 86_400 + hour * 3600 + minute * 60 + second - offset) * 1000 + fraction
    }

    /// Reads RFC 3339.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a time is RFC 3339 with an offset, such as 2012-05-01T10:00:00+04:30")
        }
        self = instant
    }
    /// Writes RFC 3339 in UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

extension Int {
    /// Division that rounds toward minus infinity, so that days before 1970 count right.
    func flooredQuotient(by divisor: Int) -> Int { self / divisor - (self % divisor < 0 ? 1 : 0) }
}
