internal import Crypto

/// A fingerprint that only the holder of the key file can make: a database that was copied without its key gives nothing to guess at.
public struct KeyedDigest: Sendable {
    /// What is fingerprinted; the same bytes have another fingerprint for each.
    public enum Purpose: String, Sendable {
        /// The PIN of somebody of the staff, before it is hashed.
        case pin
        /// A token, so that one that was made up is known for it before it costs a hash.
        case token
        /// What a staff card's stripe or code says.
        case staffCard = "staff card"
        /// The token of a page's forms.
        case form
    }

    private let key: CodeSeal.Key

    /// Fingerprints under `key`.
    public init(key: CodeSeal.Key) { self.key = key }

    /// HMAC-SHA256 (RFC 2104), 32 bytes.
    public func bytes(of text: String, for purpose: Purpose) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("\(purpose.rawValue) 1:\(text)".utf8), using: key.symmetric))
    }

    /// The same in 64 hexadecimal digits.
    public func hex(of text: String, for purpose: Purpose) -> String { HexDigits.text(of: bytes(of: text, for: purpose)) }
}
