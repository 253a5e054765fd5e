public import CanonicalJSON
public import LoyaltyModel

extension Record: JSONReadable {
    /// Reads the record in either form: that of today, and that of its `Decodable`, in which every record was written before schema 7.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        let texts = try SharedTexts(of: fields)
        let number = try fields.integer("number")
        let fact = try Sale(toldBy: fields, sharing: texts).map { .sold($0) } ?? fields.part("fact").decoded(Fact.self)
        var terms = EntryTerms(of: fact)
        var entries: [Entry] = []
        for (position, part) in try fields.part("entries").elements().enumerated() {
            let entry = try Entry(json: part, at: EntryID(record: number, position: position), unlike: terms, sharing: texts)
            terms = EntryTerms(of: entry)
            entries.append(entry)
        }
        self.init(
            number: number, at: try fields.part("at").instant(), by: try fields.valueIfPresent(Operator.self, "by"), fact: fact, entries: entries)
    }
}

extension Sale {
    /// The sale that a record tells of; nil in a record of something else.
    fileprivate init?(toldBy record: JSONFields, sharing texts: SharedTexts) throws {
        guard let told = try record.part("fact").fields().partIfPresent("sold")?.fields() else { return nil }
        try self.init(told.partIfPresent("_0")?.fields() ?? told, recordedAt: record.part("at").instant(), sharing: texts)
    }
}

extension StoredForm {
    /// The sale that a record of a sale tells of; nil in a record of something else. Of the rest only the sentences are read.
    public static func soldSale(inRecord bytes: some Sequence<UInt8>) throws(StoreFault) -> Sale? {
        do {
            let fields = try JSON.part(in: Array(bytes)).fields()
            return try Sale(toldBy: fields, sharing: SharedTexts(of: fields))
        } catch {
            throw .failed("a stored \(Sale.self) could not be read")
        }
    }
}
