import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

@Suite("Shoe shop")
struct ShoeShopTests {
    /// A story with `recruits` people recruited by R, each on a purchase of their own.
    private func recruiting(_ recruits: Int, _ programme: Programme? = nil) async throws -> Story {
        let story = try programme.map { Story($0) } ?? Story("sh")
        try await story.sell("T0", to: nil, at: "2020-01-01T00:00:00Z", lines: shoes(10_000))
        try await story.enrol("R", at: "2020-01-01T00:01:00Z", more: #","tickets":["T0"]"#)
        for number in 1...max(1, recruits) where number <= recruits {
            try await story.sell("P\(number)", to: nil, at: "2020-01-02T00:00:00Z", lines: shoes(10_000))
            try await story.enrol("M\(number)", at: "2020-01-02T00:00:00Z", more: #","recruiter":"R","tickets":["P\#(number)"]"#)
        }
        return story
    }

    @Test(
        "SH-05 … SH-08, SH-12: recruits make the tier, the tier makes the price, nine make a gift",
        arguments: [
            (0, "ordinary", 19_000, 0), (8, "ordinary", 19_000, 0), (9, "ordinary", 19_000, 1), (10, "silver", 18_000, 1), (99, "silver", 18_000, 1),
            (100, "gold", 17_000, 1),
        ])
    func recruits(_ count: Int, _ tier: String, _ price: Int, _ gifts: Int) async throws {
        let story = try await recruiting(count)
        let statement = try await story.statement("R", at: "2020-01-03T00:00:00Z")
        #expect(statement.recruits == count && statement.tier == tier && statement.gifts == gifts)
        let sold = try await story.sell("S", to: "R", at: "2020-01-04T00:00:00Z", lines: shoes(20_000))
        #expect(sold.total == price && sold.adjustments == [["SH-08 \(price - 20_000)"]])
    }

    @Test func `SH-05: who asks for a member is told what made the tier`() async throws {
        let programme = try ProgramTables.load("sh", settings: "sh.example")
        let story = try await recruiting(10, programme)
        let desk = Desk(store: story.store, book: ProgrammeBook(current: programme), codes: nil, serials: RandomSerials())
        let context = DeskContext(at: try #require(Instant("2020-01-03T00:00:00Z")), language: .english)
        let recruiter = try await desk.member("R", context)
        #expect(recruiter.tier.id == "silver" && recruiter.tierReason == "recruits")
        try await story.tell(#"{"at":"2020-01-03T00:00:00Z","do":"adjust","member":"M1","points":1000000,"reason":"start","by":"N. N."}"#)
        let recruit = try await desk.member("M1", context)
        #expect(recruit.tier.id == "gold" && recruit.tierReason == "points")
    }

    @Test func `SH-02: without a purchase nobody joins, and a returned one is none`() async throws {
        let story = try Story("sh")
        #expect(try await story.enrol("A", at: "2020-01-01T00:00:00Z").refused == "purchase_needed")
        try await story.sell("T1", to: nil, at: "2020-01-01T00:01:00Z", lines: shoes(10_000))
        try await story.void("T1", at: "2020-01-01T00:02:00Z")
        #expect(try await story.enrol("A", at: "2020-01-01T00:03:00Z", more: #","tickets":["T1"]"#).refused == "purchase_needed")
    }

    @Test func `SH-03: a mobile number belongs to one member, whatever digits it is written in`() async throws {
        let story = try Story("sh")
        try await story.sell("T1", to: nil, at: "2020-01-01T00:00:00Z", lines: shoes(10_000))
        try await story.sell("T2", to: nil, at: "2020-01-01T00:00:00Z", lines: shoes(10_000))
        try await story.enrol("A", at: "2020-01-01T00:01:00Z", more: #","phone":"+86 900-0000","tickets":["T1"]"#)
        let second = try await story.enrol("B", at: "2020-01-01T00:02:00Z", more: #","phone":"+۸۶۹۰۰۰۰۰۰","tickets":["T2"]"#)
        #expect(second.refused == "phone_taken")
    }

    @Test func `SH-08, RULES 10.14: the price paid is rounded half-up, once a line`() async throws {
        let story = try await recruiting(0)
        let sold = try await story.sell("S", to: "R", at: "2020-01-04T00:00:00Z", lines: shoes(110))
        #expect(sold.nets == [105])
        let three = try await story.sell("S3", to: "R", at: "2020-01-05T00:00:00Z", lines: shoes(110, quantity: 3))
        #expect(three.nets == [314])
    }

    @Test func `A-SH-6, RULES 10.16: an article at a special price gets no discount, and the answer says so`() async throws {
        let story = try await recruiting(0)
        let sold = try await story.sell("S", to: "R", at: "2020-01-04T00:00:00Z", lines: shoes(20_000, flags: ["special"]))
        #expect(sold.total == 20_000 && sold.adjustments == [[]] && sold.notes == ["A-SH-6"])
    }

    @Test func `SH-13, RULES 10.17: no line is sold under its cost, nor above its list price, and the trim is said`() async throws {
        let story = try await recruiting(0)
        let floored = try await story.sell("S1", to: "R", at: "2020-01-04T00:00:00Z", lines: shoes(20_000, cost: 19_500))
        #expect(floored.total == 19_500 && floored.adjustments == [["SH-08 -1000", "SH-13 500"]])
        let dear = try await story.sell("S2", to: "R", at: "2020-01-05T00:00:00Z", lines: shoes(20_000, cost: 25_000))
        #expect(dear.total == 20_000)
        let fine = try await story.sell("S3", to: "R", at: "2020-01-06T00:00:00Z", lines: shoes(20_000, cost: 10_000))
        #expect(fine.total == 19_000 && fine.notes.isEmpty)
    }

    @Test func `A-SH-7, RULES 10.13: a recruit whose purchase comes back in time no longer counts, and the nine-recruit gift goes`() async throws {
        let story = try await recruiting(10)
        #expect(try await story.statement("R", at: "2020-01-03T00:00:00Z").tier == "silver")
        try await story.takeBack("P1", #"{"id":"1","quantity":1}"#, at: "2020-01-04T00:00:00Z")
        let nine = try await story.statement("R", at: "2020-01-05T00:00:00Z")
        #expect(nine.recruits == 9 && nine.tier == "ordinary" && nine.gifts == 1)
        try await story.takeBack("P2", #"{"id":"1","quantity":1}"#, at: "2020-01-06T00:00:00Z")
        #expect(try await story.statement("R", at: "2020-01-07T00:00:00Z").gifts == 0)
    }

    @Test func `A-SH-7: a purchase that had come back before the recruit joined does not keep the recruit`() async throws {
        let story = try await recruiting(0)
        for ticket in ["P1", "P2"] { try await story.sell(ticket, to: nil, at: "2020-01-02T00:00:00Z", lines: shoes(10_000)) }
        try await story.takeBack("P1", #"{"id":"1","quantity":1}"#, at: "2020-01-03T00:00:00Z")
        try await story.enrol("B", at: "2020-01-04T00:00:00Z", more: #","recruiter":"R","tickets":["P1","P2"]"#)
        #expect(try await story.statement("R", at: "2020-01-04T01:00:00Z").recruits == 1)
        try await story.takeBack("P2", #"{"id":"1","quantity":1}"#, at: "2020-01-05T00:00:00Z")
        #expect(try await story.statement("R", at: "2020-01-06T00:00:00Z").recruits == 0)
    }

    @Test(arguments: [("sh.example", ["示例数字", "1  99.00元", "99.00元"]), (nil, ["1  99.00元", "99.00元"])])
    func `example figures say so on the till's own paper`(settings: String?, receipt: [String]) async throws {
        let sold = try await Story("sh", settings: settings).sell("T", to: nil, lines: shoes(9_900))
        #expect(sold.receipt == receipt)
    }

    @Test func `A-SH-3: somebody loaded with 100 recruits passes silver and reaches gold in one evaluation`() throws {
        let ladder = try ProgramTables.load("sh").ladder
        #expect(ladder.steps(from: "ordinary", to: "gold").map(\.id) == ["silver", "gold"])
    }

    @Test func `SH-09: the birthday's extra is multiplied after the tier's rate and rounded once, on that day only`() async throws {
        var programme = try ProgramTables.load("sh")
        programme.extra?.rate = .known(PayRate(millionths: 900_000))
        let story = Story(programme)
        try await story.sell("T0", to: nil, at: "2020-01-01T00:00:00Z", lines: shoes(10_000))
        try await story.enrol("R", at: "2020-01-01T00:01:00Z", more: #","birthday":"1990-02-10","tickets":["T0"]"#)
        let before = try await story.sell("S1", to: "R", at: "2020-02-09T15:59:59Z", lines: shoes(20_001))
        #expect(before.total == 19_001)
        let birthday = try await story.sell("S2", to: "R", at: "2020-02-09T16:00:00Z", lines: shoes(20_001))
        #expect(birthday.total == 17_101)
        #expect(birthday.adjustments == [["SH-08 -1000", "SH-09 -1900"]])
    }

    @Test func `SH-10, A-X-1: money spent earns whole points per line, on what was paid`() async throws {
        var programme = try ProgramTables.load("sh")
        programme.earning.spend?.rate = .known(.init(points: Points(1), per: Money(minor: 1000)))
        let story = Story(programme)
        try await story.sell("T0", to: nil, at: "2020-01-01T00:00:00Z", lines: shoes(10_000))
        try await story.enrol("R", at: "2020-01-01T00:01:00Z", more: #","tickets":["T0"]"#)
        #expect(try await story.statement("R", at: "2020-01-01T00:02:00Z").points == 0)
        let sold = try await story.sell("S1", to: "R", at: "2020-01-02T00:00:00Z", lines: shoes(20_000, quantity: 3))
        #expect(sold.total == 57_000 && sold.earned == 57)
        let one = try await story.takeBack("S1", #"{"id":"1","quantity":1}"#, at: "2020-01-03T00:00:00Z")
        #expect(one.earned == -19 && one.total == -19_000)
        let rest = try await story.takeBack("S1", #"{"id":"1","quantity":2}"#, at: "2020-01-04T00:00:00Z")
        #expect(rest.earned == -38 && rest.points == 0 && rest.total == -38_000)
    }
}
