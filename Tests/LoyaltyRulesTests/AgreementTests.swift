import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct AgreementTests {
    private func club(_ period: MembershipFee.Period) throws -> ProgrammeBook {
        try SmallClub.make { programme in
            programme.calendar = ClubCalendar(system: .gregorian, zone: programme.calendar.zone)
            programme.membership.fee = MembershipFee(
                id: "annual", rule: "SA-04", name: Wording(["en": "annual fee"]), amount: .known(Money(minor: 18_000)), period: period, conditionRule: "SA-02")
            programme.ladder.tiers = [
                .init(id: "basic", name: Wording(["en": "basic"]), rule: "SA-05", points: .notOffered, recruits: 0),
                .init(id: "large", name: Wording(["en": "large"]), rule: "SA-05", points: .notOffered, purchases: .known(Money(minor: 1500))),
            ]
        }
    }

    private func paying(_ days: String...) throws -> MemberAccount {
        var member = try SmallClub.member()
        member.dealings = try days.enumerated().map { index, day in
            Dealing(id: DealingID("f\(index)"), member: "A", at: try SmallClub.instant("\(day)T12:00:00+03:30"), kind: .fee("annual", Money(minor: 18_000)))
        }
        return member
    }

    @Test func `SA-04: a membership is inactive until its fee is paid, and gives nothing meanwhile`() throws {
        let book = try club(.agreementYear)
        let now = try SmallClub.instant("2021-05-01T12:00:00+04:30")
        let unpaid = try SmallClub.member().standing(under: book, at: now)
        #expect(!unpaid.isActive && unpaid.tier == .none)
        let paid = try paying("2021-04-10").standing(under: book, at: now)
        #expect(paid.isActive && paid.tier == "basic")
    }

    @Test(arguments: [("2022-04-09", true), ("2022-04-10", false)])
    func `A-SA-2: a fee covers the agreement year, to the day before its anniversary`(day: String, isActive: Bool) throws {
        let member = try paying("2021-04-10")
        #expect(member.standing(under: try club(.agreementYear), at: try SmallClub.instant("\(day)T12:00:00+04:30")).isActive == isActive)
        #expect(member.paidThrough(under: try club(.agreementYear).current) == Day("2022-04-09"))
    }

    @Test func `A-SA-2: read as a calendar year, a fee covers the year to its end`() throws {
        #expect(try paying("2021-04-10").paidThrough(under: try club(.calendarYear).current) == Day("2021-12-31"))
    }

    @Test func `SA-04: a second fee in one year pays the next, and one paid late pays the year at hand`() throws {
        let book = try club(.agreementYear)
        #expect(try paying("2021-04-10", "2021-11-01").paidThrough(under: book.current) == Day("2023-04-09"))
        let late = try paying("2021-04-10", "2023-06-01")
        #expect(late.paidThrough(under: book.current) == Day("2024-04-09"))
        #expect(!late.standing(under: book, at: try SmallClub.instant("2022-12-01T12:00:00+03:30")).isActive)
    }

    @Test func `SA-02: the entry condition takes the place of the first fee and of no other`() throws {
        let book = try club(.agreementYear)
        var member = try SmallClub.member()
        let at = try SmallClub.instant("2021-04-10T12:00:00+04:30")
        member.dealings = [Dealing(id: "c", member: "A", at: at, kind: .entryCondition("annual", reference: "file 7"))]
        #expect(member.paidThrough(under: book.current) == Day("2022-04-09"))
    }

    @Test func `SA-05, A-SA-4: the year's purchases make the tier, net of returns, and begin anew with the agreement year`() throws {
        let book = try club(.agreementYear)
        var member = try paying("2021-04-10", "2022-04-10")
        member.sales = [try SmallClub.service("T1", at: "2021-06-01T12:00:00+04:30"), try SmallClub.service("T2", at: "2021-07-01T12:00:00+04:30")]
        let summer = try SmallClub.instant("2021-08-01T12:00:00+04:30")
        let large = member.standing(under: book, at: summer)
        #expect(large.tier == "large" && large.reason == .purchases && large.purchases == Money(minor: 2000))
        member.sales[1].lines[0].returned = 1
        #expect(member.standing(under: book, at: summer).purchases == Money(minor: 1500))
        member.sales[1].lines[0].returned = 2
        #expect(member.standing(under: book, at: summer).tier == "basic")
        member.sales[1].lines[0].returned = 0
        #expect(member.standing(under: book, at: try SmallClub.instant("2022-04-10T12:00:00+04:30")).tier == "basic")
    }
}
