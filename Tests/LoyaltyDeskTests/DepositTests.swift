import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import ProgramTables
import Testing

@Suite("Deposits and gifts of the shoe shop")
struct DepositTests {
    private func member(rate: Int = 880_000, limit: Int = 500_000) async throws -> Story {
        var programme = try ProgramTables.load("sh", settings: "sh.example")
        programme.storedValue = StoredValue(rule: "SH-01", rate: .known(PayRate(millionths: rate)), limit: .known(Money(minor: limit)))
        let story = Story(programme)
        try await story.sell("T0", to: nil, at: "2026-01-10T10:00:00+08:00", lines: shoes(10_000))
        try await story.enrol("A", at: "2026-01-10T11:00:00+08:00", more: #","phone":"13800000000","tickets":["T0"]"#)
        return story
    }

    private func load(_ story: Story, _ amount: Int, at day: String = "2026-01-11") async throws -> Told {
        try await story.tell(#"{"at":"\#(day)T10:00:00+08:00","do":"load","member":"A","amount":\#(amount)}"#)
    }

    @Test func `SH-01: a deposit pays for purchases at its own rate, up to its limit, and a return brings it back`() async throws {
        let story = try await member()
        #expect(try await load(story, 30_000).storedValue == 30_000)
        #expect(try await load(story, 470_001).refused == "deposit_limit")
        #expect(try await load(story, 0).refused == "amount_wrong")
        let sold = try await story.sell("T1", to: "A", at: "2026-01-12T10:00:00+08:00", lines: shoes(20_000), more: #","pay_from":"stored_value""#)
        #expect(sold.total == 17_600 && sold.adjustments == [["SH-01 -2400"]])
        #expect(try await story.statement("A", at: "2026-01-12T11:00:00+08:00").storedValue == 12_400)
        let short = try await story.sell("T2", to: "A", at: "2026-01-12T12:00:00+08:00", lines: shoes(20_000), more: #","pay_from":"stored_value""#)
        #expect(short.refused == "stored_value_short")
        try await story.takeBack("T1", #"{"id":"1","quantity":1}"#, at: "2026-01-13T10:00:00+08:00")
        #expect(try await story.statement("A", at: "2026-01-13T11:00:00+08:00").storedValue == 30_000)
    }

    @Test func `A-SH-8, RULES 10.13: a refund may carry the deposit beyond its limit`() async throws {
        let story = try await member(limit: 30_000)
        _ = try await load(story, 30_000)
        try await story.sell("T1", to: "A", at: "2026-01-12T10:00:00+08:00", lines: shoes(20_000), more: #","pay_from":"stored_value""#)
        #expect(try await load(story, 17_600, at: "2026-01-12").storedValue == 30_000)
        try await story.void("T1", at: "2026-01-13T10:00:00+08:00")
        #expect(try await story.statement("A", at: "2026-01-13T11:00:00+08:00").storedValue == 47_600)
    }

    @Test func `SH-01: a club without deposits says so`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        #expect(try await load(story, 100).refused == "stored_value_not_offered")
    }

    @Test func `SH-11: points are exchanged for gifts while there are any, at a line that costs nothing`() async throws {
        var programme = try ProgramTables.load("sh", settings: "sh.example")
        let umbrella = GiftCatalogue.Gift(id: "umbrella", name: Wording(["en": "umbrella"]), points: Points(300), stock: 1, cost: Money(minor: 2100))
        programme.gifts = GiftCatalogue(rule: "SH-11", gifts: .known([umbrella]))
        let story = Story(programme)
        try await story.sell("T0", to: nil, at: "2026-01-10T10:00:00+08:00", lines: shoes(10_000))
        try await story.enrol("A", at: "2026-01-10T11:00:00+08:00", more: #","phone":"13800000000","tickets":["T0"]"#)
        let take = { (day: String) in try await story.tell(#"{"at":"\#(day)T10:00:00+08:00","do":"gift","member":"A","reason":"points","gift":"umbrella"}"#) }
        #expect(try await take("2026-01-11").refused == "points_short")
        try await story.tell(#"{"at":"2026-01-11T10:00:00+08:00","do":"adjust","member":"A","points":900,"reason":"start","by":"N. N."}"#)
        let taken = try await take("2026-01-12")
        #expect(taken.points == 600 && taken.receiptLine == "SH-11 0 2100")
        #expect(try await take("2026-01-12").refused == "gift_out_of_stock")
        #expect(
            try await story.tell(#"{"at":"2026-01-12T11:00:00+08:00","do":"gift","member":"A","reason":"points","gift":"boots"}"#).refused == "gift_unknown")
    }

    @Test func `SH-12, SH-13, A-SH-4, RULES 10.12: the recruiting gift is handed out once, within its price, with its cost on record`() async throws {
        let story = try Story("sh", settings: "sh.example")
        try await story.sell("T0", to: nil, at: "2026-01-10T10:00:00+08:00", lines: shoes(10_000))
        try await story.enrol("R", at: "2026-01-10T11:00:00+08:00", more: #","phone":"13800000000","tickets":["T0"]"#)
        for number in 1...9 {
            try await story.sell("P\(number)", to: nil, at: "2026-01-11T10:00:00+08:00", lines: shoes(10_000))
            try await story.enrol(
                "M\(number)", at: "2026-01-11T10:00:00+08:00", more: #","recruiter":"R","phone":"1390000000\#(number)","tickets":["P\#(number)"]"#)
        }
        let hand = { (more: String) in
            try await story.tell(#"{"at":"2026-01-12T10:00:00+08:00","do":"gift","member":"R","reason":"recruits"\#(more)}"#)
        }
        #expect(try await hand(#","price":20001"#).refused == "gift_too_dear")
        #expect(try await hand(#","cost":9000"#).refused == "field_missing")
        #expect(try await hand(#","price":-1"#).refused == "amount_wrong")
        #expect(try await hand(#","price":20000,"cost":-1"#).refused == "amount_wrong")
        #expect(try await hand(#","price":20000,"cost":9223372036854775807"#).refused == "amount_wrong")
        let handed = try await hand(#","price":20000,"cost":9000"#)
        #expect(handed.gifts == 0 && handed.receiptLine == "SH-12 0 9000")
        #expect(try await hand("").refused == "gift_not_earned")
        try await story.void("P1", at: "2026-01-13T10:00:00+08:00")
        #expect(try await story.statement("R", at: "2026-01-13T11:00:00+08:00").gifts == 0)
    }
}
