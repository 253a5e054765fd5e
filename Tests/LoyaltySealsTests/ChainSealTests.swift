import LoyaltySeals
import Testing

struct ChainSealTests {
    @Test func `a seal is SHA-256 over the previous seal and the bytes`() {
        // Vector: sha256sum of 32 zero bytes followed by "abc".
        let seal = ChainSeal.seal(previous: ChainSeal.origin, bytes: Array("abc".utf8))
        #expect(hex(seal) == "365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370")
        #expect(seal.count == ChainSeal.length)
    }

    @Test func `a seal changes with the bytes and with the link before`() {
        let first = ChainSeal.seal(previous: ChainSeal.origin, bytes: [1, 2, 3])
        #expect(ChainSeal.seal(previous: ChainSeal.origin, bytes: [1, 2, 4]) != first)
        #expect(ChainSeal.seal(previous: first, bytes: [1, 2, 3]) != first)
    }

    @Test func `a digest is the published SHA-256 vector in lower-case hexadecimal`() {
        #expect(ContentDigest.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(ContentDigest.hex(of: [UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    private func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
