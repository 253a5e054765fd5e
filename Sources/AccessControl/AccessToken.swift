import LoyaltyModel
import LoyaltySeals

/// A machine's secret: `ml_`, the entry it belongs to, and 256 bits that nobody can guess, with a keyed check behind them. Shown once, when it is made.
struct AccessToken: Sendable {
    private static let mark = "ml"
    /// Crockford's base 32, lower case: nothing that could be taken for something else.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    let access: AccessID
    /// 52 characters of base 32.
    let secret: String
    private static let checkLength = 8

    /// The token as it is shown, with its check of 32 bits.
    func text(_ digest: KeyedDigest) -> String { "\(Self.mark)_\(access)_\(secret)\(check(digest))" }

    private func check(_ digest: KeyedDigest) -> String { String(digest.hex(of: "\(access) \(secret)", for: .token).prefix(Self.checkLength)) }

    /// A new token of an entry.
    init(of access: AccessID) {
        self.access = access
        secret = Self.random(bits: 256)
    }

    /// A token as a caller sends it; nil for what cannot be one, and for one that was made up: so nobody can keep the service busy hashing.
    init?(parsing text: String, _ digest: KeyedDigest) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard text.utf8.count <= 200, parts.count == 3, parts[0] == Self.mark, !parts[1].isEmpty, parts[2].utf8.count > Self.checkLength
        else { return nil }
        access = AccessID(String(parts[1]))
        secret = String(parts[2].dropLast(Self.checkLength))
        guard check(digest) == parts[2].suffix(Self.checkLength) else { return nil }
    }

    /// Letters and digits that hold at least so many bits of the system's generator.
    static func random(bits: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        let characters = (0..<(bits + 4) / 5).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Bytes of the system's generator.
    static func random(bytes: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<bytes).map { _ in UInt8.random(in: 0...UInt8.max, using: &generator) }
    }
}
