internal import CardFormats
internal import LoyaltyModel
internal import TableReading

extension Field {
    /// A date of every year: `10-01`, or in another calendar `chinese 01-01`.
    func yearlyDate() -> YearlyDate? {
        let belongs = "month and day of every year, such as 10-01, iranian 01-01 or chinese 01-01"
        guard let text = text(belongs) else { return nil }
        let latin = Digits.latin(text)
        if let date = YearlyDate(latin) { return date }
        let isDate = latin.wholeMatch(of: /((gregorian|iranian|chinese) )?[0-9]{2}-[0-9]{2}/) != nil
        note(isDate ? .noSuchDate : .malformed, belongs: isDate ? "a month and day that its calendar has" : belongs)
        return nil
    }

    /// A date in the table's own calendar: `1390/01/01` where it is Iranian, `2016-06-08` where it is Gregorian.
    func day(_ calendar: ClubCalendar) -> Day? {
        let isIranian = calendar.system == .iranian
        let belongs = isIranian ? "an Iranian date, such as 1390/01/01" : "a date, such as 2016-06-08"
        guard let text = text(belongs) else { return nil }
        let parts = Digits.latin(text).split(separator: isIranian ? "/" : "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        guard parts.map(\.count) == [4, 2, 2], numbers.count == 3 else {
            note(.malformed, belongs: belongs)
            return nil
        }
        guard let day = calendar.day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            note(.noSuchDate, belongs: "a day that the \(isIranian ? "Iranian" : "Gregorian") calendar has")
            return nil
        }
        return day
    }
}
