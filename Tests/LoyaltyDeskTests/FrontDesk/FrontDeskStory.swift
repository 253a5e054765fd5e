import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltySeals
import LoyaltyStorage
import ProgramTables
import Testing

/// A desk under the car club's table with a front desk of its own, and a clock the story sets.
struct FrontDeskStory {
    let desk: Desk
    let store = MemoryStore()

    init(_ frontDesk: FrontDesk, changing change: (inout Programme) -> Void = { _ in }) throws {
        var programme = try ProgramTables.load("km")
        programme.desk = frontDesk
        change(&programme)
        desk = Desk(store: store, book: ProgrammeBook(current: programme), codes: nil, serials: RandomSerials())
    }

    /// Who asks, at a time of the club's day 2026-03-02 or another.
    func at(_ time: String = "2026-03-02T10:00:00+03:30", _ language: Language = .english, key: String? = nil) throws -> DeskContext {
        DeskContext(at: try #require(Instant(time)), language: language, key: key)
    }

    /// A member who joined long ago.
    func join(
        _ member: MemberID, name: String? = "A. B.", phone: String? = nil, birthday: String? = nil, agreesTo: [NoticeOccasion]? = nil,
        at time: String = "2025-01-01T10:00:00+03:30"
    ) async throws {
        let birthday = try birthday.map { try #require(Day($0)) }
        _ = try await desk.enrol(EnrolRequest(member: member, name: name, birthday: birthday, phone: phone, agreesTo: agreesTo), at(time))
    }

    /// A sale of one car.
    @discardableResult
    func sell(_ ticket: TicketID, to member: MemberID?, at time: String = "2026-03-02T11:00:00+03:30") async throws -> TicketAnswer {
        try await read(desk.sell(ticketRequest(ticket, member), at(time)))
    }

    func ticketRequest(_ ticket: TicketID, _ member: MemberID?) -> TicketRequest {
        TicketRequest(
            ticket: ticket, member: member,
            lines: [LineRequest(id: "1", category: "vehicle", quantity: 1, unitPrice: Money(minor: 1_000_000), flags: ["direct"])])
    }

    /// What a reply says.
    func read<Answer: Decodable>(_ reply: Reply) throws -> Answer { try JSONDecoder().decode(Answer.self, from: Data(reply.body)) }

    /// Everything in the journal, as text.
    func journal() async throws -> String {
        try await store.read { view in try view.records(from: 1, limit: .max).map { String(decoding: $0.bytes, as: UTF8.self) }.joined() }
    }
}

/// Words in all four languages.
func words(_ english: String, fa: String? = nil, zh: String? = nil, ru: String? = nil) -> Wording {
    Wording(["en": english, "fa": fa, "zh": zh, "ru": ru].compactMapValues { $0 })
}

/// The trouble that `body` ends in.
func trouble(_ body: () async throws -> Void) async -> TroubleCode? {
    do {
        try await body()
        return nil
    } catch { return (error as? Trouble)?.code }
}
