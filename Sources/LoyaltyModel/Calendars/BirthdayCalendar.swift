/// The calendar that a birthday, or a festival, comes round in.
public enum BirthdayCalendar: String, Sendable, Codable, CaseIterable {
    case gregorian, iranian, chinese

    /// Whether a birthday, the day of birth itself, is kept on `day` (A-SH-5, RULES 10.16).
    ///
    /// It is kept once a year, on the same month and day of this calendar, and on the month's last day in years in which the month is too short: 29 February on
    /// the 28th in common years and on the 29th alone in leap years. A birthday in a Chinese leap month is kept in the ordinary month of that number. By the
    /// Chinese calendar nothing is kept before 31 January 1900 or after 28 January 2101.
    public func isKept(birthday: Day, on day: Day) -> Bool { YearlyDate(of: birthday, in: self)?.falls(on: day) ?? false }
}
