public import LoyaltyModel

extension MemberAccount {
    /// The days from which months without a service are counted, in order: the day of joining, then every day of a service that stands (A-TI-5, A-TI-6).
    ///
    /// A service dated before joining earns but does not move the clock (RULES 10.15); one that came back whole has never been (RULES 10.9).
    func activityDays(_ ladder: InactivityLadder, calendar: ClubCalendar) -> [Day] {
        let joined = member.enrolment.at
        var days = ladder.anchor == .joining ? [calendar.day(of: joined)] : []
        for sale in sales where !sale.isClaimed && sale.occurredAt >= joined && ladder.countsAsActivity(sale) {
            days.append(calendar.day(of: ladder.reversesOnLateActivity ? sale.occurredAt : sale.at))
        }
        days.sort()
        return days
    }

    /// The deductions that fall due up to and on the day `last` if nothing more happens.
    func inactivitySteps(_ ladder: InactivityLadder, calendar: ClubCalendar, through last: Day) -> [InactivityStep] {
        let days = activityDays(ladder, calendar: calendar)
        return days.indices.flatMap { index in
            let next = index + 1 < days.count ? min(days[index + 1], last) : last
            return next == days[index] ? [] : ladder.steps(since: days[index], through: next, calendar: calendar)
        }
    }

    /// The day on which the next deduction falls due after `instant` if nothing more happens; nil when the ladder is at its end, or there is none.
    public func nextDeduction(under book: ProgrammeBook, after instant: Instant) -> Day? {
        guard let ladder = book.current.inactivity else { return nil }
        let calendar = book.current.calendar
        let today = calendar.day(of: instant)
        guard let last = activityDays(ladder, calendar: calendar).last else { return nil }
        return ladder.firstDay(since: last, after: today, calendar: calendar)
    }
}

extension InactivityLadder {
    /// Whether a sale stops the clock.
    func countsAsActivity(_ sale: Sale) -> Bool {
        switch activity {
        case .anySale: !sale.isFullyReturned
        case .service: sale.lines.contains { categories.contains($0.category) && $0.returned < $0.quantity }
        }
    }
}
