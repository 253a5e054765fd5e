public import LoyaltyModel

/// Which figures, of which days.
public struct ReportRequest: Sendable, Hashable {
    /// The most days that one report covers.
    public static let mostDays = 3660

    /// Which figures.
    public let name: ReportName
    /// The first day; nil for the beginning of the month eleven months ago, or for today where the figures look ahead.
    public let from: Day?
    /// The last day; nil for today, or for six days from now where the figures look ahead.
    public let through: Day?

    /// Figures of some days.
    public init(_ name: ReportName, from: Day? = nil, through: Day? = nil) {
        self.name = name
        self.from = from
        self.through = through
    }

    /// The days, both ends included; refused when they are the wrong way round, or too many.
    func days(today: Day, in calendar: ClubCalendar) throws(Trouble) -> (from: Day, through: Day) {
        let last = through ?? (name.looksAhead ? max(from ?? today, Day(serial: today.serial + 6)) : today)
        let first = from ?? (name.looksAhead ? min(today, last) : ClubMonth(of: calendar.adding(months: -11, to: last), in: calendar).first)
        guard first <= last else { throw Trouble(.fieldWrong, field: "to", detail: "the last day comes before the first") }
        let most = name.looksAhead ? 31 : Self.mostDays
        guard last.serial - first.serial < most else { throw Trouble(.fieldWrong, field: "from", detail: "at most \(most) days") }
        return (first, last)
    }
}
