import LoyaltyModel
import LoyaltyRules
import Testing

@Suite struct BenefitWindowTests {
    private func benefit(_ needs: RequestCondition.Need...) -> Benefit {
        Benefit(
            id: "delivery_priority", name: Wording(["en": "delivery priority"]), rule: "KM-13", tiers: ["gold"], isRequested: true,
            conditions: needs.map { RequestCondition(rule: "KM-16", need: $0) })
    }

    private func objection(_ benefit: Benefit, _ circumstances: BenefitRequest.Circumstances, on day: String) throws -> TroubleCode? {
        benefit.objection(to: circumstances, on: try SmallClub.day(day), calendar: try SmallClub.make().current.calendar)?.code
    }

    @Test func `KM-15: with the invitation out, delivery priority needs the purchase paid in full`() throws {
        let wish = benefit(.paidInFull)
        #expect(try objection(wish, .init(invitation: true, paidInFull: false), on: "2021-05-01") == .requestNeedsPayment)
        #expect(try objection(wish, .init(invitation: true, paidInFull: true), on: "2021-05-01") == nil)
        #expect(try objection(wish, .init(invitation: false, paidInFull: false), on: "2021-05-01") == nil)
    }

    /// Due 1400/06/31, so that one Iranian month before is 1400/05/31, 22 August 2021.
    @Test(
        arguments: [
            (RequestCondition.Window.fromThenOn, "2021-08-21", TroubleCode.requestTooEarly), (.fromThenOn, "2021-08-22", nil), (.fromThenOn, "2021-09-22", nil),
            (.fromThenOn, "2021-09-23", .requestTooLate), (.exactlyThen, "2021-08-21", .requestTooEarly), (.exactlyThen, "2021-08-22", nil),
            (.exactlyThen, "2021-08-23", .requestTooLate), (.notLater, "2021-06-01", nil), (.notLater, "2021-08-22", nil),
            (.notLater, "2021-08-23", .requestTooLate),
        ] as [(RequestCondition.Window, String, TroubleCode?)])
    func `KM-16, A-KM-8: one month before the due date is a window in the reading that is chosen`(
        window: RequestCondition.Window, day: String, expected: TroubleCode?
    ) throws {
        let due = try SmallClub.day("2021-09-22")
        #expect(try objection(benefit(.beforeDue(months: 1, window)), .init(dueDate: due, invitation: false), on: day) == expected)
        #expect(try objection(benefit(.beforeDue(months: 1, window)), .init(dueDate: due, invitation: true), on: day) == nil)
    }

    @Test(
        arguments: [("2021-04-30", TroubleCode.requestTooEarly), ("2021-05-01", nil), ("2021-05-10", nil), ("2021-05-11", .requestTooLate)]
            as [(String, TroubleCode?)])
    func `KM-17: registering comes within the time announced to the customer`(day: String, expected: TroubleCode?) throws {
        let circumstances = BenefitRequest.Circumstances(announcedFrom: try SmallClub.day("2021-05-01"), announcedThrough: try SmallClub.day("2021-05-10"))
        #expect(try objection(benefit(.announcedTime), circumstances, on: day) == expected)
    }

    @Test func `KM-17, A-KM-9: members register in schemes whose capacity is not filled, in the literal reading`() throws {
        let filled = BenefitRequest.Circumstances(scheme: .init(name: "S", capacityFilled: true))
        let open = BenefitRequest.Circumstances(scheme: .init(name: "S", capacityFilled: false))
        #expect(try objection(benefit(.schemeCapacity(isFilled: false)), filled, on: "2021-05-01") == .schemeNotOpen)
        #expect(try objection(benefit(.schemeCapacity(isFilled: false)), open, on: "2021-05-01") == nil)
        #expect(try objection(benefit(.schemeCapacity(isFilled: true)), open, on: "2021-05-01") == .schemeNotOpen)
    }

    @Test func `what the dealer has not said is left to the examiner`() throws {
        let wish = benefit(.paidInFull, .beforeDue(months: 1, .fromThenOn), .announcedTime, .schemeCapacity(isFilled: false))
        #expect(try objection(wish, .init(), on: "2021-05-01") == nil)
    }

    @Test func `the desk is told the days between which a benefit may be asked for, the narrowest of them`() throws {
        let calendar = try SmallClub.make().current.calendar
        let wish = benefit(.beforeDue(months: 1, .fromThenOn), .announcedTime)
        let (opening, announced, due) = (try SmallClub.day("2021-08-22"), try SmallClub.day("2021-09-01"), try SmallClub.day("2021-09-22"))
        let window = wish.window(for: .init(dueDate: due, announcedThrough: announced), calendar: calendar)
        #expect(window.from == opening && window.through == announced)
        #expect(wish.window(for: .init(), calendar: calendar) == RequestWindow())
        #expect(wish.window(for: .init(dueDate: due, invitation: true), calendar: calendar) == RequestWindow())
    }

    @Test(arguments: RequestCondition.Window.allCases)
    func `what the window says is what a request is held to`(reading: RequestCondition.Window) throws {
        let wish = benefit(.beforeDue(months: 1, reading))
        let due = try SmallClub.day("2021-09-22")
        let circumstances = BenefitRequest.Circumstances(dueDate: due)
        let calendar = try SmallClub.make().current.calendar
        let window = wish.window(for: circumstances, calendar: calendar)
        for serial in due.serial - 60...due.serial + 10 {
            let day = Day(serial: serial)
            let isWithin = window.from.map { $0 <= day } ?? true && window.through.map { day <= $0 } ?? true
            #expect((wish.objection(to: circumstances, on: day, calendar: calendar) == nil) == isWithin, "\(day)")
        }
    }
}
