import CanonicalJSON
import Foundation
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

/// Records and sales lie in a form of their own, in which what is repeated is said once. Seals are made over it, so that it never changes; nor does what
/// an earlier form said.
struct RecordFormTests {
    @Test func `a record says once what its entries and lines repeat`() throws {
        #expect(
            try text(of: Self.sold(number: 53))
                == #"{"at":"2017-01-01T00:00:00Z","entries":["#
                + #"{"key":"spend T1/1","postings":[["memberPoints",9],["issuedPoints",-9]],"rule":"SH-10","text":0},"#
                + #"{"amounts":[18,-18],"key":"spend T1/2","text":1}],"#
                + #""fact":{"sold":{"lines":["#
                + #"{"adjustments":[[-495,"SH-08",2]],"category":"shoes","earning":[9,"SH-10",0],"id":"1","list":9900,"net":9405,"quantity":1,"rounding":"price"},"#
                + #"{"adjustments":[[-990,"SH-08",3]],"earning":[18,"SH-10",1],"id":"2","list":19800,"net":18810}],"#
                + #""member":"m1","programme":"club 2017-01-01 00000000","ticket":"T1","tier":"ordinary"}},"number":53,"#
                + #""texts":[{"pointsForSpend":{"paid":{"money":[9405,"CNY",2]},"per":1000,"points":{"points":9},"step":{"points":1}}},"#
                + #"{"pointsForSpend":{"paid":18810,"points":{"points":18}}},"#
                + #"{"tierPays":{"list":9900,"price":9405,"rate":{"payment":950000},"tier":{"words":{"en":"Ordinary","zh":"普通会员"}}}},"#
                + #"{"tierPays":{"list":19800,"price":18810}}]}"#)
    }

    @Test func `a sale by itself has its sentences among its fields`() throws {
        var sale = Samples.sale("T1", of: "m1")
        sale.lines[0].returned = 1
        sale.voidedAt = Samples.instant(2)
        #expect(
            try text(of: sale)
                == #"{"at":"2017-01-01T00:00:00Z","lines":[{"adjustments":[[-20,"KM-14",0]],"category":"goods","#
                + #""earning":[60,"KM-11",1],"flags":["direct"],"id":"1","list":1000,"net":980,"quantity":2,"returned":1,"#
                + #""rounding":"reduction","sku":"tea/گل"}],"member":"m1","place":{"cashier":"E. F.","entry":"swiped","register":"2"},"#
                + #""programme":"club 2017-01-01 00000000","texts":[{"tierTakesOff":{"rate":{"reduction":20000}}},{"pointsForSpend":{}}],"#
                + #""ticket":"T1","tier":"bronze","voidedAt":"2017-01-01T00:02:00Z"}"#)
        #expect(try StoredForm.value(Sale.self, in: StoredForm.bytes(of: sale)) == sale)
    }

    @Test(arguments: samples) func `a record is read back as it was, in today's form and in that of before schema 7`(record: Record) throws {
        #expect(try StoredForm.value(Record.self, in: StoredForm.bytes(of: record)) == record)
        #expect(try StoredForm.value(Record.self, in: before(record)) == record)
        var sold: Sale?
        if case .sold(let sale) = record.fact { sold = sale }
        #expect(try StoredForm.soldSale(inRecord: StoredForm.bytes(of: record)) == sold)
        #expect(try StoredForm.soldSale(inRecord: before(record)) == sold)
        if let sold { #expect(try StoredForm.value(Sale.self, in: before(sold)) == sold) }
    }

    @Test func `the samples leave out no stored field`() {
        #expect(Self.samples.contains { if case .sold(let sale) = $0.fact { hasNoGap(sale) } else { false } })
        #expect(Self.samples.contains { $0.entries.first.map(hasNoGap) ?? false })
        let accounts = Set(Self.samples.flatMap(\.entries).flatMap(\.postings).map(\.account))
        #expect(accounts.isSuperset(of: Self.accounts))
    }

    @Test func `an entry's id is its place, and in the earlier form what it says itself`() throws {
        let record = Record(number: 7, at: Samples.instant(), fact: .caughtUp("m1"), entries: [Samples.entry(7, of: "m1"), Samples.entry(3, 5, of: "m1")])
        #expect(try StoredForm.value(Record.self, in: StoredForm.bytes(of: record)).entries.map(\.id) == ["7.0", "7.1"])
        #expect(try StoredForm.value(Record.self, in: before(record)).entries.map(\.id) == ["7.0", "3.5"])
    }

    @Test(arguments: [
        (#""text":0"#, #""text":9"#), (#""text":0"#, #""text":-1"#), (#""memberPoints""#, #""pockets""#), (#"["issuedPoints",-9]"#, #"["issuedPoints"]"#),
        (#"[18,-18]"#, #"[18]"#), (#"[9405,"CNY",2]"#, #"[9405,"CNY"]"#), (#"{"money":[9405,"CNY",2]}"#, "9405"), (#""tierPays""#, #""tierPrays""#),
        (#"{"payment":950000}"#, #"{"portion":950000}"#), (#""net":9405"#, #""net":9406"#), (#"[9,"SH-10",0]"#, #"[9,"SH-10"]"#),
        (#""rounding":"price""#, #""rounding":"prize""#), (#""category":"shoes","#, ""), (#""rule":"SH-10","#, ""),
    ])
    func `a record in which a part does not fit is not read`(part: String, forged: String) throws {
        let whole = try text(of: Self.sold(number: 53))
        #expect(whole.contains(part))
        #expect(throws: StoreFault.failed("a stored Record could not be read")) {
            try StoredForm.value(Record.self, in: Array(whole.replacing(part, with: forged).utf8))
        }
    }

    // MARK: Samples

    private static let accounts: [Account] = [
        .memberPoints("m1"), .issuedPoints, .redeemedPoints, .lapsedPoints, .storedValue("m1"), .depositsReceived, .depositsSpent, .storedValue("m2"),
    ]

    private static func sold(number: Int) -> Record {
        let currency = Currency(code: "CNY", minorDigits: 2)
        let lines = (1...2).map { line in
            let (list, price, points) = (Money(minor: 9900 * line), Money(minor: 9405 * line), Points(9 * line))
            let text = Phrase.tierPays(price, of: list, at: PayRate(millionths: 950_000), tier: Wording(["zh": "普通会员", "en": "Ordinary"]), in: currency)
            return SoldLine(
                id: LineID("\(line)"), sku: "", category: "shoes", flags: [], quantity: 1, list: list,
                adjustments: [Adjustment(rule: "SH-08", amount: price - list, text: text)], rounding: .price,
                earning: Earning(
                    rule: "SH-10", points: points, text: .pointsForSpend(points, for: price, step: Points(1), per: Money(minor: 1000), in: currency)))
        }
        let entries = lines.enumerated().map { position, line in
            Entry(
                id: EntryID(record: number, position: position), member: "m1", key: MoveKey("spend T1/\(line.id)"), rule: "SH-10", programme: Samples.programme,
                effective: Samples.instant(), ticket: "T1", corrects: nil, text: line.earning?.text ?? Phrase(.correction),
                postings: [Posting(account: .memberPoints("m1"), amount: 9 * (position + 1)), Posting(account: .issuedPoints, amount: -9 * (position + 1))])
        }
        let sale = Sale(
            ticket: "T1", member: "m1", at: Samples.instant(), occurredAt: Samples.instant(), programme: Samples.programme, tier: "ordinary", lines: lines,
            approval: nil)
        return Record(number: number, at: Samples.instant(), fact: .sold(sale), entries: entries)
    }

    private static let samples: [Record] = {
        let values: [PhraseValue] = [
            .points(Points(-3)), .money(Money(minor: 499), Currency(code: "CNY", minorDigits: 2)), .count(.max), .day(Day(serial: 17_000)),
            .reduction(OffRate(millionths: 20_000)), .payment(.full), .words(Wording(["fa": "طلایی", "en": "golden", "zh": "金卡"])), .name("A \"B\" \\ C"),
            .words(Wording([:])),
        ]
        let text = Phrase(.sayEarned, PhraseValues(Dictionary(uniqueKeysWithValues: values.enumerated().map { ("v\($0)", $1) })))
        let other = Phrase(.sayEarned, ["a": .count(1), "v1": .money(Money(minor: 7), Currency(code: "IRR", minorDigits: 0)), "v2": .count(.max)])
        let earning = Earning(rule: "KM-11", points: Points(60), text: other)
        var line = SoldLine(
            id: "1", sku: "s", category: "c", flags: ["direct", "clip"], quantity: 3, list: Money(minor: 900),
            adjustments: [Adjustment(rule: "KM-14", amount: Money(minor: -9), text: text)], rounding: .price, earning: earning, redemption: earning)
        line.returned = 3
        var sale = Sale(
            ticket: "T1", member: "m1", at: Samples.instant(), occurredAt: Samples.instant(1), programme: Samples.programme, tier: "gold", lines: [line],
            approval: "r1", paidFrom: .storedValue, visitor: "v1", place: Place(register: "2", cashier: "E. F.", entry: .keyed))
        sale.isClaimed = true
        sale.voidedAt = Samples.instant(2)
        let entry = { (position: Int, member: MemberID, ticket: TicketID?, corrects: EntryID?, minute: Int, text: Phrase) in
            Entry(
                id: EntryID(record: 3, position: position), member: member, key: "unit T1/1/0", rule: position == 1 ? "KM-07" : "KM-06",
                programme: position == 2 ? "other" : Samples.programme, effective: Samples.instant(minute), ticket: ticket, corrects: corrects, text: text,
                postings: accounts.map { Posting(account: $0, amount: -7) })
        }
        let entries = [
            entry(0, "m1", "T1", "2.0", 0, text), entry(1, "m1", "T1", "2.0", 1, other), entry(2, "m2", nil, nil, 1, text), entry(3, "m2", "T2", nil, 1, other),
            entry(4, "m2", nil, "2.1", 0, other),
        ]
        let enrolment = Samples.member("m1", phone: "+981", tickets: ["T0"]).enrolment
        let facts: [Fact] = [
            .enrolled("m1", enrolment), .sold(sale), .returned("T1", lines: [ReturnedQuantity(id: "1", quantity: 1)]), .voided("T1"), .caughtUp("m1"),
            .dealt(Samples.dealing("d1", of: "m1")), .benefitDecided("r1", approved: true, by: nil), .programmePublished("club"),
        ]
        return [sold(number: 1), Record(number: 3, at: Samples.instant(), fact: .caughtUp("m1"), entries: [])]
            + facts.map { Record(number: 3, at: Samples.instant(1), by: Samples.cashier, fact: $0, entries: entries) }
    }()

    private func text(of value: some Encodable & Sendable) throws -> String { String(decoding: try StoredForm.bytes(of: value), as: UTF8.self) }

    /// The bytes in which records and sales lay before schema 7: those of `Encodable`.
    private func before(_ value: some Encodable) throws -> [UInt8] { Array(try JSONEncoder().encode(value)) }

    /// Every stored field of the value and of all that is in it is there (of lists, in the first element), so that a field added later is not forgotten.
    private func hasNoGap(_ value: Any) -> Bool {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional, .collection, .set, .dictionary: return mirror.children.first.map { hasNoGap($0.value) } ?? false
        default: return mirror.children.allSatisfy { hasNoGap($0.value) }
        }
    }
}
