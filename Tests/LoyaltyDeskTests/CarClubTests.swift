import LoyaltyDesk
import LoyaltyModel
import LoyaltyStorage
import ProgramTables
import Testing

@Suite("Kerman Motor club")
struct CarClubTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let cars: Int
        let plain: (points: Int, tier: String)
        let complete: (points: Int, tier: String)
        var testDescription: String { "\(cars) cars" }
    }

    /// RULES section 2, reading A.
    static let vectors = [
        Vector(cars: 1, plain: (90, "bronze"), complete: (120, "bronze")),
        Vector(cars: 2, plain: (210, "bronze"), complete: (240, "silver")),
        Vector(cars: 3, plain: (390, "gold"), complete: (420, "gold")),
        Vector(cars: 4, plain: (430, "gold"), complete: (460, "gold")),
        Vector(cars: 5, plain: (470, "gold"), complete: (500, "gold")),
        Vector(cars: 6, plain: (510, "diamond"), complete: (540, "diamond")),
        Vector(cars: 10, plain: (670, "diamond"), complete: (700, "diamond")),
        Vector(cars: 11, plain: (690, "diamond"), complete: (720, "diamond")),
        Vector(cars: 20, plain: (870, "diamond"), complete: (900, "diamond")),
        Vector(cars: 21, plain: (870, "diamond"), complete: (900, "diamond")),
    ]

    @Test("KM-04 … KM-11, A-KM-1, A-KM-2: each car adds what its row says, and car 21 adds nothing", arguments: vectors)
    func incremental(_ vector: Vector) async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.tell(#"{"at":"2012-01-01T11:00:00Z","do":"complete_profile","member":"A"}"#)
        try await story.enrol("B", at: "2012-01-01T12:00:00Z")
        if vector.cars > 0 { try await story.sell("T1", to: "A", lines: cars(vector.cars)) }
        if vector.cars > 0 { try await story.sell("T2", to: "B", lines: cars(vector.cars)) }
        let complete = try await story.statement("A")
        let plain = try await story.statement("B")
        #expect(complete.points == vector.complete.points && complete.tier == vector.complete.tier)
        #expect(plain.points == vector.plain.points && plain.tier == vector.plain.tier)
    }

    @Test func `A-KM-16: joining and profile points wait for the first direct purchase, and go back to waiting with it`() async throws {
        let story = try Story("km")
        let joined = try await story.enrol("A")
        #expect(joined.points == 0 && joined.waiting == 30 && joined.tier == "none" && joined.earned == 0)
        let complete = try await story.tell(#"{"at":"2012-01-02T10:00:00Z","do":"complete_profile","member":"A"}"#)
        #expect(complete.points == 0 && complete.waiting == 60)
        let sold = try await story.sell("T1", to: "A", lines: cars(1))
        #expect(sold.earned == 60 && sold.points == 120 && sold.waiting == 0 && sold.tier == "bronze")
        let void = try await story.void("T1")
        #expect(void.earned == -120 && void.points == 0 && void.waiting == 60 && void.tier == "none")
    }

    @Test func `KM-05: a second completion of the profile earns nothing and is no refusal`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(1))
        let first = try await story.tell(#"{"at":"2012-02-02T10:00:00Z","do":"complete_profile","member":"A"}"#)
        let second = try await story.tell(#"{"at":"2012-02-03T10:00:00Z","do":"complete_profile","member":"A"}"#)
        #expect(first.earned == 30 && first.points == 120)
        #expect(second.earned == 0 && second.points == 120 && second.refused == nil)
    }

    @Test func `KM-02: a car invoiced on 1389/12/29 does not count, one on 1390/01/01 does, by Tehran's midnight`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        let before = try await story.sell("T1", to: "A", lines: cars(1), more: #","occurred_at":"2011-03-20T23:59:59+03:30""#)
        #expect(before.earned == 0 && before.points == 0)
        let after = try await story.sell("T2", to: "A", at: "2012-02-02T10:00:00Z", lines: cars(1), more: #","occurred_at":"2011-03-21T00:00:00+03:30""#)
        #expect(after.earned == 60 && after.points == 90)
    }

    @Test func `KM-03: in phase one a second-hand car, or one that is not said to be direct, earns nothing`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        let used = try await story.sell("T1", to: "A", lines: cars(1, flag: "second_hand"))
        #expect(used.earned == 0 && used.points == 0 && used.waiting == 30)
        let unsaid = try await story.sell(
            "T2", to: "A", at: "2012-02-02T10:00:00Z", lines: #"{"id":"1","category":"vehicle","quantity":1,"unit_price":1000000000}"#)
        #expect(unsaid.earned == 0)
        let accessory = try await story.sell(
            "T3", to: "A", at: "2012-02-03T10:00:00Z", lines: #"{"id":"1","category":"accessory","quantity":1,"unit_price":1000,"flags":["direct"]}"#)
        #expect(accessory.earned == 0)
    }

    @Test func `A-KM-4: one order of several cars counts each in turn`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        let sold = try await story.sell(
            "T1", to: "A", lines: #"{"id":"1","category":"vehicle","quantity":4,"unit_price":1000000000,"flags":["direct"]}"#)
        #expect(sold.earned == 400 && sold.points == 430)
    }

    @Test func `KM-22: direct purchases before joining are back-filled from the tickets named, once`() async throws {
        let story = try Story("km")
        try await story.sell("T1", to: nil, at: "2013-05-01T10:00:00Z", lines: cars(1))
        try await story.sell("T2", to: nil, at: "2013-06-01T10:00:00Z", lines: cars(1))
        let joined = try await story.enrol("A", at: "2018-05-01T10:00:00Z", more: #","tickets":["T1","T2"]"#)
        #expect(joined.points == 30 + 60 + 120 && joined.earned == 210)
        let again = try await story.enrol("A", at: "2018-05-01T10:00:01Z", more: #","tickets":["T1","T2"]"#)
        #expect(again.points == 210)
        #expect(try await story.entries(of: "A") == ["KM-04 30", "KM-06 60", "KM-07 120"])
        let other = try await story.enrol("B", at: "2018-06-01T10:00:00Z", more: #","tickets":["T1"]"#)
        #expect(other.refused == "ticket_not_yours")
    }

    @Test func `A-KM-11: cancelling car 2 of 3 leaves 60 + 120, by opposite entries that name what they correct`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        for number in 1...3 { try await story.sell("T\(number)", to: "A", at: "2012-02-0\(number)T10:00:00Z", lines: cars(1)) }
        let void = try await story.void("T2")
        #expect(void.earned == -180 && void.points == 210)
        #expect(
            try await story.entries(of: "A") == ["KM-04 30", "KM-06 60", "KM-07 120", "KM-08 180", "KM-07 -120", "KM-08 -180", "KM-07 120"])
        let corrections = try await story.store.read { try $0.entries(of: "A").compactMap(\.corrects) }
        #expect(corrections.count == 2)
    }

    @Test func `RULES 10.10: cancelling car 1 of 3 takes 180 net`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        for number in 1...3 { try await story.sell("T\(number)", to: "A", at: "2012-02-0\(number)T10:00:00Z", lines: cars(1)) }
        #expect(try await story.void("T1").earned == -180)
    }

    @Test func `RULES 10.1: a car entered late with an earlier invoice takes its place in the order`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(1), more: #","occurred_at":"2012-01-20T00:00:00Z""#)
        let late = try await story.sell("T2", to: "A", at: "2012-03-01T10:00:00Z", lines: cars(1), more: #","occurred_at":"2012-01-10T00:00:00Z""#)
        #expect(late.earned == 60 && late.points == 210)
        #expect(try await story.entries(of: "A") == ["KM-04 30", "KM-06 60", "KM-06 60", "KM-06 -60", "KM-07 120"])
    }

    @Test func `KM-14: the discount is 1, 2 and 4 per cent of the car's price for silver, gold and diamond, and none for bronze`() async throws {
        for (count, amount) in [(1, 0), (2, 10_000_000), (3, 20_000_000), (6, 40_000_000)] {
            let story = try Story("km")
            try await story.enrol("A")
            try await story.tell(#"{"at":"2012-01-01T11:00:00Z","do":"complete_profile","member":"A"}"#)
            try await story.sell("T1", to: "A", lines: cars(count))
            let wish = try await story.tell(
                #"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}"#)
            #expect(wish.refused == (amount == 0 ? "tier_has_not_benefit" : nil))
            if amount != 0 { try await story.tell(#"{"at":"2012-02-03T10:00:00Z","do":"decide","request":"R1","approved":true}"#) }
            let sold = try await story.sell("T2", to: "A", at: "2012-02-04T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
            #expect(sold.total == 1_000_000_000 - amount)
            #expect(sold.adjustments == [amount == 0 ? [] : ["KM-14 -\(amount)"]])
        }
    }

    @Test func `KM-18: without an approval the price is full and the reason is said`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(3))
        let none = try await story.sell("T2", to: "A", at: "2012-02-02T10:00:00Z", lines: cars(1))
        #expect(none.total == 1_000_000_000 && none.notes == ["KM-18"] && none.tasks.contains("ask_approval"))
        try await story.tell(#"{"at":"2012-02-03T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}"#)
        let undecided = try await story.sell("T3", to: "A", at: "2012-02-04T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        #expect(undecided.total == 1_000_000_000 && undecided.notes == ["KM-18", "KM-18"])
        try await story.tell(#"{"at":"2012-02-05T10:00:00Z","do":"decide","request":"R1","approved":false}"#)
        let refused = try await story.sell("T4", to: "A", at: "2012-02-06T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        #expect(refused.total == 1_000_000_000)
        let unknown = try await story.sell("T5", to: "A", at: "2012-02-07T10:00:00Z", lines: cars(1), more: #","approval":"R9""#)
        #expect(unknown.total == 1_000_000_000)
    }

    @Test func `RULES 10.4: one approval serves one live sale, and is free again when that sale is fully returned`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(4))
        try await story.tell(#"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}"#)
        try await story.tell(#"{"at":"2012-02-03T10:00:00Z","do":"decide","request":"R1","approved":true}"#)
        let first = try await story.sell("T2", to: "A", at: "2012-02-04T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        let second = try await story.sell("T3", to: "A", at: "2012-02-05T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        #expect(first.total == 980_000_000 && second.total == 1_000_000_000)
        try await story.void("T2")
        try await story.void("T3", at: "2012-03-02T10:00:00Z")
        let third = try await story.sell("T4", to: "A", at: "2012-03-03T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        #expect(third.total == 980_000_000)
    }

    @Test func `RULES 10.4: an approval that takes nothing off a ticket stays free for another, and the till says so`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(3))
        try await story.tell(#"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}"#)
        try await story.tell(#"{"at":"2012-02-03T10:00:00Z","do":"decide","request":"R1","approved":true}"#)
        let plates = #"{"id":"1","category":"plates","quantity":1,"unit_price":1000}"#
        let vain = try await story.sell("T2", to: "A", at: "2012-02-04T10:00:00Z", lines: plates, more: #","approval":"R1""#)
        #expect(vain.total == 1000 && vain.notes == ["KM-18"])
        #expect(try await story.sell("T3", to: "A", at: "2012-02-05T10:00:00Z", lines: cars(1), more: #","approval":"R1""#).total == 980_000_000)
    }

    @Test func `KM-18: an approval of another benefit is told from one of another member`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(3))
        try await story.tell(#"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"registration_priority"}"#)
        let sold = try await story.sell("T2", to: "A", at: "2012-02-05T10:00:00Z", lines: cars(1), more: #","approval":"R1""#)
        #expect(sold.total == 1_000_000_000 && sold.noteTexts.last?.hasPrefix("The approval is for another benefit") == true)
    }

    @Test func `RULES 10.1: what has not happened yet is not sold; a till's clock may be five minutes fast`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        let fast = try await story.sell("T1", to: "A", lines: cars(1), more: #","occurred_at":"2012-02-01T10:05:00Z""#)
        #expect(fast.refused == nil)
        let kept = try await story.store.read { try $0.sale("T1") }
        #expect(kept?.occurredAt == Instant("2012-02-01T10:00:00Z"))
        let early = try await story.sell("T2", to: "A", lines: cars(1), more: #","occurred_at":"2012-02-01T10:05:00.001Z""#)
        #expect(early.refused == "field_wrong")
        #expect(try await story.store.read { try $0.sale("T2") } == nil)
    }

    @Test func `an account's name is not empty, and a ticket named twice is named`() async throws {
        let story = try Story("km")
        #expect(try await story.enrol("").refused == "field_wrong")
        try await story.sell("T1", to: nil, lines: cars(1))
        #expect(try await story.enrol("A", at: "2012-02-02T10:00:00Z", more: #","tickets":["T1","T1"]"#).points == 90)
    }

    @Test func `A-KM-6, A-KM-13: the discount is taken off the vehicle alone, at the tier before the ticket's own points`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(2))
        try await story.tell(#"{"at":"2012-02-02T10:00:00Z","do":"complete_profile","member":"A"}"#)
        try await story.tell(#"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"purchase_discount"}"#)
        try await story.tell(#"{"at":"2012-02-03T10:00:00Z","do":"decide","request":"R1","approved":true}"#)
        let insurance = #"{"id":"9","category":"insurance","quantity":1,"unit_price":5000}"#
        let sold = try await story.sell("T2", to: "A", at: "2012-02-04T10:00:00Z", lines: cars(1) + "," + insurance, more: #","approval":"R1""#)
        #expect(sold.nets == [990_000_000, 5000] && sold.tier == "gold" && sold.tierSteps == ["gold"])
    }

    @Test func `KM-13: delivery priority is refused below gold`() async throws {
        let story = try Story("km")
        try await story.enrol("A")
        try await story.sell("T1", to: "A", lines: cars(2))
        let wish = try await story.tell(#"{"at":"2012-02-02T10:00:00Z","do":"request_benefit","request":"R1","member":"A","benefit":"delivery_priority"}"#)
        #expect(wish.refused == "tier_has_not_benefit")
    }
}
