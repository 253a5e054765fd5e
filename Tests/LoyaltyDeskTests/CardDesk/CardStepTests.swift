import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage
import ProgramTables
import Testing

@Suite("The card desk, step by step")
struct CardStepTests {
    private let programme: Programme

    init() throws { programme = try ProgramTables.load("sa", settings: "sa.example") }

    private func shop() async throws -> CardShop {
        var shop = try await CardShop.open(programme)
        try await shop.age()
        return shop
    }

    private func answer(of shop: CardShop) async throws -> CardJobAnswer { try await shop.desk.cardJob(#require(shop.job), CardShop.context()) }

    private func refusal(_ body: () async throws -> Void) async -> TroubleCode? {
        do {
            try await body()
            return nil
        } catch { return (error as? Trouble)?.code }
    }

    @Test func `a jam spoils the number that was printed, and what came out never works`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.open(.reissue, reason: .printerFault, allowed: false), .handIn(.piece(3)), .beginPrint] { _ = try await shop.perform(act) }
        let before = try await answer(of: shop)
        _ = try await shop.perform(.endPrint(0, .spoiled, heard: true))
        let jammed = try await answer(of: shop)
        #expect(jammed.state == .spoiled && jammed.newCard != before.newCard && jammed.trouble == "printer.recoverable_error")
        #expect(jammed.advice.first == "Destroy what the printer put out for this job: it will never work.")
        #expect(jammed.next == [.lost, .print, .cancel])
        _ = try await shop.perform(.beginPrint)
        _ = try await shop.perform(.endPrint(0, .confirmed, heard: true))
        #expect(await refusal { _ = try await shop.perform(.readBack(.piece(4))) } == .wrongCardSpoiled)
        let done = try #require(try await shop.perform(.readBack(.piece(5))))
        #expect(done.state == .done && done.fee == nil && done.next == [.handOver])
        #expect(done.advice == ["Destroy the old card \(done.oldCard ?? ""): it no longer works.", "Hand the new card to the customer."])
    }

    @Test func `a power cut while a card is printed leaves the old card valid, and the job in the list`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.open(.reissue, reason: .damaged, allowed: false), .handIn(.piece(3)), .beginPrint, .endPrint(0, .confirmed, heard: false)] {
            _ = try await shop.perform(act)
        }
        let listed = try await shop.desk.openCardJobs(CardShop.context())
        #expect(listed.map(\.state) == [.printing] && listed.first?.fee?.net == Money(minor: 500))
        #expect(listed.first?.advice == ["Look at the printer. If a whole card came out, read it back; if not, print again."])
        let old = shop.pieces[3].number
        #expect(try await shop.record().state(of: old) == .valid)
        _ = try await shop.perform(.readBack(.piece(4)))
        #expect(try await shop.record().state(of: old) == .replaced)
    }

    @Test func `while a card is on its way to the printer there is only to wait`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.open(.reissue, reason: .damaged, allowed: false), .handIn(.piece(3)), .beginPrint] { _ = try await shop.perform(act) }
        let job = try #require(shop.job)
        let listed = try await shop.desk.openCardJobs(printing: [job], CardShop.context())
        #expect(listed.first?.advice == ["The card is being printed. Wait for the printer."] && listed.first?.next == [.lost, .cancel])
        #expect(try await shop.desk.cardJob(job, isPrinting: true, CardShop.context()) == listed.first)
    }

    @Test func `a printer that cannot confirm leaves its word in the job`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.open(.reissue, reason: .damaged, allowed: false), .handIn(.piece(3)), .beginPrint, .endPrint(0, .unconfirmed, heard: true)] {
            _ = try await shop.perform(act)
        }
        let standing = try await answer(of: shop)
        #expect(standing.state == .printed && standing.trouble == PrintEnd.unconfirmed)
        #expect(standing.advice == ["Swipe or scan the new card; until then the old one stays valid."])
    }

    @Test func `TI-06: no old card needs a reason and somebody's permission, which the journal keeps`() async throws {
        var shop = try await shop()
        _ = try await shop.perform(.open(.reissue, reason: .damaged, allowed: false))
        #expect(await refusal { _ = try await shop.perform(.excuse(.damaged, allowed: false)) } == .exceptionNeedsPermission)
        _ = try await shop.perform(.excuse(.damaged, allowed: true))
        let standing = try await answer(of: shop)
        #expect(standing.exception == .damaged && standing.allowedBy == "N. N." && standing.state == .readyToPrint)
        let facts = try await shop.store.read { try $0.records(from: 1, limit: 1000).map(\.record.fact) }
        #expect(facts.contains(.oldCardExcused(standing.job, member: "A", .damaged, by: "N. N.")))
    }

    @Test func `TI-15: every step keeps who took it`() async throws {
        var shop = try await shop()
        _ = try await shop.perform(.open(.reissue, reason: .damaged, allowed: false))
        let (job, context) = (try #require(shop.job), try CardShop.context())
        _ = try await shop.desk.takeOldCard(OldCardRequest(value: shop.pieces[3].number.digits, entry: .swiped, by: "R. S."), for: job, context)
        let order = try await shop.desk.beginPrint(of: job, by: "T. U.", context)
        _ = try await shop.desk.endPrint(order, .out(isConfirmed: true), context)
        _ = try await shop.desk.verify(ReadBackRequest(value: order.number.digits, entry: .scanned, by: "V. W."), for: job, context)
        let steps = try await shop.store.read { try $0.cardJob(job)?.steps }
        #expect(steps?.map(\.by) == [nil, "R. S.", "T. U.", nil, "V. W."])
        #expect(steps?.map(\.state) == [.awaitingOldCard, .readyToPrint, .printing, .printed, .done])
    }

    @Test func `a number is typed in place of a card only with somebody's permission, which the job keeps`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.open(.reissue, reason: .damaged, allowed: false), .handIn(.piece(3)), .beginPrint, .endPrint(0, .confirmed, heard: true)] {
            _ = try await shop.perform(act)
        }
        let job = try #require(shop.job)
        #expect(await refusal { _ = try await shop.perform(.typed(allowed: false)) } == .readBackByReader)
        _ = try await shop.perform(.typed(allowed: true))
        #expect(try await shop.store.read { try $0.cardJob(job)?.typedAllowedBy } == "N. N.")
    }

    @Test func `a tier that a return took away is not printed any more: the exchange has lapsed, and the old card goes back`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.sale, .open(.exchange, reason: nil, allowed: false), .handIn(.piece(3)), .returned] { _ = try await shop.perform(act) }
        #expect(await refusal { _ = try await shop.perform(.beginPrint) } == .exchangeLapsed)
        let job = try #require(shop.job)
        _ = try await shop.perform(.cancel)
        let over = try await shop.desk.cardJob(job, CardShop.context())
        #expect(over.advice == ["The old card \(over.oldCard ?? "") is still valid: give it back."])
        #expect(try await shop.record().state(of: shop.pieces[3].number) == .valid)
    }

    @Test func `A-TI-7: a card of a higher tier than the account's is remarked on at the till, and needs no exchange`() async throws {
        var shop = try await shop()
        let acts: [CardShop.Act] = [
            .sale, .open(.exchange, reason: nil, allowed: false), .handIn(.piece(3)), .beginPrint, .endPrint(0, .confirmed, heard: true),
            .readBack(.piece(4)), .returned,
        ]
        for act in acts { _ = try await shop.perform(act) }
        let member = try await shop.desk.identify(IdentifyRequest(value: shop.pieces[4].number.digits, entry: .swiped), CardShop.context())
        #expect(member.tasks.first?.kind == .tierFallen)
        #expect(member.tasks.first?.text == "The card says Silver shop, the account is Member shop")
        #expect(await refusal { _ = try await shop.perform(.open(.exchange, reason: nil, allowed: false)) } == .noExchangeDue)
    }

    @Test func `SA-09: a lost card whose successor was given up asks for one, with the fee, and is no first issue`() async throws {
        var shop = try await shop()
        _ = try await shop.perform(.open(.reissue, reason: .lost, allowed: true))
        _ = try await shop.perform(.cancel)
        #expect(try await shop.desk.member("A", CardShop.context()).tasks.first?.kind == .reissueCard)
        #expect(await refusal { _ = try await shop.perform(.open(.firstIssue, reason: nil, allowed: false)) } == .firstIssueDone)
        _ = try await shop.perform(.open(.reissue, reason: nil, allowed: false))
        let anew = try await answer(of: shop)
        #expect(anew.state == .readyToPrint && anew.reason == .lost && anew.fee?.net == Money(minor: 500))
    }

    @Test func `a card is reported lost at any step, and the number in the printer counts from then on`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.sale, .open(.exchange, reason: nil, allowed: false), .excuse(.damaged, allowed: true), .beginPrint] {
            _ = try await shop.perform(act)
        }
        _ = try await shop.perform(.excuse(.lost, allowed: true))
        let record = try await shop.record()
        #expect(record.state(of: shop.pieces[3].number) == .lost && record.valid.map(\.number) == [record.job?.newCard])
        #expect(try await answer(of: shop).fee == nil)
    }

    @Test func `the written stripe is part of the record, until another card is printed`() async throws {
        var shop = try await shop()
        for act in [CardShop.Act.open(.reissue, reason: .damaged, allowed: false), .handIn(.piece(3)), .beginPrint, .endPrint(0, .confirmed, heard: true)] {
            _ = try await shop.perform(act)
        }
        let order = try await shop.desk.cardOrder(of: #require(shop.job), CardShop.context())
        #expect(order.stripe == [2: order.number.digits])
        _ = try await shop.perform(.writeStripe)
        #expect(try await answer(of: shop).stripe == [2])
        _ = try await shop.perform(.beginPrint)
        #expect(try await answer(of: shop).stripe == nil)
        #expect(await refusal { _ = try await shop.desk.noteStripe(order, CardShop.context()) } == .jobWrongState)
    }

    @Test func `the printed card lost behind the desk before it was read back never works`() async throws {
        var shop = try await shop()
        let acts: [CardShop.Act] = [
            .open(.reissue, reason: .damaged, allowed: false), .handIn(.piece(3)), .beginPrint, .endPrint(0, .confirmed, heard: true), .beginPrint,
            .endPrint(0, .confirmed, heard: true), .readBack(.piece(5)),
        ]
        for act in acts { _ = try await shop.perform(act) }
        let stray = shop.pieces[4].number.digits
        #expect(await refusal { _ = try await shop.desk.identify(IdentifyRequest(value: stray, entry: .swiped), CardShop.context()) } == .cardSpoiled)
    }
}
