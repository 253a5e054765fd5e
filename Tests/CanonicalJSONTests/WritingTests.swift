import CanonicalJSON
import Foundation
import Testing

/// Foundation's encoder with sorted keys and plain slashes is the reference.
@Suite struct `JSON as it is written` {
    private func hold(_ value: some Encodable) throws {
        let reference = JSONEncoder()
        reference.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try JSON.bytes(of: value)
        let expected = try reference.encode(value)
        #expect(bytes == Array(expected), "\(String(decoding: bytes, as: UTF8.self)) is not \(String(decoding: expected, as: UTF8.self))")
    }

    @Test func `every shape has the bytes of the reference`() throws {
        try hold([Int]())
        try hold([String: Int]())
        try hold(["b": ["y": 1, "x": Int.min], "a": [:], "é": ["": 0], "B": ["z": 1], "ab": ["k": 9]])
        try hold([[1, 2], [], [Int8.min, -1].map(Int.init)])
        try hold([UInt64.max, 0])
        try hold([true, false])
        try hold([Int?.none, 3])
        try hold(Shapes(zeta: "s", alpha: nil, list: [], choice: .neither))
        try hold(Shapes(zeta: nil, alpha: 5, list: [nil, "x"], choice: .both(1, named: "n")))
        try hold([Shapes(zeta: "z", alpha: -12, list: ["y"], choice: .both(0, named: "m"))])
    }

    @Test func `fields come in the order of their names' bytes at every depth`() throws {
        let value = ["b": [["z": 1, "y": 2, "é": 3, "Z": 4]], "a": [["k": 5]]]
        #expect(try String(decoding: JSON.bytes(of: value), as: UTF8.self) == #"{"a":[{"k":5}],"b":[{"Z":4,"y":2,"z":1,"é":3}]}"#)
    }

    @Test func `a name with characters that are escaped stands where its bytes put it`() throws {
        #expect(try String(decoding: JSON.bytes(of: ["\"": 1, "A": 2, "a": 3]), as: UTF8.self) == #"{"\"":1,"A":2,"a":3}"#)
    }

    @Test func `nested containers and several on one encoder make one value`() throws {
        #expect(try String(decoding: JSON.bytes(of: Odd()), as: UTF8.self) == #"{"a":1,"b":{"a":2,"b":null},"c":["x",null,[3],4]}"#)
    }

    @Test func `a container that is written to after the next was begun is refused, not mixed up`() {
        #expect(throws: EncodingError.self) { try JSON.bytes(of: Entangled(nestsLate: false)) }
        #expect(throws: EncodingError.self) { try JSON.bytes(of: Entangled(nestsLate: true)) }
    }

    @Test(arguments: ["", "plain", "سپهر ر.", "王\u{2066}1\u{2069}", "\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{2028}", "🂡👩‍👩‍👧"])
    func `any text survives`(text: String) throws {
        try hold([text])
        #expect(try JSON.value([String].self, in: JSON.bytes(of: [text])) == [text])
    }

    @Test func `a floating-point number is refused`() {
        #expect(throws: EncodingError.self) { try JSON.bytes(of: [1.5]) }
        #expect(throws: EncodingError.self) { try JSON.bytes(of: ["a": Float(2)]) }
    }
}

private struct Shapes: Encodable {
    enum Choice: Encodable {
        case neither
        case both(Int, named: String)
    }

    let zeta: String?
    let alpha: Int?
    let list: [String?]
    let choice: Choice
}

/// Two containers on one encoder, and nested ones.
private struct Odd: Encodable {
    enum Key: String, CodingKey { case a, b, c }

    func encode(to encoder: any Encoder) throws {
        var first = encoder.container(keyedBy: Key.self)
        var list = first.nestedUnkeyedContainer(forKey: .c)
        try list.encode("x")
        try list.encodeNil()
        var inner = list.nestedUnkeyedContainer()
        try inner.encode(3)
        try list.encode(4)
        var nested = first.nestedContainer(keyedBy: Key.self, forKey: .b)
        try nested.encode(2, forKey: .a)
        try nested.encodeNil(forKey: .b)
        var again = encoder.container(keyedBy: Key.self)
        try again.encode(1, forKey: .a)
    }
}

/// Goes back to a nested container after its parent went on.
private struct Entangled: Encodable {
    let nestsLate: Bool

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        var first = list.nestedUnkeyedContainer()
        try first.encode(1)
        try list.encode(2)
        if nestsLate { _ = first.nestedUnkeyedContainer() } else { try first.encode(3) }
    }
}
