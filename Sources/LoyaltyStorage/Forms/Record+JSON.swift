public import CanonicalJSON
public import LoyaltyModel

extension Record: JSONWritable {
    /// A sale of three lines, or the deductions of a year.
    public static var room: Int { 2048 }

    /// Writes the record in the form that seals are made over since schema 7: what is repeated in it is said once.
    public func write(to json: inout JSONText) {
        var texts = SharedTexts()
        json.beginObject()
        json.field("at", at)
        if let by {
            json.name("by")
            json.write(encoding: by)
        }
        json.name("entries")
        json.beginList()
        var terms = EntryTerms(of: fact)
        // By position: an entry taken out of its list would be copied whole.
        for position in entries.indices {
            json.element()
            entries[position].write(to: &json, unlike: terms, sharing: &texts)
            terms = EntryTerms(of: entries[position])
        }
        json.endList()
        json.name("fact")
        switch fact {
        case .sold(let sale):
            json.raw(#"{"sold":"#)
            sale.write(to: &json, recordedAt: at, sharing: &texts)
            json.endObject()
        case .caughtUp(let member):
            json.raw(#"{"caughtUp":{"_0":"#)
            json.write(member.rawValue)
            json.raw("}}")
        default: json.write(encoding: fact)
        }
        json.field("number", number)
        texts.write(to: &json)
        json.endObject()
    }
}
