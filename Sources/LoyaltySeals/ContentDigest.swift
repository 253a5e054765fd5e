internal import Crypto

/// A fingerprint of content: the same bytes have the same, and other bytes another. It keeps nothing secret.
public enum ContentDigest {
    /// SHA-256 (FIPS 180-4) in 64 lower-case hexadecimal digits.
    public static func hex(of bytes: [UInt8]) -> String { HexDigits.text(of: Array(SHA256.hash(data: bytes))) }
    /// The same of a text's UTF-8 bytes.
    public static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }
}
