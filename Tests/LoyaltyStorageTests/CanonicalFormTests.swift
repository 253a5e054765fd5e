import Foundation
import LoyaltyModel
import LoyaltyStorage
import StorageContract
import Testing

/// Foundation's encoder with sorted keys and plain slashes is the reference.
struct CanonicalFormTests {
    @Test func `what the model stores has the bytes of the reference`() throws {
        try hold(Samples.member("m1", phone: "+981", tickets: ["T0", "T1"]))
        try hold(try Samples.card("900100", of: "m1"))
        try hold(try Samples.job("j1", of: "m1"))
        try hold(BenefitRequest(id: "r1", member: "m1", benefit: "b", at: Samples.instant()))
    }

    @Test func `a record of what nobody did has the bytes it had before records named anybody`() throws {
        let record = Record(number: 1, at: Samples.instant(1), fact: .voided("T1"), entries: [])
        let text = String(decoding: try StoredForm.bytes(of: record), as: UTF8.self)
        #expect(text == #"{"at":"2017-01-01T00:01:00Z","entries":[],"fact":{"voided":{"_0":"T1"}},"number":1}"#)
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

    private func hold(_ value: some Encodable & Sendable) throws {
        let reference = JSONEncoder()
        reference.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try StoredForm.bytes(of: value)
        let expected = try reference.encode(value)
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
