import LoyaltyModel

extension Programme {
    /// The points that pay for part of each line, in the ticket's order until all wished for are used (CL-15).
    func redemptions(of ticket: Ticket, results: [LinePricing.Result], usable: Points) throws(Trouble) -> [Points] {
        guard ticket.redeem != .zero else { return ticket.lines.map { _ in .zero } }
        guard let redemption, redemption.value.value != nil else { throw Trouble(.pointsCannotPay, field: "redeem_points") }
        guard ticket.redeem > .zero else { throw Trouble(.fieldWrong, field: "redeem_points", detail: "points to pay with are 0 or more") }
        guard ticket.redeem <= usable else { throw Trouble(.pointsShort, ["usable": .points(usable)], field: "redeem_points") }
        var left = ticket.redeem
        let taken = zip(ticket.lines, results).map { line, result in
            let here = min(left, redemption.most(on: line, paid: result.price(of: line)))
            left = left - here
            return here
        }
        guard left == .zero else { throw Trouble(.redeemTooMuch, ["most": .points(ticket.redeem - left)], field: "redeem_points") }
        return taken
    }

    /// The most that points may pay for; nil where they pay for nothing.
    func redeemable(_ ticket: Ticket, results: [LinePricing.Result], usable: Points) -> Redeemable? {
        guard let redemption, let value = redemption.value.value else { return nil }
        let room = zip(ticket.lines, results).reduce(Points.zero) { $0 + redemption.most(on: $1.0, paid: $1.1.price(of: $1.0)) }
        let points = min(usable, room)
        guard points > .zero, let amount = value.times(points.count) else { return nil }
        return Redeemable(points: points, amount: amount)
    }

    /// The line as it is sold: what points pay stands as a row of its own, and earns nothing unless the table says so (A-CL-4).
    func soldLine(_ line: TicketLine, _ priced: LinePricing.Result, redemption points: Points, isActive: Bool) -> SoldLine {
        var result = priced
        let price = priced.price(of: line)
        var spent: Earning?
        if points != .zero, let redemption, let value = redemption.value.value, let amount = value.times(points.count) {
            let text = Phrase(.pointsPay, ["points": .points(points), "value": .money(value, currency), "amount": .money(amount, currency)])
            result.adjustments.append(Adjustment(rule: redemption.rule, amount: -amount, text: text))
            spent = Earning(rule: redemption.rule, points: points, text: text)
        }
        let paid = redemption?.earnsOnRedeemedPart == true ? price : result.price(of: line)
        return SoldLine(line, result, earning: isActive ? earning(of: line, paid: paid) : nil, redemption: spent)
    }
}

extension Redemption {
    /// The whole points that a line can take.
    fileprivate func most(on line: TicketLine, paid: Money) -> Points {
        guard let value = value.value, value > .zero, categories.isEmpty || categories.contains(line.category) else { return .zero }
        return Points(max(0, paid.minor / value.minor))
    }
}

extension LinePricing.Result {
    /// What is paid for the line.
    func price(of line: TicketLine) -> Money { adjustments.reduce(line.list) { $0 + $1.amount } }
}
