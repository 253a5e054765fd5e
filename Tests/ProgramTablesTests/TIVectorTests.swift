import LoyaltyModel
import LoyaltyRules
import ProgramTables
import TableReading
import Testing

/// The deductions of TI-08 and TI-10 to TI-13 as the shipped table comes to them: 3,000 points, last served on 1400/01/15.
@Suite struct TIVectorTests {
    private func points(after months: Int, days: Int = 0, _ answers: String) throws -> Int {
        let settings = "settings: ti\n\(answers.isEmpty ? "" : "choices: { \(answers) }\n")"
        let programme = try ProgramTables.load(TableText("ti"), settings: TableText(name: "s.yaml", text: settings))
        let book = ProgrammeBook(current: programme)
        let served = try #require(programme.calendar.day(year: 1400, month: 1, day: 15))
        let joined = programme.calendar.start(of: served)
        var account = MemberAccount(member: Member(id: "A", profile: Profile(name: "A. B."), enrolment: Enrolment(at: joined)))
        account.dealings = [Dealing(id: "d", member: "A", at: joined, kind: .adjustment(Points(3000), reason: "test"))]
        let day = Day(serial: programme.calendar.adding(months: months, to: served).serial + days)
        let noon = Instant(milliseconds: programme.calendar.start(of: day).milliseconds + 43_200_000)
        return account.reconciliation(under: book, at: noon, cause: nil).reduce(-3000) { $0 + $1.amount }
    }

    @Test(arguments: [(6, -1, 0), (6, 0, -150), (7, 0, -190), (12, 0, -390), (18, 0, -930), (24, 0, -2130), (30, 0, -2130)])
    func `TI-08 and TI-10 … TI-13, reading A: nothing before six months, then 150, 390, 930 and 2,130 points`(months: Int, days: Int, lost: Int) throws {
        #expect(try points(after: months, days: days, "") == lost)
    }

    @Test(arguments: [(6, 0), (7, -25), (12, -150), (18, -390), (24, -930), (30, -2130)])
    func `A-TI-1, reading B: six months of grace, then the same blocks`(months: Int, lost: Int) throws {
        #expect(try points(after: months, "decay.first_block_starts_month: 7") == lost)
    }

    @Test(arguments: [("monthly_arrears", -270), ("milestone", -150)])
    func `A-TI-2 and RULES 10.15: nine months cost 270 points posted monthly, 150 at the milestone, as the question tells the owner`(
        posting: String, lost: Int
    ) throws {
        #expect(try points(after: 9, "decay.posting: \(posting)") == lost)
        let asked = try ProgramTables.load("ti").choices.first { $0.key == "decay.posting" }?.asks.text(in: .english) ?? ""
        #expect(asked.contains("\(-lost)"))
    }

    @Test(arguments: [("as_last_block", -3000), ("as_last_block, decay.floor: negative", -3330), ("stop", -2130)])
    func `A-TI-3 and A-TI-4: after two years it stops, or goes on at 200 down to nothing or below`(answer: String, lost: Int) throws {
        #expect(try points(after: 30, "decay.after_last: \(answer)") == lost)
    }
}
