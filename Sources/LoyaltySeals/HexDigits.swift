enum HexDigits {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(of bytes: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { room in
            var end = 0
            for byte in bytes {
                room[end] = digits[Int(byte >> 4)]
                room[end + 1] = digits[Int(byte & 15)]
                end += 2
            }
            return end
        }
    }

    /// The bytes that `text` spells; nil for an odd number of digits or anything but hexadecimal digits.
    static func bytes(of text: String) -> [UInt8]? {
        let nibbles = text.utf8.map(value(of:))
        guard nibbles.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for position in stride(from: 0, to: nibbles.count, by: 2) {
            guard let high = nibbles[position], let low = nibbles[position + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
