internal import Crypto

/// The keyed checksum of a printed code: six decimal digits behind the card number that only the holder of the key can make.
///
/// It turns a mistyped or made-up code away before the store is asked: a guess is right once in 10^6. The digits are the first eight bytes
/// of HMAC-SHA256 (RFC 2104), read big-endian, modulo 10^6; of 2^64 values the first 551 616 remainders come up once more than the others,
/// a bias below 10^-13. (The 31 bits of RFC 4226 would make it 5 · 10^-4.)
public struct CodeSeal: Sendable {
    /// How many decimal digits stand behind the number.
    public static let length = 6

    private let key: Key

    /// Seals with `key`.
    public init(key: Key) { self.key = key }

    /// `digits`, a card number of ASCII digits, with its six sealing digits behind it.
    public func sealed(_ digits: String) -> String { digits + String(decoding: seal(of: Array(digits.utf8)), as: UTF8.self) }

    /// The card number in a code; nil when it is not digits, has none before the seal, or the seal is not ours.
    ///
    /// The time taken does not depend on how many sealing digits are right.
    public func open(_ code: String) -> String? {
        let bytes = Array(code.utf8)
        guard bytes.count > Self.length, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        let number = Array(bytes.dropLast(Self.length))
        let difference = zip(bytes.suffix(Self.length), seal(of: number)).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        return difference == 0 ? String(decoding: number, as: UTF8.self) : nil
    }

    /// Six ASCII digits, leading zeros kept.
    private func seal(of number: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: Self.purpose + number, using: key.symmetric)
        var rest = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        var digits: [UInt8] = []
        for _ in 0..<Self.length {
            digits.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        return digits.reversed()
    }

    /// Keeps the same key's codes for other purposes apart from these.
    private static let purpose = Array("card code 1:".utf8)
}
