/// Digits as people type and scan them.
public enum Digits {
    /// The text with Persian, Arabic-Indic and full-width digits as ASCII digits; everything else stays.
    public static func latin(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let zero: UInt32
            switch scalar.value {
            case 0x06F0...0x06F9: zero = 0x06F0
            case 0x0660...0x0669: zero = 0x0660
            case 0xFF10...0xFF19: zero = 0xFF10
            default:
                result.append(scalar)
                continue
            }
            result.append(Unicode.Scalar(UInt8(0x30 + scalar.value - zero)))
        }
        return String(result)
    }

    /// How a number appears on screens and in logs that are not its holder's: `…1234`; no digit of a number of four or fewer.
    public static func masked(_ number: String) -> String {
        number.count > shown ? "…" + number.suffix(shown) : "…"
    }

    /// Digits of a masked number that can be seen, at most.
    static let shown = 4
}

extension UInt8 {
    /// Whether the byte is an ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }
}
