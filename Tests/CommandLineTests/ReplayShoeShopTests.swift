import ProgramRunner
import Testing

@Suite("memberlane replay, shoe shop")
struct ReplayShoeShopTests {
    /// R, who joined on a purchase of 100.00, and `count` people whom R recruited, each on a purchase.
    private func recruiting(_ count: Int, settings: String? = nil, year: Int = 2020, more: String = "") -> History {
        var history = History("sh", settings: settings, year: year)
        history.sell("T0", to: nil, shoes(10_000))
        history.enrol("R", #","tickets":["T0"]"# + more)
        for number in 1...max(1, count) where number <= count {
            history.sell("P\(number)", to: nil, shoes(10_000))
            history.enrol("M\(number)", #","recruiter":"R","tickets":["P\#(number)"]"#)
        }
        return history
    }

    @Test(
        "SH-05 to SH-08, SH-12: recruits make the tier, the tier makes the price, nine make a gift",
        arguments: [
            (0, "ordinary", 19_000, 0), (8, "ordinary", 19_000, 0), (9, "ordinary", 19_000, 1), (10, "silver", 18_000, 1), (99, "silver", 18_000, 1),
            (100, "gold", 17_000, 1),
        ])
    func recruits(_ count: Int, _ tier: String, _ price: Int, _ gifts: Int) async throws {
        var history = recruiting(count)
        let statement = history.statement("R")
        let sale = history.sell("S", to: "R", shoes(20_000))
        let answers = try await history.answers()
        #expect(answers[statement].recruits == .number(count) && answers[statement].tier == .text(tier) && answers[statement].gifts == .number(gifts))
        #expect(answers[sale].total == .number(price))
        #expect(answers[sale].lines[0].adjustments.elements.map(\.rule) == ["SH-08"])
        #expect(answers[sale].lines[0].adjustments[0].amount == .number(price - 20_000))
    }

    @Test func `SH-02, SH-03: nobody joins without a purchase that stands, nor with another's telephone number`() async throws {
        var history = History("sh", year: 2020)
        let without = history.enrol("A")
        history.sell("T1", to: nil, shoes(10_000))
        history.void("T1")
        let returned = history.enrol("A", #","tickets":["T1"]"#)
        history.sell("T2", to: nil, shoes(10_000))
        history.enrol("A", #","tickets":["T2"],"phone":"+86 900-0000""#)
        history.sell("T3", to: nil, shoes(10_000))
        let taken = history.enrol("B", #","tickets":["T3"],"phone":"+۸۶۹۰۰۰۰۰۰""#)
        let free = history.enrol("B", #","tickets":["T3"],"phone":"+86 900-0001""#)
        let answers = try await history.answers(refusals: 3)
        for line in [without, returned] { #expect(answers[line].refused.code == "purchase_needed") }
        #expect(answers[taken].refused.code == "phone_taken")
        #expect(answers[free].tier == "ordinary")
    }

    @Test func `SH-13, A-SH-6: no line is sold under its cost, nor a special one at the tier's rate, and the answer says so`() async throws {
        var history = recruiting(0)
        let trimmed = history.sell("S1", to: "R", shoes(20_000, more: #","cost":19500"#))
        let dear = history.sell("S2", to: "R", shoes(20_000, more: #","cost":25000"#))
        let special = history.sell("S3", to: "R", shoes(20_000, more: #","flags":["special"]"#))
        let half = history.sell("S4", to: "R", shoes(110))
        let answers = try await history.answers()
        #expect(answers[trimmed].total == 19_500 && answers[trimmed].lines[0].adjustments.elements.map(\.rule) == ["SH-08", "SH-13"])
        #expect(answers[dear].total == 20_000)
        #expect(answers[special].total == 20_000 && answers[special].lines[0].adjustments == [])
        #expect(answers[special].lines[0].notes.elements.map(\.rule) == ["A-SH-6"])
        #expect(answers[half].total == 105, "95 % of 1.10 is 1.045, half-up")
    }

    @Test func `SH-09, SH-10, with the example's figures: birthday and festival multiply once, and what is paid earns whole points`() async throws {
        var history = recruiting(0, settings: "sh.example", year: 2026, more: #","birthday":"1990-08-08""#)
        let eve = history.sell("S1", to: "R", shoes(20_000), at: "2026-08-07T23:59:59+08:00")
        let birthday = history.sell("S2", to: "R", shoes(20_000), at: "2026-08-08T00:00:00+08:00")
        let festival = history.sell("S3", to: "R", shoes(20_000), at: "2026-10-01T12:00:00+08:00")
        let back = history.tell("return", #""ticket":"S3","lines":[{"id":"1","quantity":1}]"#, at: "2026-10-02T12:00:00+08:00")
        let answers = try await history.answers()
        #expect(answers[eve].total == 19_000 && answers[eve].earned == 19)
        #expect(answers[birthday].total == 18_050 && answers[birthday].earned == 18)
        #expect(answers[birthday].lines[0].adjustments.elements.map(\.rule) == ["SH-08", "SH-09"])
        #expect(answers[festival].total == 18_050 && answers[festival].points == 55)
        #expect(answers[back].total == -18_050 && answers[back].earned == -18 && answers[back].points == 37)
    }

    @Test func `A-SH-7: a recruit whose purchase comes back in time counts no more, and the nine-recruit gift goes with it`() async throws {
        var history = recruiting(10, settings: "sh.example")
        let before = history.statement("R")
        history.takeBack("P1", 1)
        let nine = history.statement("R")
        history.void("P2")
        let eight = history.statement("R")
        let answers = try await history.answers()
        #expect(answers[before].tier == "silver" && answers[before].recruits == 10 && answers[before].gifts == 1)
        #expect(answers[nine].tier == "ordinary" && answers[nine].recruits == 9 && answers[nine].gifts == 1)
        #expect(answers[eight].recruits == 8 && answers[eight].gifts == 0)
    }
}
