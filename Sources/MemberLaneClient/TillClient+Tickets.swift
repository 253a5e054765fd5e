import Foundation

/// What became of a sale.
public enum SaleOutcome: Sendable, Hashable {
    /// It is in the ledger.
    case sold(PricedTicket)
    /// The service did not answer in time, or is in trouble: hand the goods over, and keep this in the ``Outbox``. It may or may not be in the ledger;
    /// settling finds out.
    case withoutLoyalty(PendingSale)
}

extension TillClient {
    /// Who presents a card, a code, a number or a telephone number.
    public func identify(_ value: String, entry: CardEntry) async throws -> Member {
        try await answer(to: .post("/v1/identify", ["value": value, "entry": entry.rawValue]))
    }

    /// Prices a ticket and says why. No effect.
    public func quote(_ ticket: Ticket) async throws -> PricedTicket { try await answer(to: .post("/v1/quotes", ticket)) }

    /// Sells a ticket, once: its number is its key, and the same ticket may be sent as often as need be.
    ///
    /// It never throws ``ServiceAway``: the till goes on without loyalty. ``Refusal`` is the club's word on this ticket.
    public func sell(_ ticket: Ticket) async throws -> SaleOutcome {
        do { return .sold(try await sellNow(ticket)) } catch let away as ServiceAway {
            return .withoutLoyalty(PendingSale(ticket, since: Date(), reason: away.reason))
        } catch let refusal as Refusal where refusal.kind == .fault {
            return .withoutLoyalty(PendingSale(ticket, since: Date(), reason: refusal.code))
        }
    }

    /// What became of a ticket whose answer was never seen; nil when it was not sold.
    public func outcome(of ticket: String) async throws -> PricedTicket? {
        do { return try await answer(to: .get("/v1/sales", query: [("ticket_id", ticket)])) } catch let refusal as Refusal
            where refusal.code == "ticket_unknown"
        { return nil }
    }

    /// Takes units of a ticket back.
    ///
    /// - Parameter key: Names this return, so that a repeat is one: kept by the till until it has the answer, and new for every other return.
    public func takeBack(_ lines: [ReturnedUnits], of ticket: String, key: String) async throws -> PricedTicket {
        try await answer(to: .post("/v1/sales/\(Self.escaped(ticket))/returns", ["lines": lines], key: key))
    }

    /// Undoes a whole ticket of which nothing has come back yet.
    ///
    /// - Parameter key: Names this void, so that a repeat is one.
    public func void(_ ticket: String, key: String) async throws -> PricedTicket {
        try await answer(to: .post("/v1/sales/\(Self.escaped(ticket))/void", key: key))
    }

    func sellNow(_ ticket: Ticket) async throws -> PricedTicket { try await answer(to: .post("/v1/sales", ticket)) }
}
