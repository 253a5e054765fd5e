import LoyaltySeals
import Testing

struct CodeSealTests {
    private let number = "9001234567890"

    @Test func `a sealed code is the number and six digits of its HMAC`() throws {
        // Vector: computed with Python's hmac module over the same key.
        #expect(try seal(1).sealed(number) == number + "440070")
    }

    @Test func `a code we sealed opens to its number`() throws {
        let seal = try seal(1)
        for number in ["9", number, "900000000000000000000000000001"] {
            #expect(seal.open(seal.sealed(number)) == number)
        }
    }

    @Test func `a code with any one digit changed does not open`() throws {
        let seal = try seal(1)
        let code = Array(seal.sealed(number).utf8)
        for position in code.indices {
            var forged = code
            forged[position] = forged[position] == UInt8(ascii: "9") ? UInt8(ascii: "0") : forged[position] + 1
            #expect(seal.open(String(decoding: forged, as: UTF8.self)) == nil)
        }
    }

    @Test func `a code of another key does not open`() throws {
        let code = try seal(2).sealed(number)
        #expect(try seal(1).open(code) == nil)
    }

    @Test(arguments: ["", "123456", "12345", "900123456789012345x", "۹۰۰۱۲۳۴۵۶۷۸۹", "9001 234567890"])
    func `what is no sealed code opens to nothing`(code: String) throws {
        #expect(try seal(1).open(code) == nil)
    }

    @Test func `a key has at least 32 bytes`() {
        #expect(CodeSeal.Key(bytes: [UInt8](repeating: 7, count: 31)) == nil)
        #expect(CodeSeal.Key(hex: String(repeating: "0", count: 62)) == nil)
        #expect(CodeSeal.Key(hex: String(repeating: "0g", count: 32)) == nil)
        #expect(CodeSeal.Key(hex: String(repeating: "0", count: 65)) == nil)
    }

    @Test func `a key in hexadecimal is the key of its bytes`() throws {
        let hex = try #require(CodeSeal.Key(hex: String(repeating: "0aF1", count: 16)))
        let bytes = try #require(CodeSeal.Key(bytes: (0..<32).map { $0.isMultiple(of: 2) ? 0x0a : 0xf1 }))
        #expect(CodeSeal(key: hex).sealed(number) == CodeSeal(key: bytes).sealed(number))
    }

    @Test func `a key never shows itself`() throws {
        let key = try #require(CodeSeal.Key(bytes: Array("a secret that is long enough: 32".utf8)))
        var dumped = ""
        dump(key, to: &dumped)
        dump(CodeSeal(key: key), to: &dumped)
        for text in ["\(key)", String(reflecting: key), String(describing: CodeSeal(key: key)), dumped] {
            #expect(text.contains("hidden"))
            #expect(!text.contains("secret") && !text.contains("97"))
        }
    }

    private func seal(_ seed: UInt8) throws -> CodeSeal {
        let bytes = (0..<32).map { UInt8($0) + (seed - 1) }
        return CodeSeal(key: try #require(CodeSeal.Key(bytes: bytes)))
    }
}
