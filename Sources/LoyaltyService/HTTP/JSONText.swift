/// JSON as it is written, in one pass and without a tree in between: a quote's answer is most of what a till waits for.
///
/// Keys stand in the order in which they are encoded, so equal values are equal bytes wherever there is no dictionary.
final class JSONText {
    private(set) var bytes: [UInt8] = []
    /// What closes the containers that are open, innermost last, and whether each has an element yet.
    private var open: [(closing: UInt8, hasElements: Bool)] = []

    /// The JSON of a value.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        let text = JSONText()
        text.bytes.reserveCapacity(1024)
        try text.write(value)
        return text.bytes
    }

    var depth: Int { open.count }

    func write<Value: Encodable>(_ value: Value) throws {
        if write(word: value) { return }
        let depth = depth
        try value.encode(to: JSONTextEncoder(text: self, depth: depth))
        close(downTo: depth)
    }

    /// The single value that another value consists of. Numbers of kinds that answers hardly hold come here to write themselves.
    func write<Value: Encodable>(single value: Value) throws {
        if write(word: value) { return }
        if let integer = value as? any BinaryInteger { return append("\(integer)") }
        guard let fraction = value as? any BinaryFloatingPoint else { return try write(value) }
        guard fraction.isFinite else { throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "JSON has no such number")) }
        append("\(fraction)")
    }

    /// Texts, whole numbers and truths; false for anything else.
    private func write<Value: Encodable>(word value: Value) -> Bool {
        if Value.self == String.self, let string = value as? String {
            write(string)
        } else if Value.self == Int.self, let number = value as? Int {
            write(number)
        } else if Value.self == Bool.self, let bool = value as? Bool {
            append(bool ? "true" : "false")
        } else {
            return false
        }
        return true
    }

    func writeNull() { append("null") }

    /// Opens a container on a level; one that is open there already goes on.
    func begin(_ opening: UInt8, _ closing: UInt8, at depth: Int) {
        guard self.depth == depth else { return }
        bytes.append(opening)
        open.append((closing, false))
    }

    /// Makes ready for the next element of the container on a level.
    func next(at depth: Int) {
        close(downTo: depth)
        guard let innermost = open.indices.last else { return }
        if open[innermost].hasElements { bytes.append(UInt8(ascii: ",")) } else { open[innermost].hasElements = true }
    }

    func next(_ key: some CodingKey, at depth: Int) {
        next(at: depth)
        write(key.stringValue)
        bytes.append(UInt8(ascii: ":"))
    }

    private func close(downTo depth: Int) {
        while open.count > depth { bytes.append(open.removeLast().closing) }
    }

    private func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private func write(_ number: Int) {
        if (0..<10).contains(number) { bytes.append(UInt8(ascii: "0") + UInt8(number)) } else { append(String(number)) }
    }

    /// A string with what RFC 8259 wants escaped: quotes, backslashes and control characters.
    private func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { utf8 in
            if utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) { return bytes.append(contentsOf: utf8) }
            for byte in utf8 { write(escaped: byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func write(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
    }
}
