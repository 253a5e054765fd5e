import LoyaltyModel
import LoyaltyRules

extension TicketRequest {
    /// The ticket, once every number of it is one that a till can mean.
    func checked(at instant: Instant) throws(Trouble) -> Ticket {
        guard !ticket.rawValue.isEmpty else { throw Trouble(.fieldWrong, field: "ticket", detail: "the till's own ticket number is needed") }
        guard !lines.isEmpty else { throw Trouble(.ticketEmpty, field: "lines") }
        guard lines.count <= Self.maximumLines else {
            throw Trouble(.fieldWrong, field: "lines", detail: "\(lines.count) lines; at most \(Self.maximumLines) are taken")
        }
        var seen: Set<LineID> = []
        var checked: [TicketLine] = []
        for (index, line) in lines.enumerated() {
            guard seen.insert(line.id).inserted else { throw Trouble(.lineRepeated, field: "lines[\(index)].id") }
            checked.append(try line.checked(at: index))
        }
        guard checked.reduce(0, { $0 + $1.list.minor }) <= Money.limit.minor else { throw Trouble(.amountWrong, field: "lines") }
        return Ticket(
            id: ticket, occurredAt: try Self.past(occurredAt ?? instant, at: instant), lines: checked, approval: approval, redeem: redeemPoints ?? .zero,
            paidFrom: payFrom,
            visitor: visitor, place: place)
    }

    private var place: Place? {
        register == nil && cashier == nil && entry == nil ? nil : Place(register: register, cashier: cashier, entry: entry)
    }

    /// What has not happened yet earns nothing. A till's clock may be a little fast: that much later counts as now.
    private static func past(_ moment: Instant, at instant: Instant) throws(Trouble) -> Instant {
        guard moment.milliseconds - instant.milliseconds <= fastClock else {
            throw Trouble(.fieldWrong, field: "occurred_at", detail: "\(moment) has not come yet; it is \(instant)")
        }
        return min(moment, instant)
    }

    private static let maximumLines = 1000
    /// Five minutes.
    private static let fastClock = 300_000
}

extension LineRequest {
    fileprivate func checked(at index: Int) throws(Trouble) -> TicketLine {
        guard (1...Self.maximumQuantity).contains(quantity) else {
            throw Trouble(.quantityWrong, field: "lines[\(index)].quantity", detail: "a quantity is 1 to \(Self.maximumQuantity)")
        }
        guard unitPrice >= .zero, cost ?? .zero >= .zero, cost ?? .zero <= Money.limit,
            let line = TicketLine(
                id: id, sku: sku ?? "", category: category ?? "", quantity: quantity, unitPrice: unitPrice, cost: cost, flags: flags ?? [])
        else {
            throw Trouble(.amountWrong, field: "lines[\(index)].unit_price", detail: "a line comes to 0 … \(Money.limit.minor) minor units")
        }
        return line
    }

    private static let maximumQuantity = 1_000_000
}
