public import CanonicalJSON
public import LoyaltyModel

extension Record: JSONWritable {
    /// A sale of three lines, or the deductions of a year.
    public static var room: Int { 5120 }

    /// Writes every field; by hand the facts that there are most of.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("at", at)
        if let by {
            json.name("by")
            json.write(encoding: by)
        }
        json.field("entries", entries)
        json.name("fact")
        switch fact {
        case .sold(let sale):
            json.beginObject()
            json.name("sold")
            json.beginObject()
            json.field("_0", sale)
            json.endObject()
            json.endObject()
        case .caughtUp(let member):
            json.beginObject()
            json.name("caughtUp")
            json.write(text: member.rawValue)
            json.endObject()
        default: json.write(encoding: fact)
        }
        json.field("number", number)
        json.endObject()
    }
}
