public import LoyaltyModel

extension AccountFacts {
    /// The day on which the agreement was signed: that of the first fee, or of the condition that took its place (A-SA-2); nil before.
    func signingDay(of fee: MembershipFee, calendar: ClubCalendar) -> Day? {
        dealings.first { $0.pays(fee.id) }.map { calendar.day(of: $0.at) }
    }

    /// The last day that fees paid so far cover; nil before the first.
    public func paidThrough(under programme: Programme) -> Day? {
        guard let fee = programme.membership.fee, let years = paidYears(fee, under: programme), let last = years.covered.max() else { return nil }
        let next = fee.period.start(ofYear: last + 1, signedOn: years.signed, calendar: programme.calendar)
        return Day(serial: next.serial - 1)
    }

    /// Whether the membership is paid for at `instant`; always where it is free (SA-02, SA-04).
    func isPaidFor(under programme: Programme, at instant: Instant) -> Bool {
        guard programme.digest.hasFee, let fee = programme.membership.fee else { return true }
        guard let years = paidYears(fee, under: programme) else { return false }
        let today = programme.calendar.day(of: instant)
        return years.covered.contains(fee.period.year(of: today, signedOn: years.signed, calendar: programme.calendar))
    }

    /// The years that have been paid for, counted from that of signing: each fee pays the year it is paid in, or the next one that is not paid yet.
    private func paidYears(_ fee: MembershipFee, under programme: Programme) -> (signed: Day, covered: Set<Int>)? {
        let calendar = programme.calendar
        guard let signed = signingDay(of: fee, calendar: calendar) else { return nil }
        var covered: Set<Int> = []
        for dealing in dealings where dealing.pays(fee.id) {
            var year = fee.period.year(of: calendar.day(of: dealing.at), signedOn: signed, calendar: calendar)
            while covered.contains(year) { year += 1 }
            covered.insert(year)
        }
        return (signed, covered)
    }
}

extension MemberAccount {
    /// What was bought in the agreement year at hand, net of returns (A-SA-4).
    func purchasesOfYear(under programme: Programme, at instant: Instant) -> Money {
        guard programme.digest.hangsOnPurchases else { return .zero }
        let year = programme.agreementYear(of: instant, for: self)
        return sales.reduce(.zero) { sum, sale in
            programme.agreementYear(of: sale.occurredAt, for: self) == year
                ? sum + (programme.ladder.countsNetOfReturns ? sale.standingTotal : sale.total) : sum
        }
    }
}

extension Programme {
    /// The agreement year that a moment falls in, counted from that of signing, or of joining where nothing is signed.
    func agreementYear(of instant: Instant, for account: some AccountFacts) -> Int {
        let signed = membership.fee.flatMap { account.signingDay(of: $0, calendar: calendar) } ?? calendar.day(of: account.member.enrolment.at)
        return (membership.fee?.period ?? .calendarYear).year(of: calendar.day(of: instant), signedOn: signed, calendar: calendar)
    }
}

extension Dealing {
    /// Whether it pays this fee, or takes its place.
    func pays(_ fee: FeeID) -> Bool {
        switch kind {
        case .fee(let paid, _): paid == fee
        case .entryCondition(let met, _): met == fee
        default: false
        }
    }
}

extension MembershipFee.Period {
    /// Which year after signing a day falls in: 0 for the first, negative before signing.
    func year(of day: Day, signedOn signed: Day, calendar: ClubCalendar) -> Int {
        switch self {
        case .agreementYear: calendar.years(from: signed, to: day)
        case .calendarYear: calendar.year(of: day) - calendar.year(of: signed)
        }
    }

    /// The first day of a year after signing.
    func start(ofYear year: Int, signedOn signed: Day, calendar: ClubCalendar) -> Day {
        switch self {
        case .agreementYear: calendar.adding(years: year, to: signed)
        case .calendarYear: calendar.day(year: calendar.year(of: signed) + year, month: 1, day: 1) ?? signed
        }
    }
}
