public import CanonicalJSON
public import LoyaltyModel

extension Sale: JSONWritable {
    /// Writes the fields that are there.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("approval", approval?.rawValue)
        json.field("at", at)
        json.field("isClaimed", isClaimed)
        json.field("lines", lines)
        json.field("member", member?.rawValue)
        json.field("occurredAt", occurredAt)
        json.field("paidFrom", paidFrom?.rawValue)
        json.field("place", place)
        json.field("programme", programme.rawValue)
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

extension SoldLine: JSONWritable {
    /// Writes every field; the marks in order.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("adjustments", adjustments)
        json.field("category", category.rawValue)
        json.field("earning", earning)
        json.field("flags", flags.sorted().map(\.rawValue))
        json.field("id", id.rawValue)
        json.field("list", list.minor)
        json.field("net", net.minor)
        json.field("quantity", quantity)
        json.field("redemption", redemption)
        json.field("returned", returned)
        json.field("rounding", rounding.rawValue)
        json.field("sku", sku)
        json.endObject()
    }
}

extension Adjustment: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.raw(#"{"amount":"#)
        json.write(amount.minor)
        json.raw(#","rule":"#)
        json.write(rule.rawValue)
        json.raw(#","text":"#)
        text.write(to: &json)
        json.raw("}")
    }
}

extension Earning: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.raw(#"{"points":"#)
        json.write(points.count)
        json.raw(#","rule":"#)
        json.write(rule.rawValue)
        json.raw(#","text":"#)
        text.write(to: &json)
        json.raw("}")
    }
}
