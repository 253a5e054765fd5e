extension ClubCalendar {
    /// The year of a day in the club's own system.
    public func year(of day: Day) -> Int {
        switch system {
        case .gregorian: day.gregorian.year
        case .iranian: IranianDate(day).year
        }
    }

    /// How many whole years have passed from `first` to `last`, by anniversaries; negative when `last` comes before.
    public func years(from first: Day, to last: Day) -> Int {
        var years = year(of: last) - year(of: first)
        while adding(years: years, to: first) > last { years -= 1 }
        while adding(years: years + 1, to: first) <= last { years += 1 }
        return years
    }
}
