import Foundation
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

/// Foundation's encoder with sorted keys and plain slashes is the reference.
struct CanonicalFormTests {
    @Test func `what the model stores has the bytes of the reference`() throws {
        let sale = Samples.sale("T/1", of: "m1", approval: "r1")
        let member = Samples.member("m1", phone: "+981", tickets: ["T0", "T1"])
        let entries = [Samples.entry(1, of: "m1"), Samples.entry(1, 1, of: "سپهر", corrects: "1.0")]
        try hold(sale)
        try hold(member)
        try hold(try Samples.card("900100", of: "m1"))
        try hold(try Samples.job("j1", of: "m1"))
        try hold(BenefitRequest(id: "r1", member: "m1", benefit: "b", at: Samples.instant()))
        let facts: [Fact] = [
            .enrolled("m1", member.enrolment), .profileCompleted("m1"), .sold(sale), .returned("T1", lines: [ReturnedQuantity(id: "1", quantity: 1)]),
            .voided("T1"), .benefitDecided("r1", approved: true, by: nil), .programmePublished("club"),
        ]
        for fact in facts { try hold(Record(number: 1, at: Samples.instant(1), by: Samples.cashier, fact: fact, entries: entries)) }
    }

    @Test func `a record of what nobody did has the bytes it had before records named anybody`() throws {
        let record = Record(number: 1, at: Samples.instant(1), fact: .voided("T1"), entries: [])
        let text = String(decoding: try StoredForm.bytes(of: record), as: UTF8.self)
        #expect(text == #"{"at":"2017-01-01T00:01:00Z","entries":[],"fact":{"voided":{"_0":"T1"}},"number":1}"#)
    }

    @Test func `a sale and an entry with every field have the bytes of the reference`() throws {
        let text = Phrase(.pointsForSpend, ["z": .count(1), "a": .name("A. B.")])
        let earning = Earning(rule: "KM-11", points: Points(60), text: text)
        var line = SoldLine(
            id: "1", sku: "s", category: "c", flags: ["direct"], quantity: 3, list: Money(minor: 900),
            adjustments: [Adjustment(rule: "KM-14", amount: Money(minor: -9), text: text)], rounding: .price, earning: earning, redemption: earning)
        line.returned = 3
        var sale = Sale(
            ticket: "T1", member: "m1", at: Samples.instant(), occurredAt: Samples.instant(1), programme: Samples.programme, tier: "gold", lines: [line],
            approval: "r1", paidFrom: .storedValue, visitor: "v1", place: Place(register: "2", cashier: "E. F.", entry: .keyed))
        sale.voidedAt = Samples.instant(2)
        #expect(hasNoGap(sale))
        try hold(sale)
        let accounts: [Account] = [
            .memberPoints("m1"), .issuedPoints, .redeemedPoints, .lapsedPoints, .storedValue("m1"), .depositsReceived, .depositsSpent,
        ]
        let entry = Entry(
            id: "3.0", member: "m1", key: "unit T1/1/0", rule: "KM-06", programme: Samples.programme, effective: Samples.instant(), ticket: "T1",
            corrects: "2.0", text: text, postings: accounts.map { Posting(account: $0, amount: -7) })
        #expect(hasNoGap(entry))
        try hold(entry)
    }

    /// Every stored field of the value and of all that is in it is there (of lists, in the first element), so that a field added later is not forgotten.
    private func hasNoGap(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional, .collection, .set, .dictionary: return mirror.children.first.map { hasNoGap($0.value) } ?? false
        default: return mirror.children.allSatisfy { hasNoGap($0.value) }
        }
    }

    @Test func `every kind of phrase value has the bytes of the reference`() throws {
        let values: [PhraseValue] = [
            .points(Points(-3)), .money(Money(minor: 499), Currency(code: "CNY", minorDigits: 2)), .count(.max), .day(Day(serial: 17_000)),
            .reduction(OffRate(millionths: 20_000)), .payment(.full), .words(Wording(["fa": "طلایی", "en": "golden", "zh": "金卡"])), .name("A \"B\" \\ C"),
        ]
        try hold(values)
        try hold(Phrase(.sayEarned, PhraseValues(Dictionary(uniqueKeysWithValues: values.enumerated().map { ("v\($0)", $1) }))))
    }

    @Test func `every character is written as the reference writes it`() throws {
        for scalar in (0...0x2100).compactMap({ Unicode.Scalar($0 as UInt32) }) + ["\u{1F600}", "\u{10FFFF}", "\u{FEFF}", "\u{FFFF}"] {
            try hold("a\(Character(scalar))b")
        }
    }

    @Test func `every shape has the bytes of the reference`() throws {
        try hold([Int]())
        try hold([String: Int]())
        try hold(["b": ["y": 1, "x": Int.min], "a": [:], "é": ["": 0], "B": ["z": 1]])
        try hold([[1, 2], [], [Int8.min, -1].map(Int.init)])
        try hold([UInt64.max, 0])
        try hold([true, false])
        try hold([Int?.none, 3])
        try hold(Shapes(nothing: nil, maybe: 5, list: [nil, "x"], choice: .both(1, named: "n")))
        try hold(Shapes(nothing: "s", maybe: nil, list: [], choice: .none))
    }

    @Test func `a floating-point number is refused`() {
        #expect(throws: StoreFault.self) { try StoredForm.bytes(of: [1.5]) }
        #expect(throws: StoreFault.self) { try StoredForm.bytes(of: ["a": Float(2)]) }
        #expect(throws: StoreFault.self) { try StoredForm.bytes(of: 1.0) }
    }

    @Test func `what was written is read back the same`() throws {
        let sale = Samples.sale("T\u{0}\u{1f}\"\\/\u{2028}", of: "m1")
        #expect(try StoredForm.value(Sale.self, in: try StoredForm.bytes(of: sale)) == sale)
    }

    /// What reads itself by hand reads what `Decodable` reads, on its own and out of a record.
    private func holdReading(_ sale: Sale, _ bytes: [UInt8]) throws {
        #expect(try StoredForm.value(Sale.self, in: bytes) == JSONDecoder().decode(Sale.self, from: Data(bytes)))
        let record = Record(number: 1, at: Samples.instant(), fact: .sold(sale), entries: [])
        #expect(try StoredForm.soldSale(inRecord: StoredForm.bytes(of: record)) == sale)
        let other = Record(number: 1, at: Samples.instant(), fact: .voided("T1"), entries: [])
        #expect(try StoredForm.soldSale(inRecord: StoredForm.bytes(of: other)) == nil)
    }

    private func hold(_ value: some Encodable & Sendable) throws {
        let reference = JSONEncoder()
        reference.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try StoredForm.bytes(of: value)
        let expected = try reference.encode(value)
        if let sale = value as? Sale { try holdReading(sale, bytes) }
        #expect(bytes == Array(expected), "\(String(decoding: bytes, as: UTF8.self)) is not \(String(decoding: expected, as: UTF8.self))")
    }
}

private struct Shapes: Encodable, Sendable {
    enum Choice: Encodable {
        case none
        case both(Int, named: String)
    }

    let nothing: String?
    let maybe: Int?
    let list: [String?]
    let choice: Choice
}
