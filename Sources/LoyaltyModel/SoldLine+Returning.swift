extension SoldLine {
    /// What goes back when the units returned grow from `returned` to `total`: amounts are those of the sale × k/q, cumulative, so that any split
    /// of returns comes to the same and the last unit takes the rest (RULES 10.11).
    public func mirror(upTo total: Int) -> ReturnedLine {
        let list = share(of: self.list, from: returned, to: total)
        var amounts: [Money]
        switch rounding {
        case .reduction:
            amounts = adjustments.map { share(of: $0.amount, from: returned, to: total) }
        case .price:
            amounts = adjustments.dropLast().map { share(of: $0.amount, from: returned, to: total) }
            if !adjustments.isEmpty {
                let net = share(of: self.net, from: returned, to: total)
                amounts.append(net - list - amounts.reduce(.zero, +))
            }
        }
        let mirrored = zip(adjustments, amounts).map { Adjustment(rule: $0.rule, amount: -$1, text: $0.text) }
        return ReturnedLine(id: id, quantity: total - returned, list: -list, adjustments: mirrored)
    }

    /// The points that still stand after the units returned so far.
    public var standingPoints: Points { standing(earning) }

    /// The points spent on it that still stand after the units returned so far.
    public var standingRedemption: Points { standing(redemption) }

    /// What is paid for the units that have not come back.
    public var standingNet: Money { net + (returned == 0 ? .zero : mirroredNet(upTo: returned)) }

    private func standing(_ points: Earning?) -> Points {
        guard let points = points?.points else { return .zero }
        return points - points.share(returned, of: quantity)
    }

    /// What goes back for the first `total` units, negative.
    private func mirroredNet(upTo total: Int) -> Money {
        var whole = self
        whole.returned = 0
        return whole.mirror(upTo: total).net
    }

    private func share(of amount: Money, from before: Int, to after: Int) -> Money {
        amount.share(after, of: quantity) - amount.share(before, of: quantity)
    }
}

/// What goes back of a line; all amounts have the opposite sign of the sale's.
public struct ReturnedLine: Sendable, Hashable, Codable {
    /// The till's number of the line.
    public let id: LineID
    /// How many units come back.
    public let quantity: Int
    /// The list price of those units, negative.
    public let list: Money
    /// The sale's reductions given back, positive.
    public let adjustments: [Adjustment]

    /// What the customer gets back, negative.
    public var net: Money { adjustments.reduce(list) { $0 + $1.amount } }
}
