/// Texts in quotes; escaped are only the quote, the backslash and the control characters, as RFC 8259 section 7 asks.
enum JSONEscaping {
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { buffer in
            if isPlain(buffer) {
                bytes.append(addingCapacity: buffer.count + 2) { room in
                    room.append(UInt8(ascii: "\""))
                    room.append(buffer)
                    room.append(UInt8(ascii: "\""))
                }
            } else {
                bytes.append(UInt8(ascii: "\""))
                for byte in buffer { append(byte, to: &bytes) }
                bytes.append(UInt8(ascii: "\""))
            }
        }
    }

    /// Whether nothing in a text has to be escaped; eight bytes are looked at together.
    private static func isPlain(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(buffer)
        var index = 0
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let marks = below(0x20, word) | below(1, word ^ every(0x22)) | below(1, word ^ every(0x5C))
            if marks != 0 { return false }
            index += 8
        }
        while index < raw.count {
            let byte = raw[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C { return false }
            index += 1
        }
        return true
    }

    private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// Marks in the top bits of `word`, any at all when one of its bytes is below `limit`, at most 0x80, and none when none is.
    private static func below(_ limit: UInt64, _ word: UInt64) -> UInt64 { (word &- every(limit)) & ~word & every(0x80) }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): bytes += #"\""#.utf8
        case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
        case 0x08: bytes += #"\b"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0x0a: bytes += #"\n"#.utf8
        case 0x0c: bytes += #"\f"#.utf8
        case 0x0d: bytes += #"\r"#.utf8
        case 0..<0x10: bytes += (#"\u000"# + String(byte, radix: 16)).utf8
        case 0..<0x20: bytes += (#"\u00"# + String(byte, radix: 16)).utf8
        default: bytes.append(byte)
        }
    }
}
