import PrinterFormats
import Testing

/// Small pictures as exactly the bytes that the manuals ask for.
@Suite struct PrintJobBytesTests {
    /// 12 × 2 dots.
    private let picture = Bitmap(width: 12, height: 2, bytes: [0xF0, 0x10, 0x0F, 0x20]) ?? Bitmap(width: 0, height: 0)

    private func parts(_ language: PrinterLanguage, form: ZPLGraphicForm = .hex, margin: Int = 0) throws -> [[UInt8]] {
        let profile = PrinterProfile(name: "test", headDots: 576, dotsPerInch: 203, language: language, graphicForm: form)
        return Array(try PrintJob(picture, for: profile, marginDots: margin))
    }

    @Test func `StarPRNT`() throws {
        #expect(
            try parts(.starPRNT) == [
                [0x1B, 0x40], [0x1B, 0x1D, 0x53, 1, 2, 0, 2, 0, 0, 0xF0, 0x10, 0x0F, 0x20], [0x1B, 0x64, 3, 0x17],
            ])
    }

    @Test func `Star Line Mode`() throws {
        let white = [UInt8](repeating: 0, count: 44)
        #expect(
            try parts(.starLine) == [
                [0x1B, 0x40, 0x1B, 0x30], [0x1B, 0x6B, 2, 0, 0xF0, 0x10, 0x0F, 0x20] + white + [0x0A], [0x1B, 0x64, 3, 0x17],
            ])
    }

    @Test func `Star Graphic Mode`() throws {
        #expect(
            try parts(.starGraphics, margin: 24) == [
                Array("\u{1B}*rA\u{1B}*rP0\0".utf8), [0x62, 2, 0, 0xF0, 0x10, 0x62, 2, 0, 0x0F, 0x20],
                Array("\u{1B}*rY24\0".utf8) + [0x1B, 0x0C, 0] + Array("\u{1B}*rB".utf8) + [0x17],
            ])
    }

    @Test func `ZPL II in hexadecimal`() throws {
        #expect(
            try parts(.zpl).map { String(decoding: $0, as: UTF8.self) } == [
                "^XA^PON^PW12^LL2^LH0,0\n^FO0,0^GFA,4,4,2,", "F0100F20", "^FS\n^PQ1^XZ\n",
            ])
    }

    @Test func `ZPL II with runs`() throws {
        #expect(String(decoding: try parts(.zpl, form: .runLength)[1], as: UTF8.self) == "F01,0F2,")
        let half = [UInt8](repeating: 0xFF, count: 211) + [0xF0] + [UInt8](repeating: 0, count: 43)
        let picture = Bitmap(width: 2040, height: 3, bytes: half + half + [UInt8](repeating: 0xFF, count: 255))
        let profile = PrinterProfile(name: "test", headDots: 2047, dotsPerInch: 203, language: .zpl)
        let band = Array(try PrintJob(#require(picture), for: profile))[1]
        #expect(String(decoding: band, as: UTF8.self) == "zgIF,:!", "423 = 400 + 20 + 3")
    }

    @Test func `TSPL2, where 0 prints and padding is 1`() throws {
        #expect(
            try parts(.tspl) == [
                Array("\r\nSIZE 1.50 mm,0.25 mm\r\nDIRECTION 0\r\nREFERENCE 0,0\r\nCLS\r\nBITMAP 0,0,2,2,0,".utf8),
                [0x0F, 0xEF, 0xF0, 0xDF], Array("\r\nPRINT 1,1\r\n".utf8),
            ])
        let card = try PrintJob(Bitmap(width: 685, height: 432), for: .named("TTP-245C", language: .tspl))
        #expect(String(decoding: card.bytes.prefix(31), as: UTF8.self).hasPrefix("\r\nSIZE 85.75 mm,54.00 mm\r\n"))
        let fine = try PrintJob(Bitmap(width: 1011, height: 638), for: .named("TTP-345 300dpi", language: .tspl))
        #expect(String(decoding: fine.bytes.prefix(31), as: UTF8.self).hasPrefix("\r\nSIZE 85.75 mm,54.25 mm\r\n"))
    }

    @Test func `EPL2, where 0 prints and padding is 1`() throws {
        #expect(
            try parts(.epl) == [Array("\nN\nq16\nGW0,0,2,2,".utf8), [0x0F, 0xEF, 0xF0, 0xDF], Array("\nP1\n".utf8)])
    }
}
