import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

@Suite("Member shops")
struct MemberShopTests {
    private func joined(paid: Bool = true) async throws -> Story {
        let story = try Story("sa", settings: "sa.example")
        try await story.enrol("A", at: "2026-01-10T10:00:00+08:00", more: #","phone":"13800000000","birthday":"1980-01-01","terms":"1""#)
        if paid { try await story.tell(#"{"at":"2026-01-10T11:00:00+08:00","do":"pay_fee","member":"A","fee":"annual"}"#) }
        return story
    }

    private func supplies(_ price: Int) -> String { #"{"id":"1","category":"product","quantity":1,"unit_price":\#(price)}"# }

    @Test func `SA-01: who joins accepts the terms in force, or the version that is named; who does not accept them does not join`() async throws {
        let story = try Story("sa", settings: "sa.example")
        #expect(try await story.enrol("A", at: "2026-01-10T10:00:00+08:00", more: #","terms":"""#).refused == "terms_needed")
        #expect(try await story.enrol("A", at: "2026-01-10T10:00:00+08:00").refused == nil)
        try await story.enrol("B", at: "2026-01-10T10:00:00+08:00", more: #","terms":"2025-1""#)
        let accepted = try await story.store.read { [try $0.member("A"), try $0.member("B")].map { $0?.enrolment.terms } }
        #expect(accepted[0]?.hasPrefix("sa ") == true && accepted[1] == "2025-1")
    }

    @Test func `a club without points speaks of none`() async throws {
        let story = try await joined()
        let sold = try await story.sell("T1", to: "A", at: "2026-02-01T10:00:00+08:00", lines: supplies(100))
        #expect(sold.sayBefore.contains("Your membership: Member shop.") && !(sold.sayBefore + sold.sayAfter).contains { $0.contains("points") })
    }

    @Test func `SA-02, SA-04: until the fee is paid the till asks for it, and no benefit applies`() async throws {
        let story = try await joined(paid: false)
        let sold = try await story.sell("T1", to: "A", at: "2026-01-10T12:00:00+08:00", lines: supplies(10_000))
        #expect(sold.tasks.contains("pay_fee") && sold.tier == "none" && sold.notes == ["SA-04"])
        let paid = try await story.tell(#"{"at":"2026-01-11T11:00:00+08:00","do":"pay_fee","member":"A","fee":"annual"}"#)
        #expect(paid.refused == nil && paid.tier == "basic" && !paid.tasks.contains("pay_fee"))
        #expect(
            try await story.tell(#"{"at":"2026-01-11T12:00:00+08:00","do":"pay_fee","member":"A","fee":"annual","amount":17000}"#).refused == "fee_amount_wrong"
        )
        #expect(try await story.tell(#"{"at":"2026-01-11T12:00:00+08:00","do":"pay_fee","member":"A","fee":"entry"}"#).refused == "fee_not_offered")
    }

    @Test func `SA-03, SA-04: a right is nobody's before the fee is paid`() async throws {
        for isPaid in [false, true] {
            let story = try await joined(paid: isPaid)
            let desk = Desk(
                store: story.store, book: ProgrammeBook(current: try ProgramTables.load("sa", settings: "sa.example")), codes: nil, serials: RandomSerials())
            let member = try await desk.member("A", DeskContext(at: try #require(Instant("2026-01-11T10:00:00+08:00")), language: .english))
            #expect(member.benefits.isEmpty != isPaid && member.tasks.contains { $0.kind == .priority } == isPaid)
        }
    }

    @Test func `SA-02: the entry condition takes the place of the first fee alone, and a level is one of the table's`() async throws {
        let story = try await joined(paid: false)
        let pay = { (day: String, more: String) in
            try await story.tell(#"{"at":"\#(day)T11:00:00+08:00","do":"pay_fee","member":"A","fee":"annual"\#(more)}"#).refused
        }
        #expect(try await pay("2026-03-01", #","level":"platinum""#) == "fee_not_offered")
        #expect(try await pay("2026-03-01", #","condition":"17""#) == nil)
        #expect(try await pay("2027-03-01", #","condition":"17""#) == "fee_not_offered")
        #expect(try await pay("2027-03-01", "") == nil)
    }

    @Test func `SA-05, A-SA-4: the year's purchases, net of returns, make the reward tier`() async throws {
        let story = try await joined()
        let first = try await story.sell("T1", to: "A", at: "2026-02-01T10:00:00+08:00", lines: supplies(5_000_000))
        #expect(first.total == 5_000_000 && first.tier == "silver")
        #expect(try await story.sell("T2", to: "A", at: "2026-02-02T10:00:00+08:00", lines: supplies(10_000)).total == 9_800)
        #expect(try await story.void("T1", at: "2026-02-03T10:00:00+08:00").tier == "basic")
    }

    @Test func `SA-06: a higher sales task needs its supplementary agreement`() async throws {
        let story = try await joined()
        let task = { (amount: Int, addendum: String) in
            try await story.tell(#"{"at":"2026-03-01T10:00:00+08:00","do":"sales_task","member":"A","amount":\#(amount),"addendum":"\#(addendum)"}"#).refused
        }
        #expect(try await task(1_000_000, "") == "field_missing")
        #expect(try await task(1_000_000, "2026-3") == nil)
        #expect(try await task(900_000, "2026-4") == "amount_wrong")
    }

    @Test func `SA-08: the till names the holder, and remarks on a card at two tills at once`() async throws {
        let story = try await joined()
        let first = try await story.sell("T1", to: "A", at: "2026-02-01T10:00:00+08:00", lines: supplies(100), more: #","register":"1""#)
        #expect(first.tasks.contains("check_holder") && !first.tasks.contains("used_elsewhere"))
        let soon = try await story.sell("T2", to: "A", at: "2026-02-01T10:20:00+08:00", lines: supplies(100), more: #","register":"2""#)
        #expect(soon.tasks.contains("used_elsewhere"))
        let later = try await story.sell("T3", to: "A", at: "2026-02-01T12:00:00+08:00", lines: supplies(100), more: #","register":"1""#)
        #expect(!later.tasks.contains("used_elsewhere"))
    }
}
