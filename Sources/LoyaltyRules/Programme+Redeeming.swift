import LoyaltyModel

extension Programme {
    /// The points that pay for part of each line, in the ticket's order until all wished for are used (CL-15); nil where none are wished for.
    func redemptions(of ticket: Ticket, results: [LinePricing.Result], usable: Points) throws(Trouble) -> [Points]? {
        guard ticket.redeem != .zero else { return nil }
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
}

/// Makes sold lines of priced ones: what points pay, and what the money earns.
struct LineSelling {
    // What is the same for every line of the ticket is looked up once.
    private let currency: Currency
    private let redemption: Redemption?
    /// What money earns; nil where it earns nothing, or the membership is not paid for.
    private let rate: EarningTable.SpendRate?
    private let rule: RuleID
    private let categories: Set<CategoryID>

    init(_ programme: Programme, isActive: Bool) {
        currency = programme.currency
        redemption = programme.redemption
        let spend = programme.earning.spend
        rate = isActive ? spend?.rate.value : nil
        rule = spend?.rule ?? ""
        categories = spend?.categories ?? []
    }

    /// The line as it is sold: what points pay stands as a row of its own, and earns nothing unless the table says so (A-CL-4).
    func soldLine(_ line: TicketLine, _ priced: LinePricing.Result, redemption points: Points) -> SoldLine {
        guard points != .zero, let redemption, let value = redemption.value.value, let amount = value.times(points.count) else {
            return SoldLine(line, priced, earning: earning(of: line, paid: priced.price(of: line)), redemption: nil)
        }
        var result = priced
        let text = Phrase(.pointsPay, ["amount": .money(amount, currency), "points": .points(points), "value": .money(value, currency)])
        result.adjustments.append(Adjustment(rule: redemption.rule, amount: -amount, text: text))
        let paid = redemption.earnsOnRedeemedPart ? priced.price(of: line) : result.price(of: line)
        return SoldLine(
            line, result, earning: earning(of: line, paid: paid), redemption: Earning(rule: redemption.rule, points: points, text: text))
    }

    private func earning(of line: TicketLine, paid: Money) -> Earning? {
        guard let rate, categories.isEmpty || categories.contains(line.category) else { return nil }
        let points = rate.points(for: paid)
        guard points != .zero else { return nil }
        return Earning(rule: rule, points: points, text: .pointsForSpend(points, for: paid, step: rate.points, per: rate.per, in: currency))
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
