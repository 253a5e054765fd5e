import CardFormats

/// The 856 bytes of a MagneSafe reader and the descriptor that describes them.
///
/// Source: MagTek 99875475, “Report descriptor (HID)” and the table of the swipe's input report; appendix E for the masks.
enum MagneSafeReport {
    static let descriptor: [UInt8] = [
        0x06, 0x00, 0xFF, 0x09, 0x01, 0xA1, 0x01, 0x15, 0x00, 0x26, 0xFF, 0x00, 0x75, 0x08,  // maker's page, bytes
        0x09, 0x20, 0x09, 0x21, 0x09, 0x22, 0x09, 0x28, 0x09, 0x29, 0x09, 0x2A, 0x09, 0x38, 0x95, 0x07, 0x81, 0x02,  // status, lengths, encode type
        0x09, 0x30, 0x95, 0x70, 0x82, 0x02, 0x01, 0x09, 0x31, 0x95, 0x70, 0x82, 0x02, 0x01, 0x09, 0x32, 0x95, 0x70, 0x82, 0x02, 0x01,  // tracks
        0x09, 0x39, 0x95, 0x01, 0x81, 0x02,  // card status
        0x75, 0x20, 0x09, 0x23, 0x95, 0x01, 0x81, 0x02,  // MagnePrint status, 32 bits
        0x75, 0x08, 0x09, 0x2B, 0x95, 0x01, 0x81, 0x02, 0x09, 0x33, 0x95, 0x80, 0x82, 0x02, 0x01,  // MagnePrint
        0x09, 0x40, 0x95, 0x10, 0x82, 0x02, 0x01,  // serial number
        0x09, 0x42, 0x95, 0x02, 0x82, 0x02, 0x01,  // encryption status
        0x09, 0x46, 0x95, 0x0A, 0x82, 0x02, 0x01,  // key serial number
        0x09, 0x47, 0x09, 0x48, 0x09, 0x49, 0x95, 0x03, 0x81, 0x02,  // masked lengths
        0x09, 0x4A, 0x95, 0x70, 0x82, 0x02, 0x01, 0x09, 0x4B, 0x95, 0x70, 0x82, 0x02, 0x01, 0x09, 0x4C, 0x95, 0x70, 0x82, 0x02, 0x01,
        0x09, 0x50, 0x95, 0x08, 0x82, 0x02, 0x01,  // session
        0x09, 0x51, 0x09, 0x52, 0x09, 0x53, 0x09, 0x54, 0x95, 0x04, 0x81, 0x02,  // absolute lengths
        0x09, 0x20, 0x95, 0x3C, 0xB2, 0x02, 0x01, 0xC0,  // commands: 60 bytes, Feature
    ]

    private static let field = 112

    /// A report of what the head found. At level 3 the tracks are cipher text in whole blocks of eight, and the masked tracks show the first and last four digits.
    static func bytes(tracks: [TrackNumber: String], torn: Set<TrackNumber>, isEncrypting: Bool) -> [UInt8] {
        let texts = TrackNumber.allCases.map { torn.contains($0) ? [] : Array((tracks[$0] ?? "").utf8.prefix(field)) }
        let sent = isEncrypting ? texts.map(cipher) : texts
        let masked = isEncrypting ? texts.map(mask) : texts
        let status = TrackNumber.allCases.map { torn.contains($0) ? 1 as UInt8 : 0 }
        let middle = [UInt8](repeating: 0, count: 1 + 4 + 1 + 128) + Array("B0000000MAGNE".utf8) + [0, 0, 0] + [0, isEncrypting ? 0x06 : 0x02]
        let head = status + sent.map { UInt8($0.count) } + [texts.allSatisfy(\.isEmpty) ? 6 : 0]
        let tail = [UInt8](repeating: 0, count: 8) + texts.map { UInt8($0.count) } + [0x36]
        return head + fields(sent) + middle + [UInt8](repeating: 0, count: 10) + masked.map { UInt8($0.count) } + fields(masked) + tail
    }

    private static func fields(_ texts: [[UInt8]]) -> [UInt8] { texts.flatMap { $0 + repeatElement(0, count: field - $0.count) } }

    /// Not a cipher, but nothing that can be read either.
    private static func cipher(_ text: [UInt8]) -> [UInt8] {
        let whole = text + repeatElement(0, count: (8 - text.count % 8) % 8)
        return whole.enumerated().map { $1 ^ UInt8(truncatingIfNeeded: 0xA5 &+ $0 &* 0x3D) }
    }

    private static func mask(_ text: [UInt8]) -> [UInt8] {
        let digits = text.indices.filter { (0x30...0x39).contains(text[$0]) }
        let kept = Set(digits.prefix(4)).union(digits.suffix(4))
        return text.indices.map { digits.contains($0) && !kept.contains($0) ? UInt8(ascii: "0") : text[$0] }
    }
}
