import FoundationEssentials
import PrinterFormats

/// The data of a `^GFA` field, byte by byte until it is whole.
///
/// Sources: Zebra ZPL II programming guide, `^GF`, “Alternative Data Compression Scheme” and “ZB64 Encoding and Compression”.
struct ZPLGraphicField: Sendable {
    /// The most bytes a picture may have.
    static let largest = 1 << 22

    /// How far it has come.
    enum Progress { case more, whole([UInt8]), damaged }

    let rowBytes: Int
    private let count: Int
    private var bytes: [UInt8] = []
    private var row: [UInt8] = []
    private var times = 0
    private var text: [UInt8]?
    private var (colons, sinceColon) = (0, 0)
    private var isFirst = true

    /// A picture of `count` bytes, `rowBytes` a row.
    init?(count: Int, rowBytes: Int) {
        guard 1...Self.largest ~= count, 1...count ~= rowBytes, count.isMultiple(of: rowBytes) else { return nil }
        self.count = count
        self.rowBytes = rowBytes
    }

    mutating func take(_ byte: UInt8) -> Progress {
        defer { isFirst = false }
        if isFirst, byte == UInt8(ascii: ":") { text = [] }
        if text != nil { return takeText(byte) }
        return takeDigit(byte)
    }

    /// `:Z64:`, base 64, `:`, four digits.
    private mutating func takeText(_ byte: UInt8) -> Progress {
        guard var text else { return .damaged }
        text.append(byte)
        self.text = text
        if byte == UInt8(ascii: ":") { colons += 1 }
        sinceColon = byte == UInt8(ascii: ":") ? 0 : sinceColon + 1
        guard text.count < 2 * Self.largest else { return .damaged }
        guard colons == 3, sinceColon == 4 else { return .more }
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts[1].elementsEqual("Z64".utf8), let packed = Data(base64Encoded: Data(parts[2])),
            UInt16(String(decoding: parts[3], as: UTF8.self), radix: 16) == sum(parts[2]),
            let unpacked = Deflated.unpack(Array(packed), most: count), unpacked.count == count
        else { return .damaged }
        return .whole(unpacked)
    }

    /// CRC-16, CCITT's polynomial, by the book: one bit at a time through a shift register.
    private func sum(_ text: ArraySlice<UInt8>) -> UInt16 {
        var register: UInt32 = 0
        for byte in text {
            for bit in (0..<8).reversed() {
                let out = register >> 15 & 1 ^ UInt32(byte) >> UInt32(bit) & 1
                register = register << 1 & 0xFFFF
                if out == 1 { register ^= 0x1021 }
            }
        }
        return UInt16(register)
    }

    private mutating func takeDigit(_ byte: UInt8) -> Progress {
        switch byte {
        case UInt8(ascii: "G")...UInt8(ascii: "Y"): times += Int(byte) - 70
        case UInt8(ascii: "g")...UInt8(ascii: "z"): times += (Int(byte) - 102) * 20
        case UInt8(ascii: ","), UInt8(ascii: "!"):
            row += repeatElement(byte == UInt8(ascii: ",") ? 0 : 15, count: 2 * rowBytes - row.count)
        case UInt8(ascii: ":"):
            guard row.isEmpty, bytes.count >= rowBytes else { return .damaged }
            bytes += bytes.suffix(rowBytes)
        case 0x0A, 0x0D: break
        default:
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x61 else { return .damaged }
            row += repeatElement(UInt8(digit), count: min(max(times, 1), 2 * rowBytes - row.count + 1))
            times = 0
        }
        guard row.count <= 2 * rowBytes else { return .damaged }
        if row.count == 2 * rowBytes {
            bytes += stride(from: 0, to: row.count, by: 2).map { row[$0] << 4 | row[$0 + 1] }
            row = []
        }
        if bytes.count < count { return .more }
        return bytes.count == count ? .whole(bytes) : .damaged
    }
}
