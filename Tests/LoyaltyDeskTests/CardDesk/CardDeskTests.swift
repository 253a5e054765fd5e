import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

@Suite("The member shops' cards")
struct CardDeskTests {
    private let desk: Desk
    private let story: Story

    init() throws {
        let programme = try ProgramTables.load("sa", settings: "sa.example")
        story = Story(programme)
        desk = Desk(store: story.store, book: ProgrammeBook(current: programme), codes: nil, serials: RandomSerials())
    }

    private func context(_ day: String) throws -> DeskContext {
        DeskContext(at: try #require(Instant("\(day)T12:00:00+08:00")), language: .english)
    }

    private func join(paid: Bool = true, complete: Bool = true) async throws {
        let name = complete ? #","phone":"13800000000","birthday":"1980-01-01""# : ""
        try await story.enrol("A", at: "2026-01-10T10:00:00+08:00", more: #"\#(name),"terms":"1""#)
        if complete { try await story.tell(#"{"at":"2026-01-10T10:30:00+08:00","do":"complete_profile","member":"A"}"#) }
        if paid { try await story.tell(#"{"at":"2026-01-10T11:00:00+08:00","do":"pay_fee","member":"A","fee":"annual"}"#) }
    }

    private func job(_ kind: CardJob.Kind, _ day: String, exception: CardJob.Exception? = nil) async throws -> CardJobAnswer {
        let request = CardJobRequest(member: "A", kind: kind, exception: exception, allowedBy: exception == nil ? nil : "N. N.")
        return try JSONDecoder().decode(CardJobAnswer.self, from: Data(try await desk.openCardJob(request, try context(day)).body))
    }

    /// Prints and reads back; gives the number on the card.
    private func finish(_ id: CardJobID, _ day: String) async throws -> CardNumber {
        let order = try await desk.beginPrint(of: id, try context(day))
        _ = try await desk.endPrint(order, .out(isConfirmed: true), try context(day))
        _ = try await desk.verify(ReadBackRequest(value: order.number.digits, entry: .swiped), for: id, try context(day))
        return order.number
    }

    private func refusal(_ body: () async throws -> Void) async -> TroubleCode? {
        do {
            try await body()
            return nil
        } catch { return (error as? Trouble)?.code }
    }

    @Test func `SA-02: a card is made once the particulars are complete and the fee is paid, and handing it over is the last step`() async throws {
        try await join(paid: false, complete: false)
        #expect(await refusal { _ = try await job(.firstIssue, "2026-01-11") } == .membershipNotPaid)
        try await story.tell(#"{"at":"2026-01-11T13:00:00+08:00","do":"pay_fee","member":"A","fee":"annual","condition":"file 7"}"#)
        #expect(await refusal { _ = try await job(.firstIssue, "2026-01-12") } == .profileIncomplete)
        try await story.tell(#"{"at":"2026-01-12T13:00:00+08:00","do":"complete_profile","member":"A"}"#)
        let first = try await job(.firstIssue, "2026-01-13")
        #expect(first.fee == nil)
        #expect(await refusal { _ = try await desk.handOver(first.job, by: "N. N.", try context("2026-01-13")) } == .jobWrongState)
        _ = try await finish(first.job, "2026-01-13")
        let handed = try await desk.handOver(first.job, by: "N. N.", try context("2026-01-14"))
        #expect(handed.handedOverAt == (try context("2026-01-14")).at)
    }

    @Test func `SA-09, A-SA-3: a lost card is dead at once, made anew from the record for its material cost, and changes no balance`() async throws {
        try await join()
        let first = try await job(.firstIssue, "2026-01-13")
        let old = try await finish(first.job, "2026-01-13")
        let anew = try await job(.reissue, "2026-02-01", exception: .lost)
        #expect(anew.fee?.rule == "SA-09" && anew.fee?.net == Money(minor: 500))
        let dead = await refusal { _ = try await desk.identify(IdentifyRequest(value: old.digits, entry: .swiped), try context("2026-02-01")) }
        #expect(dead == .cardLost)
        let new = try await finish(anew.job, "2026-02-01")
        let member = try await desk.identify(IdentifyRequest(value: new.digits, entry: .swiped), try context("2026-02-02"))
        #expect(member.tier.id == "basic" && member.points == .zero && member.paidThrough == Day("2027-01-09"))
    }

    @Test func `A-SA-3: an exchange for a higher tier costs nothing`() async throws {
        try await join()
        _ = try await finish(try await job(.firstIssue, "2026-01-13").job, "2026-01-13")
        let big = #"{"id":"1","category":"product","quantity":1,"unit_price":5000000}"#
        #expect(try await story.sell("T1", to: "A", at: "2026-02-01T10:00:00+08:00", lines: big).tasks.contains("exchange_card"))
        let exchange = try await job(.exchange, "2026-02-02")
        #expect(exchange.fee == nil && exchange.tier.id == "silver")
    }
}
