internal import CanonicalJSON
internal import LoyaltyModel

extension Phrase {
    /// Writes `{sentence: {gap: value}}`, of the gaps those that are not as in the last sentence of the same name, `before`; null for one that only that
    /// one has.
    func write(to json: inout JSONText, after before: Phrase?, currency: inout Currency?) {
        json.beginObject()
        json.name(key.rawValue)
        json.beginObject()
        forEachGap(unlike: before) { name, value in
            json.name(name)
            if let value { value.write(to: &json, currency: &currency) } else { json.writeNull() }
        }
        json.endObject()
        json.endObject()
    }
}

extension PhraseValue {
    /// Writes `{kind: value}`: `{"points": 9}`, `{"count": 3}`, `{"day": "2017-01-01"}`, rates in millionths as `{"reduction": 20000}` and
    /// `{"payment": 950000}`, `{"words": {language: words}}`, `{"name": "A. B."}`, `{"money": [minor units, code, decimals]}`; an amount in the currency
    /// of the last one before it is a bare number.
    fileprivate func write(to json: inout JSONText, currency: inout Currency?) {
        switch self {
        case .money(let amount, let own) where own == currency: return json.write(amount.minor)
        case .points(let points):
            json.raw(#"{"points":"#)
            json.write(points.count)
        case .money(let amount, let own):
            json.raw(#"{"money":["#)
            json.write(amount.minor)
            json.raw(",")
            json.write(own.code)
            json.raw(",")
            json.write(own.minorDigits)
            json.endList()
            currency = own
        case .count(let count):
            json.raw(#"{"count":"#)
            json.write(count)
        case .day(let day):
            json.raw(#"{"day":"#)
            json.write(day)
        case .reduction(let rate):
            json.raw(#"{"reduction":"#)
            json.write(rate.millionths)
        case .payment(let rate):
            json.raw(#"{"payment":"#)
            json.write(rate.millionths)
        case .words(let wording):
            json.raw(#"{"words":"#)
            wording.write(to: &json)
        case .name(let name):
            json.raw(#"{"name":"#)
            json.write(name)
        }
        json.endObject()
    }
}

extension Wording {
    /// Writes the words by language.
    fileprivate func write(to json: inout JSONText) {
        json.beginObject()
        for text in sorted {
            json.name(text.language)
            json.write(text.words)
        }
        json.endObject()
    }
}
