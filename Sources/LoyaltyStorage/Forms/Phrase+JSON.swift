public import CanonicalJSON
public import LoyaltyModel

extension Phrase: JSONWritable {
    /// Writes the sentence's key and what stands in its gaps.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("key", key.rawValue)
        json.name("values")
        json.beginObject()
        for gap in values.gaps {
            json.name(gap.name)
            gap.value.write(to: &json)
        }
        json.endObject()
        json.endObject()
    }
}

extension PhraseValue: JSONWritable {
    /// Writes the kind of value with what it holds.
    public func write(to json: inout JSONText) {
        json.beginObject()
        switch self {
        case .points(let points):
            json.name("points")
            json.write(whole: points.count)
        case .money(let amount, let currency):
            json.name("money")
            json.beginObject()
            json.field("_0", amount.minor)
            json.field("_1", currency)
            json.endObject()
        case .count(let count):
            json.name("count")
            json.write(whole: count)
        case .day(let day):
            json.name("day")
            json.write(text: day.description)
        case .reduction(let rate):
            json.name("reduction")
            json.write(whole: rate.millionths)
        case .payment(let rate):
            json.name("payment")
            json.write(whole: rate.millionths)
        case .words(let wording):
            json.name("words")
            json.beginObject()
            json.field("_0", wording)
            json.endObject()
        case .name(let name):
            json.name("name")
            json.write(text: name)
        }
        json.endObject()
    }
}

extension Currency: JSONWritable {
    /// Writes the code and its decimals.
    public func write(to json: inout JSONText) {
        json.beginObject()
        json.field("code", code)
        json.field("minor_digits", minorDigits)
        json.endObject()
    }
}

extension Wording: JSONWritable {
    /// Writes the words by language.
    public func write(to json: inout JSONText) {
        json.beginObject()
        for (language, words) in texts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            json.name(language)
            json.write(words)
        }
        json.endObject()
    }
}

extension JSONText {
    /// What an enumeration's case with one number holds.
    fileprivate mutating func write(whole number: Int) {
        beginObject()
        field("_0", number)
        endObject()
    }

    /// What an enumeration's case with one text holds.
    mutating func write(text: String) {
        beginObject()
        field("_0", text)
        endObject()
    }
}
