public import Foundation

/// A sale that was made without loyalty, as it would have been sent.
public struct PendingSale: Codable, Sendable, Hashable {
    /// The ticket, with the card's number where that is all the till has. Keep it no longer than need be.
    public let ticket: Ticket
    /// When it was sold.
    public let since: Date
    /// Why it was not sent, or not answered; in English, for the till's log.
    public let reason: String

    /// A sale that was made without loyalty.
    public init(_ ticket: Ticket, since: Date, reason: String) {
        self.ticket = ticket
        self.since = since
        self.reason = reason
    }
}

/// Sales that wait until the service answers again. The till writes it to disk whenever it changes, and settles it now and then.
///
/// The `presented` name of an event lives five minutes: a till that may wait longer keeps the account or the number in the ticket.
public struct Outbox: Codable, Sendable, Hashable {
    /// A sale that the club has refused afterwards: somebody has to look at it.
    public struct Refused: Codable, Sendable, Hashable {
        /// The sale.
        public let sale: PendingSale
        /// The club's word.
        public let refusal: Refusal
    }

    /// Sales still to be settled, oldest first.
    public private(set) var waiting: [PendingSale] = []
    /// Sales that were refused, until somebody has looked at them.
    public private(set) var refused: [Refused] = []

    /// An empty outbox.
    public init() {}

    /// Keeps a sale; a second one of the same number changes nothing.
    public mutating func add(_ sale: PendingSale) {
        if !waiting.contains(where: { $0.ticket.number == sale.ticket.number }) { waiting.append(sale) }
    }

    /// Forgets a refused sale once somebody has looked at it.
    public mutating func dismiss(ticket: String) { refused.removeAll { $0.sale.ticket.number == ticket } }

    mutating func settle(_ sale: PendingSale) { waiting.removeAll { $0 == sale } }

    mutating func refuse(_ sale: PendingSale, _ refusal: Refusal) {
        settle(sale)
        refused.append(Refused(sale: sale, refusal: refusal))
    }
}

extension TillClient {
    /// Sends what waits, oldest first, and takes what is settled or refused out of the outbox. Stops where the service is away, or in trouble: the rest waits on.
    ///
    /// A sale whose answer was never seen is asked for by its number first, and sent only when it is not in the ledger: nothing is sold twice. It counts
    /// from the moment it was sold. Compare `total` with what the customer has paid: without loyalty it may have been more.
    ///
    /// - Returns: What is in the ledger now.
    public func settle(_ outbox: inout Outbox) async throws -> [PricedTicket] {
        var settled: [PricedTicket] = []
        for sale in outbox.waiting {
            do {
                settled.append(try await settle(sale))
                outbox.settle(sale)
            } catch let refusal as Refusal where refusal.kind != .fault {
                outbox.refuse(sale, refusal)
            } catch is ServiceAway { return settled } catch is Refusal { return settled }
        }
        return settled
    }

    private func settle(_ sale: PendingSale) async throws -> PricedTicket {
        if let sold = try await outcome(of: sale.ticket.number) { return sold }
        var ticket = sale.ticket
        ticket.occurredAt = ticket.occurredAt ?? sale.since
        do { return try await sellNow(ticket) } catch let refusal as Refusal where refusal.code == "ticket_exists" {
            // The first request was still on its way when its outcome was asked for.
            guard let sold = try await outcome(of: sale.ticket.number) else { throw refusal }
            return sold
        }
    }
}
