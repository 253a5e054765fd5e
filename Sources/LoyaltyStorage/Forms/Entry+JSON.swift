public import CanonicalJSON
public import LoyaltyModel

extension Entry: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("corrects", corrects?.rawValue)
        json.field("effective", effective.description)
        json.field("id", id.rawValue)
        json.field("key", key.rawValue)
        json.field("member", member.rawValue)
        json.field("postings", postings)
        json.field("programme", programme.rawValue)
        json.field("rule", rule.rawValue)
        json.field("text", text)
        json.field("ticket", ticket?.rawValue)
        json.endObject()
    }
}

extension Posting: JSONWritable {
    /// Writes both fields.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("account", account)
        json.field("amount", amount)
        json.endObject()
    }
}

extension Account: JSONWritable {
    /// Writes which account, and whose where it is a member's.
    public func write(to json: inout JSONText) {
        json.beginObject()
        switch self {
        case .memberPoints(let member):
            json.name("memberPoints")
            json.write(text: member.rawValue)
        case .issuedPoints: json.writeBare("issuedPoints")
        case .redeemedPoints: json.writeBare("redeemedPoints")
        case .lapsedPoints: json.writeBare("lapsedPoints")
        case .storedValue(let member):
            json.name("storedValue")
            json.write(text: member.rawValue)
        case .depositsReceived: json.writeBare("depositsReceived")
        case .depositsSpent: json.writeBare("depositsSpent")
        }
        json.endObject()
    }
}

extension JSONText {
    /// An enumeration's case that holds nothing.
    fileprivate mutating func writeBare(_ name: StaticString) {
        self.name(name)
        beginObject()
        endObject()
    }
}
