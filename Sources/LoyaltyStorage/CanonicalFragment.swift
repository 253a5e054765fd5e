/// A part of a value on its way to JSON; objects and arrays are still being filled while it is made.
enum CanonicalFragment {
    case null
    case text(String)
    case number(Int)
    /// Whole numbers that `Int` does not hold, and the words `true` and `false`.
    case word(String)
    case object(CanonicalObject)
    case array(CanonicalArray)

    /// Appends the JSON bytes of this part.
    func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .text(let text): Self.write(text, to: &bytes)
        case .number(let number): bytes += String(number).utf8
        case .word(let word): bytes += word.utf8
        case .object(let object): object.write(to: &bytes)
        case .array(let array): array.write(to: &bytes)
        }
    }

    /// A text in quotes; escaped are only the quote, the backslash and the control characters, as RFC 8259 section 7 asks.
    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { buffer in
            if buffer.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
                bytes.append(contentsOf: buffer)
            } else {
                for byte in buffer { writeEscaped(byte, to: &bytes) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
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

/// The fields of an object as they come; written in the order of their names' bytes.
final class CanonicalObject {
    private var fields: [(name: String, value: CanonicalFragment)] = []

    func put(_ value: CanonicalFragment, under name: String) { fields.append((name, value)) }

    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        let sorted = fields.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (position, field) in sorted.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            CanonicalFragment.write(field.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            field.value.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// The elements of an array as they come.
final class CanonicalArray {
    private var elements: [CanonicalFragment] = []

    var count: Int { elements.count }

    func put(_ value: CanonicalFragment) { elements.append(value) }

    func write(to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (position, element) in elements.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            element.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }
}
