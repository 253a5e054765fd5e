import LoyaltySeals
import Testing

@Suite struct `What is kept of a secret` {
    private let salt = [UInt8](1...16)

    @Test func `is scrypt's published vector`() throws {
        // RFC 7914, section 12: P "password", S "NaCl", N 1024, r 8, p 16; the first 32 of its 64 bytes.
        let cost = try #require(SecretHash.Cost(rounds: 10, blockSize: 8, parallelism: 16))
        let hash = try #require(SecretHash(of: Array("password".utf8), salt: Array("NaCl".utf8), cost: cost))
        #expect(hash.text == "scrypt$10$8$16$4e61436c$fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")
    }

    @Test func `knows the secret again, also from its text, and no other`() throws {
        let hash = try #require(SecretHash(of: Array("7351".utf8), salt: salt, cost: .none))
        let kept = try #require(SecretHash(text: hash.text))
        #expect(kept == hash)
        #expect(kept.matches(Array("7351".utf8)))
        #expect(!kept.matches(Array("7352".utf8)))
        #expect(!kept.matches([]))
        #expect(!hash.text.contains("7351"))
    }

    @Test func `differs for the same secret with another salt`() {
        #expect(SecretHash(of: [1], salt: salt, cost: .none) != SecretHash(of: [1], salt: salt.reversed(), cost: .none))
    }

    @Test(arguments: ["", "scrypt$15$8$1$00", "bcrypt$15$8$1$00$00", "scrypt$x$8$1$00$00", "scrypt$15$8$1$0$00", "scrypt$40$8$1$00$00"])
    func `is not read from a text that is none`(text: String) { #expect(SecretHash(text: text) == nil) }

    @Test func `a cost that no computer should be asked for is none`() {
        #expect(SecretHash.Cost(rounds: 20, blockSize: 32, parallelism: 1) == nil)
        #expect(SecretHash.Cost(rounds: 0, blockSize: 8, parallelism: 1) == nil)
    }
}

@Suite struct `A fingerprint under a key` {
    private func digest(_ byte: UInt8) throws -> KeyedDigest { KeyedDigest(key: try #require(CodeSeal.Key(bytes: Array(repeating: byte, count: 32)))) }

    @Test func `is HMAC-SHA256 over the purpose and the text`() throws {
        // Vector: computed with Python's hmac module over the same key.
        #expect(try digest(0).hex(of: "1234", for: .pin) == "174591b4b8f65d2997873f1112c87dda40c2d676b3c9fed8eb654615854283f5")
    }

    @Test func `is another one for another purpose, and under another key`() throws {
        let pin = try digest(0).hex(of: "1234", for: .pin)
        #expect(try digest(0).hex(of: "1234", for: .staffCard) != pin)
        #expect(try digest(1).hex(of: "1234", for: .pin) != pin)
    }
}
