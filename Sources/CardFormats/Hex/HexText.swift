/// Bytes written in hexadecimal, as people paste them: any white space and commas between bytes, `0x` before them or not, and from a
/// `#` to the end of the line a remark.
public enum HexText {
    /// All bytes of a text, line ends notwithstanding: a report descriptor.
    public static func bytes(_ text: String) throws(HexFault) -> [UInt8] {
        try lines(text).flatMap { $0 }
    }

    /// The bytes of each line that has any: one report a line.
    public static func lines(_ text: String) throws(HexFault) -> [[UInt8]] {
        var reader = HexReader()
        for scalar in text.unicodeScalars { try reader.take(scalar) }
        return try reader.finish()
    }
}

/// Reads hexadecimal a character at a time and counts lines and columns, both from 1.
private struct HexReader {
    private var lines: [[UInt8]] = []
    private var current: [UInt8] = []
    /// The first digit of a byte, or a `0x` that no digit has followed.
    private var open = Open.nothing
    private var openColumn = 0
    private var isRemark = false
    private var line = 1
    private var column = 0
    private var lastWasReturn = false

    private enum Open { case nothing, digit(UInt8), prefix }

    mutating func take(_ scalar: Unicode.Scalar) throws(HexFault) {
        let isSecondOfPair = lastWasReturn && scalar == "\n"
        lastWasReturn = scalar == "\r"
        if isSecondOfPair { return }
        column += 1
        if scalar == "\n" || scalar == "\r" {
            try endLine()
        } else if isRemark {
            return
        } else if scalar == "#" {
            try endByte()
            isRemark = true
        } else if scalar.properties.isWhitespace || scalar == "," || scalar == "\u{FEFF}" {
            try endByte()
        } else if scalar == "x" || scalar == "X", case .digit(0) = open {
            open = .prefix
        } else if let nibble = nibble(scalar) {
            if case .digit(let high) = open {
                current.append(high << 4 | nibble)
                open = .nothing
            } else {
                (open, openColumn) = (.digit(nibble), column)
            }
        } else {
            throw .notHexadecimal(scalar, line: line, column: column)
        }
    }

    mutating func finish() throws(HexFault) -> [[UInt8]] {
        try endLine()
        return lines
    }

    private mutating func endLine() throws(HexFault) {
        try endByte()
        if !current.isEmpty { lines.append(current) }
        current = []
        isRemark = false
        line += 1
        column = 0
    }

    private func endByte() throws(HexFault) {
        guard case .nothing = open else { throw .halfByte(line: line, column: openColumn) }
    }

    private func nibble(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar {
        case "0"..."9": UInt8(scalar.value - 0x30)
        case "a"..."f": UInt8(scalar.value - 0x61 + 10)
        case "A"..."F": UInt8(scalar.value - 0x41 + 10)
        default: nil
        }
    }
}
