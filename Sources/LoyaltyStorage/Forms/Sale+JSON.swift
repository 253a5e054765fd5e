public import CanonicalJSON
public import LoyaltyModel

extension Sale: JSONWritable {
    /// Writes the sale as it lies by itself, its sentences among its fields.
    public func write(to json: inout JSONText) {
        var texts = SharedTexts()
        write(to: &json, recordedAt: nil, sharing: &texts)
    }

    /// Writes the fields that say something. A sale that a record tells of has its sentences there, and its time where it is the record's.
    func write(to json: inout JSONText, recordedAt: Instant?, sharing texts: inout SharedTexts) {
        json.beginObject()
        json.field("approval", approval?.rawValue)
        if at != recordedAt { json.field("at", at) }
        if isClaimed { json.field("isClaimed", true) }
        json.name("lines")
        json.beginList()
        var terms = LineTerms()
        // By position: a line taken out of its list would be copied whole.
        for index in lines.indices {
            json.element()
            lines[index].write(to: &json, unlike: &terms, sharing: &texts)
        }
        json.endList()
        json.field("member", member?.rawValue)
        if occurredAt != at { json.field("occurredAt", occurredAt) }
        json.field("paidFrom", paidFrom?.rawValue)
        json.field("place", place)
        json.field("programme", programme.rawValue)
        if recordedAt == nil { texts.write(to: &json) }
        json.field("ticket", ticket.rawValue)
        json.field("tier", tier.rawValue)
        json.field("visitor", visitor?.rawValue)
        json.field("voidedAt", voidedAt)
        json.endObject()
    }
}

extension Place: JSONWritable {
    /// Writes the fields that are there.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("cashier", cashier)
        json.field("entry", entry?.rawValue)
        json.field("register", register)
        json.endObject()
    }
}

/// What a line leaves unsaid where it is the same in the line before it.
private struct LineTerms {
    var category: CategoryID?
    var quantity: Int?
    var rounding: SoldLine.Rounding?
}

extension SoldLine {
    /// Writes the fields that say something and are not as in `terms`, which become the line's. The marks stand in order; reductions and points are
    /// `[amount, rule, number of the sentence]`.
    fileprivate func write(to json: inout JSONText, unlike terms: inout LineTerms, sharing texts: inout SharedTexts) {
        json.beginObject()
        if !adjustments.isEmpty {
            json.name("adjustments")
            json.beginList()
            for adjustment in adjustments {
                json.element()
                json.write(adjustment.amount.minor, adjustment.rule, texts.number(of: adjustment.text))
            }
            json.endList()
        }
        if category != terms.category { json.field("category", category.rawValue) }
        if let earning {
            json.name("earning")
            json.write(earning.points.count, earning.rule, texts.number(of: earning.text))
        }
        if !flags.isEmpty { json.field("flags", flags.sorted().map(\.rawValue)) }
        json.field("id", id.rawValue)
        json.field("list", list.minor)
        json.field("net", net.minor)
        if quantity != terms.quantity { json.field("quantity", quantity) }
        if let redemption {
            json.name("redemption")
            json.write(redemption.points.count, redemption.rule, texts.number(of: redemption.text))
        }
        if returned != 0 { json.field("returned", returned) }
        if rounding != terms.rounding { json.field("rounding", rounding.rawValue) }
        if !sku.isEmpty { json.field("sku", sku) }
        json.endObject()
        terms = LineTerms(category: category, quantity: quantity, rounding: rounding)
    }
}

extension JSONText {
    fileprivate mutating func write(_ amount: Int, _ rule: RuleID, _ text: Int) {
        raw("[")
        write(amount)
        raw(",")
        write(rule.rawValue)
        raw(",")
        write(text)
        raw("]")
    }
}
