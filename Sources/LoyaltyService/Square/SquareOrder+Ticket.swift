import LoyaltyDesk
import LoyaltyModel

extension SquareOrder {
    private static let ours = "memberlane-"

    /// The order as a ticket of that number: prices before any benefit.
    ///
    /// What the rules ask beyond Square's fields stands in `metadata`: of a line `category`, `flags` (words with commas between) and `cost`; of the order
    /// `approval`, `redeem_points` and `pay_from`. A line without a category is of the one its `catalog_object_id` names.
    func ticket(_ number: TicketID, currency: Currency) throws -> TicketRequest {
        try refuseUnmapped()
        let lines = try (lineItems ?? []).enumerated().map { try $1.line(at: $0, currency: currency) }
        var ticket = TicketRequest(
            ticket: number, member: customerID.map { MemberID($0) }, lines: lines, approval: metadata?["approval"].map { RequestID($0) })
        ticket.register = locationID
        ticket.redeemPoints = try metadata?["redeem_points"].map { Points(try Self.whole($0, field: "order.metadata.redeem_points")) }
        ticket.payFrom = try metadata?["pay_from"].map { word in
            guard let source = PaymentSource(rawValue: word) else {
                throw Trouble(.fieldWrong, field: "order.metadata.pay_from", detail: "\(PaymentSource.storedValue.rawValue), or nothing")
            }
            return source
        }
        return ticket
    }

    private func refuseUnmapped() throws(Trouble) {
        if let taxes, !taxes.isEmpty { throw .notMapped("order.taxes", "prices are taken as they stand, taxes included; send none") }
        if let serviceCharges, !serviceCharges.isEmpty { throw .notMapped("order.service_charges", "send a service as a line of its own") }
        if let rewards, !rewards.isEmpty { throw .notMapped("order.rewards", "a reward is a gift handed out by its own call, not a price; send none") }
        if let discounts, discounts.contains(where: { $0.uid?.hasPrefix(Self.ours) != true }) {
            throw .notMapped("order.discounts", "discounts come from the club's table; send the shop's own price as the base price")
        }
    }

    static func whole(_ text: String, field: String) throws(Trouble) -> Int {
        guard let number = Int(text) else { throw Trouble(.fieldWrong, field: field, detail: "a whole number as text belongs there") }
        return number
    }

    /// The order as it is answered: every amount, and each discount with the row of the table that gives it.
    func priced(_ ticket: TicketAnswer, state: String, at instant: Instant, closed: Instant? = nil) -> SquareOrder {
        let money = { (amount: Money) in SquareMoney(amount, ticket.currency) }
        var order = self
        var discounts: [Discount] = []
        order.lineItems = zip(lineItems ?? [], ticket.lines).map { sent, priced in
            var line = sent
            line.uid = priced.id.rawValue
            line.appliedDiscounts = priced.adjustments.enumerated().map { index, adjustment in
                let uid = "\(Self.ours)\(priced.id)-\(index + 1)"
                discounts.append(
                    Discount(
                        uid: uid, name: adjustment.text, type: "FIXED_AMOUNT", scope: "LINE_ITEM", amountMoney: money(-adjustment.amount),
                        appliedMoney: money(-adjustment.amount), pricingRuleID: adjustment.rule.rawValue))
                return AppliedDiscount(uid: uid, discountUID: uid, appliedMoney: money(-adjustment.amount))
            }
            line.grossSalesMoney = money(priced.list)
            line.totalDiscountMoney = money(priced.list - priced.net)
            line.totalTaxMoney = money(.zero)
            line.totalMoney = money(priced.net)
            return line
        }
        order.id = ticket.ticket.rawValue
        order.discounts = discounts
        order.state = state
        order.version = closed == nil ? 1 : 2
        order.createdAt = order.createdAt ?? instant.description
        order.updatedAt = (closed ?? instant).description
        order.closedAt = closed?.description
        order.totalMoney = money(ticket.total)
        order.totalDiscountMoney = money(ticket.list - ticket.total)
        order.totalTaxMoney = money(.zero)
        order.netAmountDueMoney = money(closed == nil ? ticket.total : .zero)
        return order
    }
}

extension SquareOrder.Line {
    fileprivate func line(at index: Int, currency: Currency) throws -> LineRequest {
        let field = "order.line_items[\(index)]"
        if let modifiers, !modifiers.isEmpty { throw Trouble.notMapped("\(field).modifiers", "send what is added as a line of its own") }
        guard let basePriceMoney else {
            throw Trouble(.fieldMissing, field: "\(field).base_price_money", detail: "there is no catalogue here that knows the price; send it")
        }
        guard let count = Int(quantity) else {
            throw Trouble.notMapped("\(field).quantity", "a whole number as text belongs there; weigh and measure into a price first")
        }
        return LineRequest(
            id: LineID(uid ?? String(index + 1)), sku: catalogObjectID, category: (metadata?["category"] ?? catalogObjectID).map { CategoryID($0) },
            quantity: count, unitPrice: try basePriceMoney.amount(in: currency, field: "\(field).base_price_money"),
            cost: try metadata?["cost"].map { Money(minor: try SquareOrder.whole($0, field: "\(field).metadata.cost")) },
            flags: metadata?["flags"].map { Set($0.split(separator: ",").map { FlagID($0.trimmingPrefix(" ").description) }) })
    }
}
