internal import Crypto

/// The seal that ties a journal's link to the one before it, so that a link taken out or altered shows.
public enum ChainSeal {
    /// How many bytes a seal has.
    public static let length = 32
    /// What the first link is sealed on: 32 zero bytes.
    public static let origin = [UInt8](repeating: 0, count: length)

    /// SHA-256 (FIPS 180-4) over `previous` and then `bytes`; 32 bytes.
    public static func seal(previous: [UInt8], bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: previous)
        hash.update(data: bytes)
        return Array(hash.finalize())
    }
}
