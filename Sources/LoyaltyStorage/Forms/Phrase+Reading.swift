internal import CanonicalJSON
internal import LoyaltyModel

extension Phrase {
    /// Reads a sentence of the list in which all `earlier` ones stand before it.
    init(json: JSONPart, after earlier: [Phrase], currency: inout Currency?) throws {
        guard let (name, gaps) = try json.fields().named().first else { throw json.fault("a sentence has a name") }
        let key = try PhraseKey(named: name, json)
        var values = earlier.last { $0.key == key }?.values ?? [:]
        for (gap, part) in try gaps.fields().named() { values[gap] = part.isNull ? nil : try PhraseValue(json: part, currency: &currency) }
        self.init(key, values)
    }

    /// Reads a sentence as it stood in every place before schema 7: `{"key": sentence, "values": {gap: {kind: {"_0": value}}}}`.
    init(beforeSchemaSeven json: JSONFields) throws {
        let name = try json.part("key")
        let gaps = try json.part("values").fields().named()
        self.init(
            try PhraseKey(named: name.text(), name), PhraseValues(sorted: try gaps.map { ($0.name, try PhraseValue(beforeSchemaSeven: $0.part)) }))
    }
}

extension PhraseKey {
    fileprivate init(named name: String, _ json: JSONPart) throws {
        guard let key = PhraseKey(rawValue: name) else { throw json.fault("there is no such sentence") }
        self = key
    }
}

extension PhraseValue {
    fileprivate init(json: JSONPart, currency: inout Currency?) throws {
        guard json.isObject else {
            guard let currency else { throw json.fault("an amount has a currency") }
            self = .money(Money(minor: try json.integer()), currency)
            return
        }
        guard let (kind, part) = try json.fields().named().first else { throw json.fault("a value has a kind") }
        guard kind == "money" else {
            self = try PhraseValue(kind, part)
            return
        }
        let parts = try part.elements()
        guard parts.count == 3 else { throw part.fault("money is an amount, a code and its decimals") }
        let own = Currency(code: try parts[1].text(), minorDigits: try parts[2].integer())
        currency = own
        self = .money(Money(minor: try parts[0].integer()), own)
    }

    fileprivate init(beforeSchemaSeven json: JSONPart) throws {
        guard let (kind, part) = try json.fields().named().first else { throw json.fault("a value has a kind") }
        let held = try part.fields()
        guard kind == "money" else {
            self = try PhraseValue(kind, held.part("_0"))
            return
        }
        let currency = try held.part("_1").fields()
        self = .money(Money(minor: try held.integer("_0")), Currency(code: try currency.text("code"), minorDigits: try currency.integer("minor_digits")))
    }

    /// A value of any kind but money.
    private init(_ kind: String, _ part: JSONPart) throws {
        switch kind {
        case "points": self = .points(Points(try part.integer()))
        case "count": self = .count(try part.integer())
        case "reduction": self = .reduction(OffRate(millionths: try part.integer()))
        case "payment": self = .payment(PayRate(millionths: try part.integer()))
        case "words": self = .words(try part.value(Wording.self))
        case "name": self = .name(try part.text())
        case "day":
            guard let day = Day(try part.text()) else { throw part.fault("a day is an ISO date that exists") }
            self = .day(day)
        default: throw part.fault("there is no such kind of value")
        }
    }
}
