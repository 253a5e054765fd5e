/// Reads a text once, from its first byte to its last, into nodes.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private(set) var nodes: [JSONNode] = []
    /// The lists and objects that are open, innermost last.
    private var open: [Int] = []
    private(set) var hasOnlyASCII = true

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        nodes.reserveCapacity(bytes.count / 8 + 4)
    }

    /// Reads one value and nothing behind it.
    mutating func scan() throws(JSONFault) {
        guard bytes.count < Int32.max else { throw .tooLong }
        try value()
        while let innermost = open.last {
            if nodes[innermost].kind == .object { try field(of: innermost) } else { try element(of: innermost) }
        }
        skipSpace()
        guard at == bytes.count else { throw .more }
    }

    /// The next element of an open list, or its end.
    private mutating func element(of list: Int) throws(JSONFault) {
        switch try nextByte() {
        case UInt8(ascii: "]"): close(list)
        case UInt8(ascii: ",") where nodes[list].count > 0:
            at += 1
            try value(in: list)
        default:
            guard nodes[list].count == 0 else { throw .unexpected }
            try value(in: list)
        }
    }

    /// The next field of an open object, or its end.
    private mutating func field(of object: Int) throws(JSONFault) {
        let byte = try nextByte()
        if byte == UInt8(ascii: "}") { return close(object) }
        if nodes[object].count > 0 {
            guard byte == UInt8(ascii: ",") else { throw .unexpected }
            at += 1
        }
        guard try nextByte() == UInt8(ascii: "\"") else { throw .unexpected }
        try text()
        guard try nextByte() == UInt8(ascii: ":") else { throw .unexpected }
        at += 1
        try value(in: object)
    }

    private mutating func close(_ node: Int) {
        at += 1
        nodes[node].next = Int32(nodes.count)
        open.removeLast()
    }

    private mutating func value(in parent: Int) throws(JSONFault) {
        nodes[parent].count += 1
        try value()
    }

    private mutating func value() throws(JSONFault) {
        switch try nextByte() {
        case UInt8(ascii: "\""): try text()
        case UInt8(ascii: "{"): try begin(.object)
        case UInt8(ascii: "["): try begin(.list)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw .unexpected
        }
    }

    private mutating func begin(_ kind: JSONNode.Kind) throws(JSONFault) {
        guard open.count < JSON.deepest else { throw .tooDeep }
        open.append(nodes.count)
        append(kind, from: at, to: at + 1)
        at += 1
    }

    private mutating func word(_ word: StaticString, _ kind: JSONNode.Kind) throws(JSONFault) {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count else { throw .unfinished }
        for offset in 0..<word.utf8CodeUnitCount where bytes[at + offset] != word.utf8Start[offset] { throw .wrongWord }
        append(kind, from: at, to: end)
        at = end
    }

    private mutating func text() throws(JSONFault) {
        at += 1
        let start = at
        var kind = JSONNode.Kind.text
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") {
                append(kind, from: start, to: at)
                at += 1
                return
            }
            if byte < 0x20 { throw .controlCharacter }
            if byte >= 0x80 { hasOnlyASCII = false }
            at += 1
            if byte == UInt8(ascii: "\\") {
                kind = .escapedText
                try escape()
            }
        }
        throw .unfinished
    }

    /// What stands behind a backslash; of a surrogate, its other half too.
    private mutating func escape() throws(JSONFault) {
        guard at < bytes.count else { throw .unfinished }
        let byte = bytes[at]
        at += 1
        guard byte == UInt8(ascii: "u") else {
            guard JSONEscape.meaning(of: byte) != nil else { throw .wrongEscape }
            return
        }
        let unit = try hexadecimal()
        if (0xDC00...0xDFFF).contains(unit) { throw .wrongEscape }
        guard (0xD800...0xDBFF).contains(unit) else { return }
        guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else { throw .wrongEscape }
        at += 2
        guard (0xDC00...0xDFFF).contains(try hexadecimal()) else { throw .wrongEscape }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        guard at + 4 <= bytes.count else { throw .unfinished }
        guard let unit = JSONEscape.unit(of: bytes[at..<at + 4]) else { throw .wrongEscape }
        at += 4
        return unit
    }

    private mutating func number() throws(JSONFault) {
        let start = at
        var isWhole = true
        if bytes[at] == UInt8(ascii: "-") { at += 1 }
        let first = at
        guard digits() > 0 else { throw .wrongNumber }
        if bytes[first] == UInt8(ascii: "0"), at - first > 1 { throw .wrongNumber }
        if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
            isWhole = false
            at += 1
            guard digits() > 0 else { throw .wrongNumber }
        }
        if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            at += 1
            if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
            guard digits() > 0 else { throw .wrongNumber }
        }
        append(isWhole ? .wholeNumber : .otherNumber, from: start, to: at)
    }

    private mutating func digits() -> Int {
        let start = at
        while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 { at += 1 }
        return at - start
    }

    private mutating func nextByte() throws(JSONFault) -> UInt8 {
        skipSpace()
        guard at < bytes.count else { throw .unfinished }
        return bytes[at]
    }

    private mutating func skipSpace() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
    }

    private mutating func append(_ kind: JSONNode.Kind, from start: Int, to end: Int) {
        nodes.append(JSONNode(kind: kind, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), next: Int32(nodes.count + 1)))
    }
}
