public import CanonicalJSON
public import LoyaltyModel

extension Entry: JSONWritable {
    /// Writes every field.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("corrects", corrects?.rawValue)
        json.field("effective", effective)
        json.raw(#","id":"#)
        json.write(id.rawValue)
        json.raw(#","key":"#)
        json.write(key.rawValue)
        json.raw(#","member":"#)
        json.write(member.rawValue)
        json.raw(#","postings":"#)
        json.write(postings)
        json.raw(#","programme":"#)
        json.write(programme.rawValue)
        json.raw(#","rule":"#)
        json.write(rule.rawValue)
        json.raw(#","text":"#)
        text.write(to: &json)
        json.field("ticket", ticket?.rawValue)
        json.endObject()
    }
}

extension Posting: JSONWritable {
    /// Writes both fields.
    public func write(to json: inout JSONText) {
        json.raw(#"{"account":"#)
        account.write(to: &json)
        json.raw(#","amount":"#)
        json.write(amount)
        json.raw("}")
    }
}

extension Account: JSONWritable {
    /// Writes which account, and whose where it is a member's.
    public func write(to json: inout JSONText) {
        switch self {
        case .memberPoints(let member): json.write(#"{"memberPoints":{"_0":"#, member, "}}")
        case .issuedPoints: json.raw(#"{"issuedPoints":{}}"#)
        case .redeemedPoints: json.raw(#"{"redeemedPoints":{}}"#)
        case .lapsedPoints: json.raw(#"{"lapsedPoints":{}}"#)
        case .storedValue(let member): json.write(#"{"storedValue":{"_0":"#, member, "}}")
        case .depositsReceived: json.raw(#"{"depositsReceived":{}}"#)
        case .depositsSpent: json.raw(#"{"depositsSpent":{}}"#)
        }
    }
}

extension JSONText {
    /// A name between what stands before and behind it.
    fileprivate mutating func write(_ before: StaticString, _ name: some TextIdentifier, _ after: StaticString) {
        raw(before)
        write(name.rawValue)
        raw(after)
    }
}
