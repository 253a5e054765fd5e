/// A calendar day, counted from 1970-01-01 in the Gregorian calendar carried back without a break.
public struct Day: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let serial: Int

    /// A day by its distance from 1970-01-01.
    public init(serial: Int) { self.serial = serial }

    /// A Gregorian date; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year) else { return nil }
        self.init(existing: (year, month, day))
    }

    /// A Gregorian date of any year; the caller knows that it exists.
    init(existing date: (year: Int, month: Int, day: Int)) {
        let (year, month, day) = date
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooredQuotient(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        serial = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// An ISO date such as 2012-05-01; nil for anything else.
    public init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2), scanner.take("-"),
            let day = scanner.number(digits: 2), scanner.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The Gregorian year, month and day.
    public var gregorian: (year: Int, month: Int, day: Int) {
        let shifted = serial + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// How many days the month has.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the Gregorian year has 366 days.
    public static func isLeap(_ year: Int) -> Bool { year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) }

    /// Order in time.
    public static func < (left: Day, right: Day) -> Bool { left.serial < right.serial }

    /// The ISO date.
    public var description: String {
        let (year, month, day) = gregorian
        let figures = String(year)
        let padded = figures.utf8.count < 4 ? String(repeating: "0", count: 4 - figures.utf8.count) + figures : figures
        return padded + "-" + twoDigits(month) + "-" + twoDigits(day)
    }

    /// Reads an ISO date.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a day is an ISO date that exists, such as 2012-05-01")
        }
        self = day
    }
    /// Writes an ISO date.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
