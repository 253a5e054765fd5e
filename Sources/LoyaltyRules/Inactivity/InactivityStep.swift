import LoyaltyModel

/// One month without a service, with the day on which it is posted.
struct InactivityStep {
    let rule: RuleID
    /// The day from which the months are counted.
    let since: Day
    /// Which month it is, from 1.
    let month: Int
    /// The day at whose beginning it is posted.
    let day: Day
    /// What it costs, positive.
    let points: Points
    /// What the moves of its stretch begin their keys with.
    let stretch: String

    var key: MoveKey { MoveKey(stretch + String(month)) }
}

extension InactivityLadder {
    /// The steps of a stretch without a service that began on `since`, in order, up to and on the day `last`.
    ///
    /// A month is posted at its end, and the months of grace together when they are over (A-TI-2): who comes back before has lost nothing (TI-08).
    /// With `milestone` posting each block comes in one sum at its end.
    func steps(since: Day, through last: Day, calendar: ClubCalendar) -> [InactivityStep] {
        var steps: [InactivityStep] = []
        walk(since: since, calendar: calendar) { step in
            guard step.day <= last else { return false }
            steps.append(step)
            return true
        }
        return steps
    }

    /// The first day after `day` on which a step is posted; nil at the end of the ladder.
    func firstDay(since: Day, after day: Day, calendar: ClubCalendar) -> Day? {
        var first: Day?
        walk(since: since, calendar: calendar) { step in
            guard step.day > day else { return true }
            first = step.day
            return false
        }
        return first
    }

    /// Hands out the steps in order for as long as more are wanted.
    private func walk(since: Day, calendar: ClubCalendar, isWanted: (InactivityStep) -> Bool) {
        var first = firstBlockStartsMonth
        let stretch = "lapse \(since)/"
        for block in blocks {
            let end = first + block.months - 1
            for month in first...max(first, end) {
                let posted = posting == .milestone ? end : max(month, graceMonths)
                let day = calendar.adding(months: posted, to: since)
                let step = InactivityStep(rule: block.rule, since: since, month: month, day: day, points: block.points, stretch: stretch)
                guard isWanted(step) else { return }
            }
            first = end + 1
        }
        guard afterLast == .asLastBlock, let block = blocks.last else { return }
        for month in first..<first + Self.furthestMonth {
            let end = first + (month - first) / block.months * block.months + block.months - 1
            let day = calendar.adding(months: posting == .milestone ? end : month, to: since)
            let step = InactivityStep(rule: block.rule, since: since, month: month, day: day, points: block.points, stretch: stretch)
            guard isWanted(step) else { return }
        }
    }

    /// Whoever stays away for a hundred years is not reckoned further.
    private static var furthestMonth: Int { 1200 }
}
