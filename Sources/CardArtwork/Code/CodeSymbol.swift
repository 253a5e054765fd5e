import CZint
import PrinterFormats

/// A barcode as modules: one dot a module, 1 is dark, no quiet zone.
struct CodeSymbol: Sendable, Hashable {
    /// Which code.
    enum Kind: Sendable, Hashable {
        /// Code 128 (ISO/IEC 15417): digits in pairs, code set C.
        case code128
        /// QR code model 2 (ISO/IEC 18004), error correction M or better.
        case qr

        /// White modules each side: 10 (ISO/IEC 15417, 4.2 f), 4 (ISO/IEC 18004, 5.3.8).
        var quietModules: Int { self == .code128 ? 10 : 4 }

        /// The narrowest module in millimetres: 2 dots at 203 dpi for bars, 3 for a QR code; cheap readers see no less.
        var narrowestModule: Double { self == .code128 ? 0.25 : 0.375 }

        /// The box of a face it stands in.
        var field: FaceField { self == .code128 ? .code128 : .qr }

        fileprivate var symbology: Int32 { self == .code128 ? BARCODE_CODE128 : BARCODE_QRCODE }
    }

    let kind: Kind
    let modules: Bitmap

    /// Encodes digits.
    init(_ kind: Kind, digits: String) throws {
        guard 4...40 ~= digits.utf8.count, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { throw FaceRefusal.codeNotDigits }
        guard let symbol = ZBarcode_Create() else { throw CardFault.barcodeFailed("no memory") }
        defer { ZBarcode_Delete(symbol) }
        symbol.pointee.symbology = kind.symbology
        if kind == .qr { symbol.pointee.option_1 = 2 }
        let result = Array(digits.utf8).withUnsafeBufferPointer { ZBarcode_Encode(symbol, $0.baseAddress, Int32($0.count)) }
        guard result < ZINT_ERROR_TOO_LONG else {
            throw CardFault.barcodeFailed(withUnsafeBytes(of: symbol.pointee.errtxt) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        self.kind = kind
        modules = Self.modules(of: symbol)
    }

    /// zint keeps rows of 144 bytes, the leftmost module in the lowest bit.
    private static func modules(of symbol: UnsafeMutablePointer<zint_symbol>) -> Bitmap {
        var modules = Bitmap(width: Int(symbol.pointee.width), height: Int(symbol.pointee.rows))
        withUnsafeBytes(of: &symbol.pointee.encoded_data) { rows in
            for y in 0..<modules.height {
                for x in 0..<modules.width { modules[x, y] = rows[y * 144 + x >> 3] & (1 << UInt8(x & 7)) != 0 }
            }
        }
        return modules
    }

    /// The largest module, in dots, with which the symbol and its quiet zones fit; nothing when that would be too narrow to read.
    ///
    /// Bars stand in the whole height of the place, without a quiet zone above and below.
    func moduleDots(width: Int, height: Int, resolution: CardResolution) -> Int? {
        var dots = width / (modules.width + 2 * kind.quietModules)
        if kind == .qr { dots = min(dots, height / (modules.height + 2 * kind.quietModules)) }
        // The tolerance keeps 3 dots of 0.125 mm from being called less than 0.375 mm.
        return dots >= 2 && Double(dots) / resolution.dotsPerMillimetre >= kind.narrowestModule - 0.005 ? dots : nil
    }

    /// The symbol with modules of so many dots; bars are `barHeight` dots high.
    func enlarged(moduleDots: Int, barHeight: Int) -> Bitmap {
        let rowHeight = kind == .code128 ? barHeight : moduleDots
        var bitmap = Bitmap(width: modules.width * moduleDots, height: modules.height * rowHeight)
        for y in 0..<modules.height {
            for x in 0..<modules.width where modules[x, y] {
                bitmap.fill(DotRectangle(x: x * moduleDots, y: y * rowHeight, width: moduleDots, height: rowHeight))
            }
        }
        return bitmap
    }
}
