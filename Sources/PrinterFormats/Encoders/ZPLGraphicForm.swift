private import FoundationEssentials

/// The ways in which `^GFA` takes a picture's bytes.
///
/// Source: Zebra ZPL II programming guide, “Alternative Data Compression Scheme for ~DG and ~DB Commands” and “ZB64 Encoding and Compression”.
public enum ZPLGraphicForm: String, Sendable, Hashable, CaseIterable {
    /// Two hexadecimal digits a byte: every ZPL II printer.
    case hex
    /// The same with runs: a count before the digit, `,` fills a row with 0, `!` with 1, `:` repeats the row above.
    case runLength
    /// `:Z64:`: deflated (RFC 1950), in base 64, with a checksum. Firmware from about 2003 on.
    case deflated

    /// The data field of `^GFA`.
    func encode(_ data: ArraySlice<UInt8>, rowBytes: Int) -> [UInt8] {
        switch self {
        case .hex: Self.digits(data)
        case .runLength: Self.runs(data, rowBytes: rowBytes)
        case .deflated: Self.deflated(data)
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)

    private static func digits(_ data: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(2 * data.count)
        for byte in data {
            text.append(hexDigits[Int(byte >> 4)])
            text.append(hexDigits[Int(byte & 15)])
        }
        return text
    }
}

extension ZPLGraphicForm {
    private static func runs(_ data: ArraySlice<UInt8>, rowBytes: Int) -> [UInt8] {
        var text: [UInt8] = []
        var above: ArraySlice<UInt8>?
        for start in stride(from: data.startIndex, to: data.endIndex, by: rowBytes) {
            let row = data[start..<start + rowBytes]
            if let above, above.elementsEqual(row) { text.append(UInt8(ascii: ":")) } else { text += runs(ofRow: digits(row)) }
            above = row
        }
        return text
    }

    private static func runs(ofRow digits: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var start = 0
        while start < digits.count {
            let digit = digits[start]
            let end = digits[start...].firstIndex { $0 != digit } ?? digits.count
            if end == digits.count, digit == UInt8(ascii: "0") || digit == UInt8(ascii: "F") {
                text.append(digit == UInt8(ascii: "0") ? UInt8(ascii: ",") : UInt8(ascii: "!"))
            } else {
                text += count(end - start) + [digit]
            }
            start = end
        }
        return text
    }

    /// How often the digit that follows is meant: `z` 400, `g`…`y` 20…380, `G`…`Y` 1…19, added up. Once needs no count.
    private static func count(_ times: Int) -> [UInt8] {
        if times == 1 { return [] }
        var text = [UInt8](repeating: UInt8(ascii: "z"), count: times / 400)
        let (twenties, ones) = (times % 400).quotientAndRemainder(dividingBy: 20)
        if twenties > 0 { text.append(UInt8(ascii: "f") + UInt8(twenties)) }
        if ones > 0 { text.append(UInt8(ascii: "F") + UInt8(ones)) }
        return text
    }
}

extension ZPLGraphicForm {
    private static func deflated(_ data: ArraySlice<UInt8>) -> [UInt8] {
        // Without memory there is still the plain form.
        guard let packed = Deflated.pack(data) else { return digits(data) }
        let text = Array(Data(packed).base64EncodedData())
        let sum = String(checksum(text), radix: 16, uppercase: true)
        return Array(":Z64:".utf8) + text + Array(":\(String(repeating: "0", count: 4 - sum.count))\(sum)".utf8)
    }

    /// CRC-16 with the polynomial 0x1021 and the initial value 0, over the text in base 64.
    private static func checksum(_ text: [UInt8]) -> UInt16 {
        text.reduce(0) { sum, byte in
            (0..<8).reduce(sum ^ UInt16(byte) << 8) { sum, _ in sum & 0x8000 == 0 ? sum << 1 : sum << 1 ^ 0x1021 }
        }
    }
}
