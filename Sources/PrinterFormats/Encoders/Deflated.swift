private import CZlib

/// Bytes packed by zlib, RFC 1950.
public enum Deflated {
    /// Level 1 of 9: the others save a tenth of a card's bytes and take three times as long.
    private static let level: Int32 = 1

    /// The bytes packed; nil when no memory is left.
    static func pack(_ bytes: ArraySlice<UInt8>, level: Int32 = level) -> [UInt8]? {
        let source = Array(bytes)
        var length = compressBound(uLong(source.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        guard compress2(&packed, &length, source, uLong(source.count), level) == Z_OK else { return nil }
        return Array(packed.prefix(Int(length)))
    }

    /// The bytes packed as small as they get, for what is packed once and sent often; nil when no memory is left.
    public static func pack(tightly bytes: [UInt8]) -> [UInt8]? { pack(bytes[...], level: 9) }

    /// The bytes unpacked; nil when they are damaged or more than `most`.
    public static func unpack(_ bytes: [UInt8], most: Int) -> [UInt8]? {
        var length = uLong(max(0, most))
        var unpacked = [UInt8](repeating: 0, count: max(1, most))
        guard uncompress(&unpacked, &length, bytes, uLong(bytes.count)) == Z_OK else { return nil }
        return Array(unpacked.prefix(Int(length)))
    }
}
