public import CanonicalJSON
public import LoyaltyModel

extension Phrase: JSONReadable {
    /// Reads the sentence's key and what stands in its gaps.
    public init(json: JSONPart) throws {
        let fields = try json.fields()
        let name = try fields.part("key")
        guard let key = PhraseKey(rawValue: try name.text()) else { throw name.fault("there is no such sentence") }
        self.init(key, try PhraseValues(sorted: fields.part("values").fields().named().map { ($0.name, try PhraseValue(json: $0.part)) }))
    }
}

extension PhraseValue: JSONReadable {
    /// Reads the kind of value with what it holds.
    public init(json: JSONPart) throws {
        guard let (kind, part) = try json.fields().named().first else { throw json.fault("a value has a kind") }
        let held = try part.fields()
        switch kind {
        case "points": self = .points(Points(try held.integer("_0")))
        case "money":
            let currency = try held.part("_1").fields()
            self = .money(
                Money(minor: try held.integer("_0")), Currency(code: try currency.text("code"), minorDigits: try currency.integer("minor_digits")))
        case "count": self = .count(try held.integer("_0"))
        case "reduction": self = .reduction(OffRate(millionths: try held.integer("_0")))
        case "payment": self = .payment(PayRate(millionths: try held.integer("_0")))
        case "words": self = .words(try held.part("_0").value(Wording.self))
        case "name": self = .name(try held.text("_0"))
        case "day":
            guard let day = Day(try held.text("_0")) else { throw part.fault("a day is an ISO date that exists") }
            self = .day(day)
        default: throw json.fault("there is no such kind of value")
        }
    }
}
