import CanonicalJSON
import Foundation
import Testing

@Suite struct `JSON as it is read` {
    private struct Line: Codable, Hashable {
        let id: String
        let count: Int
        let marks: Set<String>?
    }

    private struct Ticket: Codable, Hashable {
        enum Choice: Codable, Hashable {
            case neither
            case both(Int, named: String)
        }

        let lines: [Line]
        let isPaid: Bool?
        let choice: Choice?
        let names: [String: Int]?
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value { try JSON.value(type, in: Array(text.utf8)) }

    /// The path and the kind of the fault; nil when there is none.
    private func fault<Value: Decodable>(of type: Value.Type, in text: String) -> (kind: String, path: String)? {
        do { _ = try read(type, text) } catch let error as DecodingError {
            switch error {
            case .keyNotFound(let key, let context): return ("missing", spelled(context.codingPath + [key]))
            case .valueNotFound(_, let context): return ("null", spelled(context.codingPath))
            case .typeMismatch(_, let context): return ("kind", spelled(context.codingPath))
            case .dataCorrupted(let context): return ("corrupted", spelled(context.codingPath))
            @unknown default: return ("unknown", "")
            }
        } catch { return ("foreign", "") }
        return nil
    }

    private func spelled(_ path: [any CodingKey]) -> String { path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/") }

    @Test func `what was written is read back the same`() throws {
        let ticket = Ticket(
            lines: [Line(id: "1", count: -7, marks: ["direct", "x"]), Line(id: "۲", count: .max, marks: nil)], isPaid: true,
            choice: .both(3, named: "n"), names: ["a": 1, "b": 2])
        #expect(try JSON.value(Ticket.self, in: JSON.bytes(of: ticket)) == ticket)
        let bare = Ticket(lines: [], isPaid: nil, choice: .neither, names: [:])
        #expect(try JSON.value(Ticket.self, in: JSON.bytes(of: bare)) == bare)
    }

    private enum Source: String, Codable, CaseIterable { case stored, bank }

    @Test func `a word outside a closed list is answered with the list, and is not quoted`() throws {
        let error = try #require(throws: DecodingError.self) { try read([String: Source].self, #"{"from":"9001234567890"}"#) }
        guard case .dataCorrupted(let context) = error else { return #expect(Bool(false), "\(error)") }
        #expect(spelled(context.codingPath) == "from" && context.debugDescription.hasSuffix("stored, bank"))
        #expect(!context.debugDescription.contains("9001"))
    }

    @Test func `white space and unknown fields are passed over, and of two fields with one name the first counts`() throws {
        let ticket = try read(
            Ticket.self,
            " {\t\"x\" : [ { } , [ ] , null ] ,\r\n \"lines\" : [ { \"count\" : 1 , \"id\" : \"a\", \"id\":\"b\" } ] , \"choice\" : null } \n")
        #expect(ticket == Ticket(lines: [Line(id: "a", count: 1, marks: nil)], isPaid: nil, choice: nil, names: nil))
    }

    @Test(arguments: [
        (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"), (#""\u0041\u00e9\u06F1""#, "Aé۱"), (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\u{0}"),
    ])
    func `escapes are undone`(text: String, meaning: String) throws { #expect(try read([String].self, "[\(text)]") == [meaning]) }

    @Test func `a name may be written with escapes`() throws { #expect(try read([String: Int].self, #"{"\u0061\n":1}"#) == ["a\n": 1]) }

    @Test(arguments: [
        ("0", 0), ("-0", 0), ("7", 7), ("-12", -12), ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("5.0", 5), ("1e2", 100),
        ("-1.50E+1", -15), ("1200e-2", 12), ("0.0e99999999999999999999", 0),
    ])
    func `a whole number is read however it is written`(text: String, number: Int) throws { #expect(try read([Int].self, "[\(text)]") == [number]) }

    @Test(arguments: ["1.5", "9e99", "99999999999999999999", "9223372036854775808", "-9223372036854775809", "1e-1", "1e99999999999999999999", "0.001"])
    func `a number that is not whole or too large is its own field's fault`(text: String) {
        #expect(fault(of: [String: [Int]].self, in: #"{"a":[1,\#(text)]}"#).map { "\($0)" } == #"(kind: "corrupted", path: "a/1")"#)
    }

    @Test func `a number that does not fit its type is told as such`() {
        #expect(fault(of: [UInt8].self, in: "[256]")?.kind == "corrupted")
        #expect(fault(of: [UInt8].self, in: "[-1]")?.kind == "corrupted")
        #expect(fault(of: [Double].self, in: "[1]")?.kind == "kind")
    }

    @Test(arguments: [
        (#"{}"#, "missing", "lines"), (#"{"lines":null}"#, "null", "lines"), (#"{"lines":{}}"#, "kind", "lines"), (#"{"lines":[7]}"#, "kind", "lines/0"),
        (#"{"lines":[{"id":"a","count":1},{"count":1}]}"#, "missing", "lines/1/id"), (#"{"lines":[{"id":7,"count":1}]}"#, "kind", "lines/0/id"),
        (#"{"lines":[{"id":"a","count":"1"}]}"#, "kind", "lines/0/count"),
        (#"{"lines":[{"id":"a","count":1,"marks":["x",false]}]}"#, "kind", "lines/0/marks/1"),
        (#"{"lines":[],"isPaid":1}"#, "kind", "isPaid"), ("[]", "kind", ""), ("null", "null", ""), ("7", "kind", ""),
    ])
    func `a fault names its field as the reference does`(text: String, kind: String, path: String) {
        #expect(fault(of: Ticket.self, in: text).map { "\($0)" } == "\((kind: kind, path: path))")
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1", "[1,", "[1,]", "[,1]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":1 "b":2}"#, "{1:2}", "[1 2]", "]", "}", "[1}",
        #"{"a":1]"#,
        "tru", "truth", "nul", "True", "01", "-", "+1", "1.", ".5", "1e", "1e+", "--1", "0x1", "NaN", "Infinity", #"""#, #""a"#, #""\"#, #""\x""#, #""\u12""#,
        #""\u12G4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "\"\n\"", "\"\u{1}\"", "1 2", "{}x", "'a'", "//", "\u{FEFF}[]",
    ])
    func `what is no JSON is refused as a whole, without a path`(text: String) {
        #expect(fault(of: [String].self, in: text).map { "\($0)" } == #"(kind: "corrupted", path: "")"#)
    }

    @Test func `bytes that are not UTF-8 are told as such`() {
        #expect(throws: DecodingError.self) { try JSON.value([String].self, in: Array("[\"".utf8) + [0xFF, 0xC0] + Array("\"]".utf8)) }
        #expect(throws: DecodingError.self) { try JSON.value([String].self, in: [0x5B, 0xC3]) }
    }

    @Test func `depth is bounded`() throws {
        let deepest = String(repeating: "[", count: JSON.deepest) + String(repeating: "]", count: JSON.deepest)
        #expect(fault(of: [[Int]].self, in: deepest)?.kind == "kind" || fault(of: [[Int]].self, in: deepest) == nil)
        #expect(fault(of: [[Int]].self, in: "[" + deepest + "]")?.kind == "corrupted")
        #expect(fault(of: [[Int]].self, in: String(repeating: "[", count: 100_000))?.kind == "corrupted")
    }

    @Test func `no byte anywhere makes it trap`() {
        let whole = Array(#"{"lines":[{"id":"a\u00e9","count":1.0e1,"marks":["x"]}],"isPaid":true,"names":{"k":-3}}"#.utf8)
        for length in 0...whole.count { _ = try? JSON.value(Ticket.self, in: Array(whole[..<length])) }
        for place in whole.indices {
            for byte in [0, 0x22, 0x2C, 0x2D, 0x30, 0x5B, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0xC3, 0xFF] as [UInt8] {
                var damaged = whole
                damaged[place] = byte
                _ = try? JSON.value(Ticket.self, in: damaged)
            }
        }
        #expect((try? JSON.value(Ticket.self, in: whole)) != nil)
    }
}
