import Foundation
import LoyaltyDesk
import LoyaltyModel
import LoyaltyStorage

extension CardShop {
    /// Everything that people, printers and power cuts do. What the desk refuses is an act too.
    enum Act: Hashable, Sendable {
        case sale, returned
        case open(CardJob.Kind, reason: CardJob.Reason?, allowed: Bool)
        case handIn(Shown)
        case excuse(CardJob.Exception, allowed: Bool)
        case beginPrint
        /// How the print ended, and whether the desk heard of it or the process died before.
        case endPrint(Int, Ending, heard: Bool)
        case writeStripe
        case readBack(Shown)
        case typed(allowed: Bool)
        case cancel
    }

    /// What a card turns out to be that somebody shows: a piece by its place among those that came out, or one from elsewhere.
    enum Shown: Hashable, Sendable {
        case piece(Int)
        case anothers, unknown, bankCard
    }

    enum Ending: Hashable, Sendable, CaseIterable {
        case nothing, spoiled, unconfirmed, confirmed

        var heard: PrintEnd {
            switch self {
            case .nothing: .nothing(trouble: "printer.paper_end")
            case .spoiled: .spoiled(trouble: "printer.recoverable_error")
            case .unconfirmed: .out(isConfirmed: false)
            case .confirmed: .out(isConfirmed: true)
            }
        }
    }

    /// All acts that can be tried here, possible or not. Prints are two at the most: one that runs, and one that another page began meanwhile. Nobody is
    /// given leave to type the number of a card that is not there. The desk asks for the state before it looks at a card or a reason; so where a step is not
    /// due, one card and one reason stand for all.
    func acts(_ record: Record) -> [Act] {
        let state = record.job?.state
        let shown = distinctPieces(record).map { Shown.piece($0) } + [.anothers, .unknown, .bankCard]
        let isReadBackDue = state == .printing || state == .printed
        var acts: [Act] = [liftedBy == nil ? .sale : .returned, .cancel, .typed(allowed: false), .writeStripe]
        if pieces.contains(where: { $0.number == record.job?.newCard }) { acts.append(.typed(allowed: true)) }
        acts += (state == .awaitingOldCard ? shown : [.anothers]).map { .handIn($0) }
        acts += (isReadBackDue ? shown : [.anothers]).map { .readBack($0) }
        acts += CardJob.Exception.allCases.map { .excuse($0, allowed: true) } + [.excuse(.lost, allowed: false)]
        acts += [.open(.exchange, reason: nil, allowed: false)]
        if state == nil {
            acts += [true, false].map { .open(.reissue, reason: .lost, allowed: $0) }
            acts += [CardJob.Reason.damaged, .printerFault, nil].map { .open(.reissue, reason: $0, allowed: false) }
            acts += [.open(.reissue, reason: .neverIssued, allowed: true), .open(.firstIssue, reason: nil, allowed: false)]
        }
        if prints.count < 2 { acts.append(.beginPrint) }
        for place in prints.indices { acts += Ending.allCases.flatMap { [.endPrint(place, $0, heard: true), .endPrint(place, $0, heard: false)] } }
        return acts
    }

    /// The places of the living pieces, and of one dead piece of each kind.
    func distinctPieces(_ record: Record) -> [Int] {
        var kinds: Set<Card.State> = []
        return pieces.indices.filter { place in
            guard let state = record.state(of: pieces[place].number), state != .valid, state != .pending else { return true }
            return kinds.insert(state).inserted
        }
    }

    /// Does it, in the world and at the desk; gives the answer that ends a job. Throws what the desk refuses with.
    mutating func perform(_ act: Act) async throws -> CardJobAnswer? {
        let context = try Self.context()
        switch act {
        case .sale: try await sell(context)
        case .returned:
            guard let ticket = liftedBy else { return nil }
            _ = try await desk.void(ticket, context)
            liftedBy = nil
        case .open(let kind, let reason, let allowed):
            let request = CardJobRequest(member: Self.member, kind: kind, reason: reason, allowedBy: allowed ? "N. N." : nil)
            job = try JSONDecoder().decode(CardJobAnswer.self, from: Data(try await desk.openCardJob(request, context).body)).job
        case .beginPrint: prints.append(Print(order: try await desk.beginPrint(of: wanted(), context)))
        case .endPrint(let place, let ending, let heard):
            let order = prints.remove(at: place).order
            if ending != .nothing { pieces.append(Piece(number: order.number, isWhole: ending != .spoiled)) }
            if heard { _ = try await desk.endPrint(order, ending.heard, context) }
        case .writeStripe: _ = try await desk.noteStripe(desk.cardOrder(of: wanted(), context), context)
        case .handIn(let shown):
            _ = try await desk.takeOldCard(OldCardRequest(value: text(of: shown), entry: .swiped), for: wanted(), context)
        case .excuse(let exception, let allowed):
            _ = try await desk.takeOldCard(OldCardRequest(exception: exception, allowedBy: allowed ? "N. N." : nil), for: wanted(), context)
        case .readBack(let shown):
            let answer = try await desk.verify(ReadBackRequest(value: text(of: shown), entry: .swiped), for: wanted(), context)
            job = nil
            return answer
        case .typed(let allowed):
            let number = try await desk.cardOrder(of: wanted(), context).number
            let request = ReadBackRequest(value: number.digits, entry: .keyed, allowedBy: allowed ? "N. N." : nil)
            let answer = try await desk.verify(request, for: wanted(), context)
            job = nil
            return answer
        case .cancel:
            _ = try await desk.cancelCardJob(wanted(), context)
            job = nil
        }
        return nil
    }

    private func wanted() throws -> CardJobID {
        guard let job else { throw Trouble(.jobUnknown) }
        return job
    }

    private mutating func sell(_ context: DeskContext) async throws {
        sales += 1
        let ticket = TicketID("T\(sales)")
        let line = LineRequest(id: "1", category: "product", quantity: 1, unitPrice: Money(minor: 5_000_000))
        _ = try await desk.sell(TicketRequest(ticket: ticket, member: Self.member, lines: [line]), context)
        liftedBy = ticket
    }

    func text(of shown: Shown) -> String {
        switch shown {
        case .piece(let place): pieces[place].number.digits
        case .anothers: othersCard.digits
        case .unknown: Self.unknown
        case .bankCard: Self.bankCard
        }
    }
}
