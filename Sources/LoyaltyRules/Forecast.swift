public import LoyaltyModel

/// A dated deduction that comes if the member stays away (RULES 10.7).
public struct ForecastStep: Sendable, Hashable {
    /// The day, in the club's zone.
    public let date: Day
    /// What it takes, negative; less than published where the floor clips it.
    public let points: Points
    /// The tier afterwards.
    public let tier: TierID
}

extension MemberAccount {
    /// Every remaining step of the ladder after `instant`, one a day, if nothing more happens.
    public func forecast(under book: ProgrammeBook, after instant: Instant) -> [ForecastStep] {
        let programme = book.current
        guard let ladder = programme.inactivity, let last = activityDays(ladder, calendar: programme.calendar).last else { return [] }
        let today = programme.calendar.day(of: instant)
        var standing = standing(under: book, at: instant).points
        let recruits = countedRecruits(under: programme)
        let purchases = purchasesOfYear(under: programme, at: instant)
        var forecast: [ForecastStep] = []
        for step in ladder.remainingSteps(since: last, after: today, calendar: programme.calendar) {
            let taken = ladder.floor == .zero ? min(step.points, max(.zero, standing)) : step.points
            standing = standing - taken
            let reached = programme.tierReached(points: standing, recruits: recruits, purchases: purchases)?.tier.id ?? .none
            if let same = forecast.last, same.date == step.day {
                forecast[forecast.count - 1] = ForecastStep(date: same.date, points: same.points - taken, tier: reached)
            } else {
                forecast.append(ForecastStep(date: step.day, points: -taken, tier: reached))
            }
        }
        return forecast
    }
}

extension InactivityLadder {
    /// The steps still to come; where the last block goes on for ever, those of two more years.
    fileprivate func remainingSteps(since: Day, after today: Day, calendar: ClubCalendar) -> [InactivityStep] {
        let months = firstBlockStartsMonth - 1 + blocks.reduce(0) { $0 + $1.months } + (afterLast == .asLastBlock ? 24 : 0)
        return steps(since: since, through: calendar.adding(months: months, to: since), calendar: calendar).filter { $0.day > today }
    }
}
