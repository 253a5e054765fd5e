internal import CanonicalJSON
internal import LoyaltyModel

/// The sentences of a record, or of a sale that lies by itself: each is written once, in the list `texts`, and wherever it belongs stands its number in
/// that list.
struct SharedTexts {
    private var phrases: [Phrase] = []
    /// Where the sentence may stand that comes next: what is repeated, as an entry's sentence is in its line, comes in the order in which it came first.
    private var expected = 0

    /// None yet.
    init() {}

    /// The sentences of a record or sale; none where it has no list of them.
    init(of json: JSONFields) throws {
        guard let list = try json.partIfPresent("texts")?.elements() else { return }
        var currency: Currency?
        for part in list { phrases.append(try Phrase(json: part, after: phrases, currency: &currency)) }
    }

    /// The number of a sentence; of one that is repeated out of order there may be two.
    mutating func number(of phrase: Phrase) -> Int {
        if expected < phrases.count, phrases[expected] == phrase {
            expected += 1
            return expected - 1
        }
        phrases.append(phrase)
        return phrases.count - 1
    }

    /// The sentence whose number stands there. Before schema 7 the sentence itself stood there.
    func phrase(_ json: JSONPart) throws -> Phrase {
        if json.isObject { return try Phrase(beforeSchemaSeven: json.fields()) }
        let number = try json.integer()
        guard phrases.indices.contains(number) else { throw json.fault("there is no sentence of that number") }
        return phrases[number]
    }

    /// The number of the last sentence of the same name before that one.
    private func before(_ number: Int) -> Int? {
        // By number: a sentence taken out of the list would be copied.
        for earlier in (0..<number).reversed() where phrases[earlier].key == phrases[number].key { return earlier }
        return nil
    }

    /// Writes the list, if there are any.
    func write(to json: inout JSONText) {
        guard !phrases.isEmpty else { return }
        json.name("texts")
        json.beginList()
        var currency: Currency?
        for number in phrases.indices {
            json.element()
            phrases[number].write(to: &json, after: before(number).map { phrases[$0] }, currency: &currency)
        }
        json.endList()
    }
}
