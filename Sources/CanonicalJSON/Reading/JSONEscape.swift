/// What stands behind a backslash (RFC 8259, section 7).
enum JSONEscape {
    /// The character a letter means; nil for one that means none, and for `u`.
    static func meaning(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The UTF-16 unit of four hexadecimal digits; nil where one is none.
    static func unit(of digits: some Sequence<UInt8>) -> UInt32? {
        var unit: UInt32 = 0
        for digit in digits {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
            default: return nil
            }
            unit = unit << 4 | UInt32(value)
        }
        return unit
    }

    /// The text that a well-formed run of bytes with escapes spells.
    static func text(of bytes: ArraySlice<UInt8>) -> String {
        var rest = bytes
        var units: [UInt8] = []
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
                units.append(byte)
                continue
            }
            if let meaning = meaning(of: letter) { units.append(meaning) } else { units += character(in: &rest).utf8 }
        }
        return String(decoding: units, as: UTF8.self)
    }

    /// The character of four hexadecimal digits, or of two surrogates.
    private static func character(in rest: inout ArraySlice<UInt8>) -> String {
        let high = unit(of: rest.prefix(4)) ?? 0xFFFD
        rest = rest.dropFirst(4)
        guard (0xD800...0xDBFF).contains(high) else { return String(Character(Unicode.Scalar(high) ?? "\u{FFFD}")) }
        let low = unit(of: rest.dropFirst(2).prefix(4)) ?? 0xDC00
        rest = rest.dropFirst(6)
        return String(Character(Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low &- 0xDC00)) ?? "\u{FFFD}"))
    }
}
