import CanonicalJSON
import Hummingbird
import LoyaltyDesk
import LoyaltyModel
import LoyaltyRules
import LoyaltyStorage

/// An order is a ticket that has not been sold yet. It is kept with its first answer and moves no account; ``accumulateSquarePoints(_:)`` sells it.
extension Front {
    /// Prices an order without any effect.
    func calculateSquareOrder(_ asking: Asking) async throws -> Response {
        let body = try await asking.body(SquareOrderBody.self)
        if let rewards = body.proposedRewards, !rewards.isEmpty {
            throw Trouble.notMapped("proposed_rewards", "a reward is a gift handed out by its own call, not a price; send none")
        }
        let ticket = try body.order.ticket(TicketID(body.order.id ?? "calculated"), currency: programme.currency)
        let priced = try await desk.quote(ticket, asking.desk())
        var order = body.order.priced(priced, state: body.order.state ?? "OPEN", at: asking.at)
        order.id = body.order.id
        return try .json(SquareOrderBody(order: order))
    }

    /// Keeps an order and prices it.
    func createSquareOrder(_ asking: Asking) async throws -> Response {
        let body = try await asking.body(SquareOrderBody.self)
        // Square takes an order without a key; it is another order each time then.
        let number = try body.idempotencyKey.map { try SquareKey($0).number("SQ") } ?? SquareKey(Self.drawnKey()).number("SQ")
        let ticket = try body.order.ticket(TicketID(number), currency: programme.currency)
        let priced = try await desk.quote(ticket, asking.desk())
        let answer = SquareOrderBody(order: body.order.priced(priced, state: "OPEN", at: asking.at))
        let reply = try await desk.hold(Self.heldOrder(number), content: JSON.bytes(of: body.order), answer: JSON.bytes(of: answer))
        return .json(reply, first: .ok)
    }

    /// An order as it stands: open, sold or voided.
    func squareOrder(_ asking: Asking) async throws -> Response {
        let number: TicketID = try asking.part("id")
        let order = try await heldOrder(number)
        guard let sale = try await desk.store.read({ try $0.sale(number) }), let sold = try await desk.outcome(of: number) else {
            return try .json(SquareOrderBody(order: order))
        }
        let state = sale.voidedAt == nil ? "COMPLETED" : "CANCELED"
        let priced = order.priced(try JSON.value(TicketAnswer.self, in: sold.body), state: state, at: sale.at, closed: sale.voidedAt ?? sale.at)
        return try .json(SquareOrderBody(order: priced))
    }

    /// The order under a number, as it was first answered. `ticketUnknown` when there is none.
    func heldOrder(_ number: TicketID) async throws -> SquareOrder {
        guard let bytes = try await desk.held(Self.heldOrder(number.rawValue)) else {
            throw Trouble(.ticketUnknown, ["ticket": .name(number.rawValue)], field: "order_id")
        }
        return try JSON.value(SquareOrderBody.self, in: bytes).order
    }

    /// Sells an order to a member at the price it was answered with, once: whoever asks again, under whatever key, gets the same sale.
    func sellSquareOrder(
        _ number: TicketID, to member: MemberID, paidFrom source: PaymentSource? = nil, expecting total: Money? = nil, _ context: DeskContext
    ) async throws {
        let order = try await heldOrder(number)
        if let sale = try await desk.store.read({ try $0.sale(number) }) {
            guard sale.member == member else { throw Trouble(.ticketExists, field: "order_id") }
            guard source == nil || sale.paidFrom == source else { throw Trouble(.ticketExists, field: "order_id") }
            return
        }
        var ticket = try order.ticket(number, currency: programme.currency)
        ticket.member = member
        ticket.payFrom = source ?? ticket.payFrom
        ticket.expectedTotal = total ?? order.totalMoney?.amount
        let reply = try await desk.sell(ticket, context)
        tell(.sold, number, reply)
    }

    private static func heldOrder(_ number: String) -> String { "square order \(number)" }

    private static func drawnKey() -> String { (0..<4).map { _ in String(UInt32.random(in: 0...UInt32.max), radix: 36) }.joined(separator: "-") }
}
