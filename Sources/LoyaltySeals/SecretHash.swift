internal import Crypto
internal import CryptoExtras
internal import Foundation

/// What is kept of a token or a PIN: enough to know it again, and nothing to make it from.
///
/// scrypt (RFC 7914), which costs every guess time and memory. The text holds the parameters beside salt and hash, so that they can be raised later
/// and old hashes still be read: `scrypt$15$8$1$SALT$HASH`, the rounds as a power of two, bytes in hexadecimal.
public struct SecretHash: Sendable, Hashable {
    /// What a guess costs: memory is 128 · blockSize · 2^rounds bytes.
    public struct Cost: Sendable, Hashable {
        /// The power of two of the rounds.
        public let rounds: Int
        /// The size of a block, in 128 bytes.
        public let blockSize: Int
        /// How many times over.
        public let parallelism: Int

        /// A cost; nil for one that is senseless, or takes more than 256 MB.
        public init?(rounds: Int, blockSize: Int, parallelism: Int) {
            guard (1...20).contains(rounds), (1...32).contains(blockSize), (1...16).contains(parallelism), blockSize << rounds <= 1 << 21 else { return nil }
            self.rounds = rounds
            self.blockSize = blockSize
            self.parallelism = parallelism
        }

        private init(proven rounds: Int) {
            self.rounds = rounds
            blockSize = 8
            parallelism = 1
        }

        /// 32 MB, some tenth of a second of a till's processor.
        public static let usual = Cost(proven: 15)
        /// Next to nothing: for tests, whose secrets are none.
        public static let none = Cost(proven: 1)
    }

    /// How many bytes a salt has.
    public static let saltLength = 16
    private static let length = 32

    private let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// The hash of `secret` with a salt that the caller drew at random. Takes as long as `cost` says; nil when the memory is not there.
    public init?(of secret: [UInt8], salt: [UInt8], cost: Cost = .usual) {
        guard let hash = Self.hash(of: secret, salt: salt, cost: cost) else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// A hash as it was kept; nil for a text that is none.
    public init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism),
            let salt = HexDigits.bytes(of: String(parts[4])), let hash = HexDigits.bytes(of: String(parts[5])), hash.count == Self.length
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// The hash as it is kept.
    public var text: String {
        "scrypt$\(cost.rounds)$\(cost.blockSize)$\(cost.parallelism)$\(HexDigits.text(of: salt))$\(HexDigits.text(of: hash))"
    }

    /// Whether it is the hash of `secret`. The time taken does not depend on how much of it is right.
    public func matches(_ secret: [UInt8]) -> Bool {
        guard let found = Self.hash(of: secret, salt: salt, cost: cost) else { return false }
        return zip(found, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hash(of secret: [UInt8], salt: [UInt8], cost: Cost) -> [UInt8]? {
        let key = try? KDF.Scrypt.deriveKey(
            from: secret, salt: salt, outputByteCount: length, rounds: 1 << cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key?.withUnsafeBytes { Array($0) }
    }
}
