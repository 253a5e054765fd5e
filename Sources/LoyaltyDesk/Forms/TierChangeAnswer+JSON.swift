public import CanonicalJSON
import LoyaltyModel
import LoyaltyStorage

extension TierChangeAnswer: JSONWritable {
    /// Writes the fields that are there.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("from", from.rawValue)
        json.field("reason", reason)
        json.field("steps", steps)
        json.field("to", to.rawValue)
        json.endObject()
    }
}

extension TierChangeAnswer.Step: JSONWritable {
    /// Writes both fields.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("rule", rule.rawValue)
        json.field("tier", tier.rawValue)
        json.endObject()
    }
}

extension TaskAnswer: JSONWritable {
    /// Writes the fields that are there.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("kind", kind.rawValue)
        json.field("subject", subject)
        json.field("text", text)
        json.endObject()
    }
}

extension EntryAnswer: JSONWritable {
    /// Writes the fields that are there.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("amount", amount?.minor)
        json.field("corrects", corrects?.rawValue)
        json.field("effective", effective)
        json.field("id", id.rawValue)
        json.field("kind", kind.rawValue)
        json.field("member", member.rawValue)
        json.field("points", points.count)
        json.field("rule", rule.rawValue)
        json.field("table", table.rawValue)
        json.field("text", text)
        json.field("ticket", ticket?.rawValue)
        json.endObject()
    }
}
