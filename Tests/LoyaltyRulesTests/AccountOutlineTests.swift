import LoyaltyModel
import LoyaltyRules
import Testing

/// When an outline may answer for the whole account; that it answers alike is held on random histories by `histories`.
struct AccountOutlineTests {
    private static let today = "2021-05-01T12:00:00+04:30"

    private func club(_ furnish: (inout Programme) -> Void = { _ in }) throws -> ProgrammeBook {
        try SmallClub.make { programme in
            programme.inactivity = SmallClub.ladder()
            furnish(&programme)
        }
    }

    private func outline(under book: ProgrammeBook) throws -> AccountOutline? {
        var account = try SmallClub.member(points: 1200)
        account.sales = [try SmallClub.service("T1", at: "2021-04-20T12:00:00+04:30", earns: 30)]
        _ = account.catchUp(book, at: try SmallClub.instant(Self.today))
        return account.outline(under: book, at: try SmallClub.instant(Self.today))
    }

    private func ticket(at text: String) throws -> Ticket { Ticket(id: "T2", occurredAt: try SmallClub.instant(text), lines: []) }

    @Test func `an outline stands where the whole account stands`() throws {
        let book = try club()
        let outline = try #require(try outline(under: book))
        let now = try SmallClub.instant(Self.today)
        let account = try #require(OutlinedAccount(outline, for: try ticket(at: Self.today), under: book, at: now))
        var whole = try SmallClub.member(points: 1200)
        whole.sales = [try SmallClub.service("T1", at: "2021-04-20T12:00:00+04:30", earns: 30)]
        _ = whole.catchUp(book, at: now)
        #expect(account.standing(under: book, at: now) == whole.standing(under: book, at: now))
        #expect(account.standing(under: book, at: now).tier == "middle")
        #expect(account.hasBought(besides: nil) && !account.hasBought(besides: "T1"))
    }

    @Test(arguments: [
        (occurred: "2021-04-19T12:00:00+04:30", entered: Self.today, why: "it comes before another sale"),
        (occurred: "2021-04-25T12:00:00+04:30", entered: Self.today, why: "the ladder is climbed by the day"),
        (occurred: "2021-05-02T12:00:00+04:30", entered: Self.today, why: "it is dated ahead"),
        (occurred: "2021-10-22T12:00:00+03:30", entered: "2021-10-22T12:00:00+03:30", why: "a deduction is due on that day"),
    ])
    func `a ticket that does not come after everything else asks for the whole account`(occurred: String, entered: String, why: String) throws {
        let book = try club()
        let outline = try #require(try outline(under: book))
        #expect(!outline.covers(try ticket(at: occurred), under: book, at: try SmallClub.instant(entered)), "\(why)")
    }

    @Test func `an outline answers under its own table only`() throws {
        let outline = try #require(try outline(under: try club()))
        let other = try club { $0.version = "xx 2021-01-01 11111111" }
        #expect(!outline.covers(try ticket(at: Self.today), under: other, at: try SmallClub.instant(Self.today)))
    }

    @Test func `there is no outline while something is not posted, or where the whole past decides`() throws {
        let now = try SmallClub.instant(Self.today)
        let account = try SmallClub.member(points: 1200)
        #expect(account.outline(under: try club(), at: now) == nil)
        #expect(try outline(under: try club { $0.ladder.demotion = .never }) == nil)
        #expect(try outline(under: try club { $0.ladder.demotion = .yearlyReview }) == nil)
    }
}
