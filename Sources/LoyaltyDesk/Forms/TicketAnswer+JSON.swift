public import CanonicalJSON
import LoyaltyModel
import LoyaltyStorage

extension TicketAnswer: JSONWritable {
    /// A ticket of three lines.
    public static var room: Int { 2560 }

    /// Writes the fields that are there.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("currency", currency)
        json.field("earned", earned.count)
        json.field("entries", entries)
        json.field("lines", lines)
        json.field("list", list.minor)
        json.field("member", member?.rawValue)
        json.field("needs_approval", needsApproval)
        json.field("notes", notes)
        json.field("points", points?.count)
        json.field("receipt", receipt)
        json.field("redeem_options", redeemOptions)
        json.field("say_after", sayAfter)
        json.field("say_before", sayBefore)
        json.field("table", table.rawValue)
        json.field("tasks", tasks)
        json.field("ticket", ticket.rawValue)
        json.field("tier", tier?.rawValue)
        json.field("tier_change", tierChange)
        json.field("tier_name", tierName)
        json.field("total", total.minor)
        json.field("waiting", waiting?.count)
        json.endObject()
    }
}

extension LineAnswer: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("adjustments", adjustments)
        json.field("id", id.rawValue)
        json.field("list", list.minor)
        json.field("net", net.minor)
        json.field("notes", notes)
        json.field("quantity", quantity)
        json.endObject()
    }
}

extension AdjustmentAnswer: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("amount", amount.minor)
        json.field("rule", rule.rawValue)
        json.field("text", text)
        json.endObject()
    }
}

extension NoteAnswer: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("rule", rule.rawValue)
        json.field("text", text)
        json.endObject()
    }
}

extension NeededApprovalAnswer: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("amount", amount.minor)
        json.field("benefit", benefit.rawValue)
        json.field("rule", rule.rawValue)
        json.endObject()
    }
}

extension RedeemOption: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("amount", amount.minor)
        json.field("points", points.count)
        json.endObject()
    }
}
