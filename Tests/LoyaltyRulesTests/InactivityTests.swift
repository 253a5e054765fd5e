import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct InactivityTests {
    /// RULES, vectors of TI-08 and TI-10 … TI-13: last service 1400/01/01, so month n ends on the first of a month.
    struct Vector: Sendable {
        let on: String
        let readingA: Int
        let readingB: Int
    }

    static let vectors = [
        Vector(on: "2021-09-22T12:00:00+03:30", readingA: 0, readingB: 0),
        Vector(on: "2021-09-23T12:00:00+03:30", readingA: 150, readingB: 0),
        Vector(on: "2021-10-23T12:00:00+03:30", readingA: 190, readingB: 25),
        Vector(on: "2022-03-21T12:00:00+03:30", readingA: 390, readingB: 150),
        Vector(on: "2022-09-23T12:00:00+03:30", readingA: 930, readingB: 390),
        Vector(on: "2023-03-21T12:00:00+03:30", readingA: 2130, readingB: 930),
        Vector(on: "2023-09-23T12:00:00+03:30", readingA: 2130, readingB: 2130),
        Vector(on: "2030-01-01T12:00:00+03:30", readingA: 2130, readingB: 2130),
    ]

    @Test(arguments: vectors) func `TI-08, TI-10, TI-11, TI-12, TI-13: months without a service cost what the vectors say in both readings`(vector: Vector)
        throws
    {
        let member = try SmallClub.member(points: 3000)
        for (startsMonth, lost) in [(1, vector.readingA), (7, vector.readingB)] {
            let book = try SmallClub.make { $0.inactivity = SmallClub.ladder(startsMonth: startsMonth) }
            #expect(member.standing(under: book, at: try SmallClub.instant(vector.on)).points == Points(3000 - lost))
        }
    }

    @Test func `A-TI-2: the six months of grace are posted as six entries on the day they end, later months one by one`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        var member = try SmallClub.member(points: 3000)
        #expect(member.catchUp(book, at: try SmallClub.instant("2021-09-22T23:59:00+03:30")).map(\.amount) == [3000])
        let grace = member.catchUp(book, at: try SmallClub.instant("2021-09-23T00:00:00+03:30"))
        #expect(grace.map(\.amount) == Array(repeating: -25, count: 6))
        #expect(grace.allSatisfy { $0.rule == "TI-10" && $0.kind == .lapsed })
        #expect(member.catchUp(book, at: try SmallClub.instant("2021-10-23T00:00:00+03:30")).map(\.amount) == [-40])
    }

    @Test(arguments: [
        ("2021-09-22T12:00:00+03:30", 0), ("2021-09-23T12:00:00+03:30", 150), ("2021-12-22T12:00:00+03:30", 150), ("2022-03-21T12:00:00+03:30", 390),
    ])
    func `A-TI-2: milestones take each block in one sum at its end`(on: String, lost: Int) throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder(posting: .milestone) }
        #expect(try SmallClub.member(points: 3000).standing(under: book, at: try SmallClub.instant(on)).points == Points(3000 - lost))
    }

    @Test func `RULES 10.15: who comes back after nine months has lost 270 by the month and 150 by milestones`() throws {
        var member = try SmallClub.member(points: 3000)
        member.sales = [try SmallClub.service("T1", at: "2021-12-22T12:00:00+03:30")]
        for (posting, lost) in [(InactivityLadder.Posting.monthlyArrears, 270), (.milestone, 150)] {
            let book = try SmallClub.make { $0.inactivity = SmallClub.ladder(posting: posting) }
            #expect(member.standing(under: book, at: try SmallClub.instant("2022-03-01T12:00:00+03:30")).points == Points(3000 - lost))
        }
    }

    @Test func `TI-08: a service within six months keeps every point`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        var member = try SmallClub.member(points: 3000)
        member.sales = [try SmallClub.service("T1", at: "2021-09-22T12:00:00+03:30"), try SmallClub.service("T2", at: "2022-03-19T12:00:00+03:30")]
        #expect(member.standing(under: book, at: try SmallClub.instant("2022-09-01T12:00:00+03:30")).points == Points(3000))
    }

    @Test func `RULES 10.15: a service on the anniversary comes after that day's deduction, and one the day before saves it`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        for (day, lost) in [("2021-09-22", 0), ("2021-09-23", 150)] {
            var member = try SmallClub.member(points: 3000)
            member.sales = [try SmallClub.service("T1", at: "\(day)T09:00:00+03:30")]
            #expect(member.standing(under: book, at: try SmallClub.instant("2021-11-01T12:00:00+03:30")).points == Points(3000 - lost))
        }
    }

    @Test func `A-TI-10: month ends clamp in the Iranian calendar, each month counted from the service itself`() throws {
        // 1404/06/31 is 22 September 2025; six months later is 1404/12/29, 20 March 2026.
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        let member = try SmallClub.member(points: 3000, at: "2025-09-22T10:00:00+03:30")
        let forecast = member.forecast(under: book, after: try SmallClub.instant("2025-09-22T11:00:00+03:30"))
        #expect(forecast.first?.date == Day("2026-03-20"))
        #expect(forecast.map(\.points.count).reduce(0, +) == -2130 && forecast.count == 19)
        #expect(forecast.last?.tier == "low" && forecast.first?.tier == "high")
    }

    @Test func `A-TI-4: a deduction stops at zero and keeps what was intended in its words`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        var member = try SmallClub.member(points: 160)
        _ = member.catchUp(book, at: try SmallClub.instant("2021-09-23T00:00:00+03:30"))
        let clipped = member.catchUp(book, at: try SmallClub.instant("2021-10-23T00:00:00+03:30"))
        #expect(clipped.map(\.amount) == [-10])
        #expect(clipped.first?.text == Phrase(.clipped, ["points": .points(Points(10)), "intended": .points(Points(40))]))
        #expect(member.standing(under: book, at: try SmallClub.instant("2024-01-01T12:00:00+03:30")).points == .zero)
        let owing = try SmallClub.make { programme in
            programme.inactivity = SmallClub.ladder()
            programme.inactivity?.floor = .negative
        }
        #expect(member.standing(under: owing, at: try SmallClub.instant("2024-01-01T12:00:00+03:30")).points == Points(160 - 2130))
    }

    @Test func `A-TI-3: after the last block nothing more is taken, or every month what the last one took`() throws {
        let later = try SmallClub.instant("2023-05-22T12:00:00+03:30")
        for (after, lost) in [(InactivityLadder.AfterLast.stop, 2130), (.asLastBlock, 2130 + 400)] {
            let book = try SmallClub.make { programme in
                programme.inactivity = SmallClub.ladder()
                programme.inactivity?.afterLast = after
            }
            #expect(try SmallClub.member(points: 3000).standing(under: book, at: later).points == Points(3000 - lost))
        }
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        #expect(try SmallClub.member().nextDeduction(under: book, after: later) == nil)
    }

    @Test func `A-TI-11: a service entered late gives back the deductions it disproves, by entries that name them`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        var member = try SmallClub.member(points: 3000)
        _ = member.catchUp(book, at: try SmallClub.instant("2021-11-30T12:00:00+03:30"))
        #expect(member.points == Points(3000 - 190 - 40))
        member.sales = [try SmallClub.service("T1", at: "2021-09-01T12:00:00+04:30", entered: "2021-12-01T12:00:00+03:30")]
        let corrections = member.catchUp(book, at: try SmallClub.instant("2021-12-01T12:00:00+03:30"))
        #expect(corrections.map(\.amount).reduce(0, +) == 230)
        #expect(corrections.allSatisfy { $0.corrects != nil })
        #expect(member.points == Points(3000))
    }

    @Test func `A-TI-5: a visit that is no service, and a service that came back whole, do not stop the clock; a part return keeps it`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        let later = try SmallClub.instant("2021-10-01T12:00:00+03:30")
        var member = try SmallClub.member(points: 3000)
        member.sales = [try SmallClub.service("T1", at: "2021-08-01T12:00:00+04:30", category: "product")]
        #expect(member.standing(under: book, at: later).points == Points(2850))
        member.sales = [try SmallClub.service("T1", at: "2021-08-01T12:00:00+04:30")]
        for (returned, points) in [(0, 3000), (1, 3000), (2, 2850)] {
            member.sales[0].lines[0].returned = returned
            #expect(member.standing(under: book, at: later).points == Points(points))
        }
    }

    @Test func `RULES 10.15: a service dated before joining earns but does not move the clock`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        var member = try SmallClub.member(points: 3000)
        member.sales = [try SmallClub.service("T1", at: "2021-03-01T12:00:00+03:30", entered: "2021-04-01T12:00:00+04:30", earns: 70)]
        #expect(member.standing(under: book, at: try SmallClub.instant("2021-09-23T12:00:00+03:30")).points == Points(3070 - 150))
    }

    @Test func `a run that comes late, twice, or backwards in time posts the same entries`() throws {
        let book = try SmallClub.make { $0.inactivity = SmallClub.ladder() }
        let days = ["2021-09-30", "2021-12-15", "2022-06-01", "2023-02-02"].map { "\($0)T12:00:00+03:30" }
        var steady = try SmallClub.member(points: 3000)
        for day in days { _ = steady.catchUp(book, at: try SmallClub.instant(day)) }
        var late = try SmallClub.member(points: 3000)
        _ = late.catchUp(book, at: try SmallClub.instant(days[3]))
        #expect(late.catchUp(book, at: try SmallClub.instant(days[3])).isEmpty)
        #expect(late.posted.mapValues(\.amount) == steady.posted.mapValues(\.amount))
    }

    @Test func `A-TI-7: a fall lowers the tier at once, at the yearly review, or never`() throws {
        let cases: [(TierLadder.Demotion, String, TierID)] = [
            (.atOnce, "2022-09-23", "middle"), (.yearlyReview, "2022-09-23", "high"), (.yearlyReview, "2023-03-22", "low"), (.never, "2029-01-01", "high"),
        ]
        for (demotion, day, tier) in cases {
            let book = try SmallClub.make { programme in
                programme.inactivity = SmallClub.ladder()
                programme.ladder.demotion = demotion
            }
            let standing = try SmallClub.member(points: 3000).standing(under: book, at: try SmallClub.instant("\(day)T12:00:00+03:30"))
            #expect(standing.tier == tier, "\(demotion) on \(day)")
        }
    }
}
