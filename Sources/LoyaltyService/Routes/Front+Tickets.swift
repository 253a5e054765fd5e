import AccessControl
import Hummingbird
import LoyaltyDesk
import LoyaltyModel

extension Front {
    func identify(_ asking: Asking) async throws -> Response {
        var wanted = try await asking.body(IdentifyRequest.self)
        if asking.caller?.role == .kiosk { return try await identify(wanted, atKiosk: asking) }
        (wanted.value, wanted.entry) = try presented.card(wanted.value, wanted.entry, at: asking.at)
        return try .json(await desk.identify(wanted, asking.desk()))
    }

    func quote(_ asking: Asking) async throws -> Response {
        try .json(await desk.quote(try await ticket(asking), asking.desk()))
    }

    func sell(_ asking: Asking) async throws -> Response {
        let ticket = try await ticket(asking)
        let reply = try await desk.sell(ticket, asking.desk())
        tell(.sold, ticket.ticket, reply)
        return .json(reply)
    }

    func outcome(_ asking: Asking) async throws -> Response {
        guard let ticket = asking.query("ticket_id"), !ticket.isEmpty else { throw Trouble(.fieldMissing, field: "ticket_id") }
        guard let reply = try await desk.outcome(of: TicketID(ticket)) else { throw Trouble(.ticketUnknown, field: "ticket_id") }
        return .json(reply, first: .ok)
    }

    func void(_ asking: Asking) async throws -> Response {
        let ticket: TicketID = try asking.part("id")
        let reply = try await desk.void(ticket, asking.desk())
        tell(.voided, ticket, reply)
        return .json(reply)
    }

    func takeBack(_ asking: Asking) async throws -> Response {
        let ticket: TicketID = try asking.part("id")
        let context = try asking.desk(needsKey: true)
        let reply = try await desk.takeBack(try await asking.body(), of: ticket, context)
        tell(.returned, ticket, reply)
        return .json(reply)
    }

    /// The ticket in the body, with the card that was read a moment ago in place of what stands for it.
    private func ticket(_ asking: Asking) async throws -> TicketRequest {
        var ticket = try await asking.body(TicketRequest.self)
        guard let card = ticket.card else { return ticket }
        let (value, entry) = try presented.card(card, ticket.entry ?? .keyed, at: asking.at)
        ticket.card = value
        if value != card { ticket.entry = entry }
        return ticket
    }

    /// Tells everybody who listens what became of a ticket, the first time.
    func tell(_ happening: SaleEvent.Happening, _ ticket: TicketID, _ reply: Reply) {
        guard !reply.isRepeat else { return }
        events.publish("sale", SaleEvent(ticket: ticket, happened: happening))
    }
}

/// What everybody who listens is told of a ticket.
struct SaleEvent: Encodable, Sendable {
    enum Happening: String, Encodable, Sendable {
        case sold, returned, voided
    }

    let ticket: TicketID
    let happened: Happening
}
