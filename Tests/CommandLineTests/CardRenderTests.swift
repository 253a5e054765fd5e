import Foundation
import ProgramRunner
import Testing

@Suite("memberlane card render")
struct CardRenderTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func render(_ more: String..., number: String = "9001000000000018", to file: String = "card") async throws -> Outcome {
        try await ProgramUnderTest.run(
            ["card", "render", "--programme", "km", "--tier", "gold", "--name", "A. B.", "--number", number, "-o", folder.path(file)] + more)
    }

    /// Width and height from the header of a PNG (ISO/IEC 15948, 11.2.2); nil when it is none.
    private func size(_ png: Data) -> [Int]? {
        guard png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), png.count > 24 else { return nil }
        return [16, 20].map { start in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    }

    @Test(arguments: [("203", [685, 432]), ("300", [1011, 638])])
    func `a card is drawn at true size`(dpi: String, dots: [Int]) async throws {
        let outcome = try await render("--dpi", dpi)
        #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.complaint.isEmpty, "\(outcome)")
        #expect(try size(folder.bytes("card")) == dots)
    }

    @Test func `the digits of any script are the same number, and the same card`() async throws {
        #expect(try await render(to: "latin").status == 0)
        #expect(try await render(number: "۹۰۰۱ ۰۰۰۰ ۰۰۰۰ ۰۰۱۸", to: "persian").status == 0)
        #expect(try folder.bytes("latin") == folder.bytes("persian"))
    }

    @Test func `name, tier and language are on the card`() async throws {
        let others = [
            [], ["--name", "سپهر رضایی"], ["--name", "王小明"], ["--name", "Ёлкина Ж."], ["--tier", "diamond"], ["--language", "en"], ["--language", "zh"],
        ]
        var cards: Set<Data> = []
        for other in others {
            let base = ["card", "render", "--programme", "km", "--number", "9001000000000018", "-o", folder.path("card")]
            let tier = other.contains("--tier") ? [] : ["--tier", "gold"]
            let name = other.contains("--name") ? [] : ["--name", "A. B."]
            #expect(try await ProgramUnderTest.run(base + tier + name + other).status == 0)
            cards.insert(try folder.bytes("card"))
        }
        #expect(cards.count == others.count)
    }

    @Test func `for an ESC/POS printer the card leaves as raster bands of its whole width`() async throws {
        let outcome = try await render("--format", "escpos")
        #expect(outcome.status == 0, "\(outcome)")
        let bytes = Array(try folder.bytes("card"))
        #expect(bytes.starts(with: [0x1B, 0x40]), "ESC @ first")
        // GS v 0 m xL xH yL yH (Epson ESC/POS, “Print raster bit image”).
        var rows = 0
        var index = 0
        while let band = bytes[index...].firstRange(of: [0x1D, 0x76, 0x30] as [UInt8]), band.upperBound + 5 <= bytes.count {
            let head = bytes[band.upperBound...]
            let start = head.startIndex
            let width = Int(head[start + 1]) | Int(head[start + 2]) << 8
            let height = Int(head[start + 3]) | Int(head[start + 4]) << 8
            #expect(width == (685 + 7) / 8)
            rows += height
            index = start + 5 + width * height
            #expect(index <= bytes.count)
            if index > bytes.count { break }
        }
        #expect(rows == 432)
    }

    @Test(arguments: [
        ("starprnt", "\u{1B}@\u{1B}\u{1D}S\u{1}V\0"), ("star-line", "\u{1B}@\u{1B}0\u{1B}kV\0"), ("star-graphics", "\u{1B}*rA\u{1B}*rP0\0bV\0"),
        ("zpl", "^XA^PON^PW685^LL432^LH0,0\n^FO0,0^GFA,37152,37152,86,"), ("tspl", "\r\nSIZE 85.75 mm,54.00 mm\r\n"), ("epl", "\nN\nq688\nGW0,0,86,432,"),
    ])
    func `for a printer of any language the card leaves in that language, true size`(format: String, beginning: String) async throws {
        let outcome = try await render("--format", format)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(try folder.bytes("card").starts(with: Array(beginning.utf8)))
    }

    @Test func `a mistyped number is refused without being said again, and no file is made`() async throws {
        let outcome = try await render(number: "9001000000000019")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && !outcome.complaint.contains("9001000000000019"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("card")))
    }

    @Test(arguments: [["--tier", "golden"], ["--dpi", "204"], ["--format", "jpeg"], ["--language", "la"]])
    func `what there is not is wrong use, and what there is, is named`(option: [String]) async throws {
        let base = ["card", "render", "--programme", "km", "--name", "A. B.", "--number", "9001000000000018", "-o", folder.path("card")]
        let outcome = try await ProgramUnderTest.run(base + (option[0] == "--tier" ? [] : ["--tier", "gold"]) + option)
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
        #expect(outcome.complaint.contains(option[1]))
        let known = ["--tier": "diamond", "--dpi": "300", "--format": "escpos", "--language": "fa"]
        let alternative = try #require(known[option[0]])
        #expect(outcome.complaint.contains(alternative))
        #expect(!FileManager.default.fileExists(atPath: folder.path("card")))
    }

    @Test func `a name that no font can print is refused by its field`() async throws {
        let outcome = try await render("--name", "\u{10FFFD}")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint, "\(outcome)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("card")))
    }

    @Test func `a file that cannot be written is named`() async throws {
        let outcome = try await render(to: "nowhere/card.png")
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("nowhere/card.png"))
    }
}
