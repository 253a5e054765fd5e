import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import Testing

/// A shop with one member whose cards are made, another member's card that lies about, and every piece of card that came out of the printer.
///
/// The desk is the real one on a store in memory; it holds nothing itself, so that a restart is a print of which nobody hears the end.
struct CardShop: Sendable {
    static let member: MemberID = "A"
    /// A number with a right check digit that no card has.
    static let unknown = "9005999999999997"
    /// In the layout of a bank's card; nobody's number.
    static let bankCard = ";9999000000000001=30121010000000000?"

    /// A piece of card in somebody's hand. Readers read a spoiled one as well as a whole one.
    struct Piece: Hashable, Sendable {
        let number: CardNumber
        let isWhole: Bool
    }

    /// A print that was begun and has not ended.
    struct Print: Hashable, Sendable {
        let order: CardOrder
    }

    let store: MemoryStore
    let programme: Programme
    var pieces: [Piece] = []
    var prints: [Print] = []
    var othersCard: CardNumber
    /// The open job.
    var job: CardJobID?
    /// The sale that lifts the tier, while it stands.
    var liftedBy: TicketID?
    var sales = 0
    /// The cards whose loss or damage the member has paid for.
    var charged: [CardNumber] = []

    var desk: Desk { Desk(store: store, book: ProgrammeBook(current: programme), codes: nil, serials: Self.serials) }
    private static let serials = RandomSerials()

    static func context() throws -> DeskContext { DeskContext(at: try #require(Instant("2026-03-01T12:00:00+08:00")), language: .english) }

    /// Two members who may be given cards; the other one has hers.
    static func open(_ programme: Programme) async throws -> CardShop {
        let story = Story(programme)
        for (member, phone, day) in [("A", "13800000000", "10"), ("B", "13800000001", "11")] {
            try await story.enrol(member, at: "2026-01-\(day)T10:00:00+08:00", more: #","phone":"\#(phone)","birthday":"1980-01-01","terms":"1""#)
            try await story.tell(#"{"at":"2026-01-\#(day)T10:30:00+08:00","do":"complete_profile","member":"\#(member)"}"#)
            try await story.tell(#"{"at":"2026-01-\#(day)T11:00:00+08:00","do":"pay_fee","member":"\#(member)","fee":"annual"}"#)
        }
        let number = try #require(try await story.store.read { try $0.cards(of: "B").first?.number })
        let shop = CardShop(store: story.store, programme: programme, othersCard: number)
        let opened = try await shop.desk.openCardJob(CardJobRequest(member: "B", kind: .firstIssue), context())
        let id = try JSONDecoder().decode(CardJobAnswer.self, from: Data(opened.body)).job
        let order = try await shop.desk.beginPrint(of: id, context())
        _ = try await shop.desk.endPrint(order, .out(isConfirmed: true), context())
        _ = try await shop.desk.verify(ReadBackRequest(value: order.number.digits, entry: .scanned), for: id, context())
        return shop
    }

    /// Gives the member a valid card, and leaves one of each dead kind lying about: replaced, lost, and waste of a print.
    mutating func age() async throws {
        let past: [Act] = [
            .open(.firstIssue, reason: nil, allowed: false), .beginPrint, .endPrint(0, .spoiled, heard: true), .beginPrint,
            .endPrint(0, .confirmed, heard: true), .readBack(.piece(1)),
            .open(.reissue, reason: .lost, allowed: true), .beginPrint, .endPrint(0, .confirmed, heard: true), .readBack(.piece(2)),
            .open(.reissue, reason: .damaged, allowed: false), .handIn(.piece(2)), .beginPrint, .endPrint(0, .confirmed, heard: true), .readBack(.piece(3)),
        ]
        for act in past { _ = try await perform(act) }
        let record = try await record()
        #expect(pieces.map { record.state(of: $0.number) } == [.unused, .lost, .replaced, .valid])
    }

    /// The same shop, to try something in.
    func branch() async -> CardShop {
        var shop = self
        shop = CardShop(
            store: await store.branch(), programme: programme, pieces: pieces, prints: prints, othersCard: othersCard, job: job, liftedBy: liftedBy,
            sales: sales, charged: charged)
        return shop
    }

    /// All that the desk knows of the member's cards.
    func record() async throws -> Record {
        let job = job
        return try await store.read { view in
            Record(cards: try view.cards(of: Self.member), job: try job.flatMap { try view.cardJob($0) }, open: try view.openCardJobs(of: Self.member).count)
        }
    }

    struct Record: Hashable, Sendable {
        let cards: [Card]
        let job: CardJob?
        let open: Int

        func state(of number: CardNumber) -> Card.State? { cards.first { $0.number == number }?.state }
        var valid: [Card] { cards.filter { $0.state == .valid } }
    }
}
