public import CanonicalJSON
public import LoyaltyModel

extension Phrase: JSONWritable {
    /// Writes the sentence's key and what stands in its gaps.
    public func write(to json: inout JSONText) {
        json.raw(#"{"key":"#)
        json.write(key.rawValue)
        json.raw(#","values":{"#)
        forEachGap { name, value in
            json.name(name)
            value.write(to: &json)
        }
        json.raw("}}")
    }
}

extension PhraseValue: JSONWritable {
    /// Writes the kind of value with what it holds.
    public func write(to json: inout JSONText) {
        switch self {
        case .points(let points): json.write(#"{"points":{"_0":"#, points.count)
        case .money(let amount, let currency):
            json.raw(#"{"money":{"_0":"#)
            json.write(amount.minor)
            json.raw(#","_1":"#)
            currency.write(to: &json)
            json.raw("}}")
        case .count(let count): json.write(#"{"count":{"_0":"#, count)
        case .day(let day):
            json.raw(#"{"day":{"_0":"#)
            json.write(day)
            json.raw("}}")
        case .reduction(let rate): json.write(#"{"reduction":{"_0":"#, rate.millionths)
        case .payment(let rate): json.write(#"{"payment":{"_0":"#, rate.millionths)
        case .words(let wording):
            json.raw(#"{"words":{"_0":"#)
            wording.write(to: &json)
            json.raw("}}")
        case .name(let name): json.write(#"{"name":{"_0":"#, name)
        }
    }
}

extension Currency: JSONWritable {
    /// Writes the code and its decimals.
    public func write(to json: inout JSONText) {
        json.raw(#"{"code":"#)
        json.write(code)
        json.raw(#","minor_digits":"#)
        json.write(minorDigits)
        json.raw("}")
    }
}

extension Wording: JSONWritable {
    /// Writes the words by language.
    public func write(to json: inout JSONText) {
        json.beginObject()
        for text in sorted {
            json.name(text.language)
            json.write(text.words)
        }
        json.endObject()
    }
}

extension JSONText {
    /// A case with the one number it holds, after what stands before it.
    fileprivate mutating func write(_ before: StaticString, _ number: Int) {
        raw(before)
        write(number)
        raw("}}")
    }

    /// A case with the one text it holds, after what stands before it.
    fileprivate mutating func write(_ before: StaticString, _ text: String) {
        raw(before)
        write(text)
        raw("}}")
    }

    /// What an enumeration's case with one text holds.
    mutating func write(text: String) {
        raw(#"{"_0":"#)
        write(text)
        raw("}")
    }
}
