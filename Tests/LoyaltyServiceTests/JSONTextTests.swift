import Foundation
import Testing

@testable import LoyaltyService

@Suite struct `JSON in one pass` {
    private struct Inner: Encodable { let a: Int?, b: [String], c: [Int], d: Bool }
    private struct Outer: Encodable {
        let inner: Inner
        let more: [Inner]
        let lists: [[Int]]
        let small: Int8
        let large: UInt64
        let half: Double
        let nothing: String?
        let named: [String: Int]
    }

    /// Two containers on one encoder, a nested one, and a superclass' own.
    private struct Odd: Encodable {
        enum Key: String, CodingKey { case a, b, c }

        func encode(to encoder: any Encoder) throws {
            var first = encoder.container(keyedBy: Key.self)
            try first.encode(1, forKey: .a)
            var nested = first.nestedContainer(keyedBy: Key.self, forKey: .b)
            try nested.encode(2, forKey: .a)
            try nested.encodeNil(forKey: .b)
            var list = first.nestedUnkeyedContainer(forKey: .c)
            try list.encode("x")
            try list.encodeNil()
            var inner = list.nestedUnkeyedContainer()
            try inner.encode(3)
            try list.encode(4)
        }
    }

    private func same(_ value: some Encodable) throws {
        let ours = try JSONText.bytes(of: value)
        #expect(try JSONForm.bytes(of: JSONDecoder().decode(Anything.self, from: Data(ours))) == JSONForm.bytes(of: value))
    }

    @Test func `values come out as Foundation writes them`() throws {
        let inner = Inner(a: nil, b: ["x", ""], c: [], d: true)
        try same(
            Outer(
                inner: inner, more: [inner, Inner(a: -7, b: [], c: [1, -2, 10], d: false)], lists: [[], [1], [2, 3]], small: -8, large: .max, half: 0.5,
                nothing: nil, named: ["k": 1]))
        try same([String]())
        try same(["a": [Odd(), Odd()]])
        #expect(try String(decoding: JSONText.bytes(of: Odd()), as: UTF8.self) == #"{"a":1,"b":{"a":2,"b":null},"c":["x",null,[3],4]}"#)
    }

    @Test(arguments: ["", "plain", "سپهر ر.", "王\u{2066}1\u{2069}", "\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{2028}", "🂡👩‍👩‍👧"])
    func `any text survives`(text: String) throws {
        #expect(try JSONDecoder().decode([String].self, from: Data(JSONText.bytes(of: [text]))) == [text])
    }

    @Test func `what JSON has no number for is an error`() {
        #expect(throws: EncodingError.self) { try JSONText.bytes(of: [Double.infinity]) }
    }
}

/// Any JSON, written out again as it was read.
private enum Anything: Codable {
    case null, bool(Bool), int(Int), unsigned(UInt64), double(Double), text(String)
    indirect case list([Anything])
    indirect case object([String: Anything])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(UInt64.self) {
            self = .unsigned(value)
        } else if let value = try? container.decode(Double.self) {
            self = .double(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Anything].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: Anything].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .unsigned(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
