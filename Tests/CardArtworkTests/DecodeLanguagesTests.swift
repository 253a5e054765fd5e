import CardArtwork
import PrinterFormats
import Testing

/// A card in every printer language, read back by programs that are not ours or share nothing with the encoders.
@Suite struct DecodeLanguagesTests {
    /// A language, how ZPL writes pictures in it, and the program that reads it.
    struct Reading: Sendable, CustomTestStringConvertible {
        let language: PrinterLanguage
        var form = ZPLGraphicForm.runLength

        var testDescription: String { language == .zpl ? "ZPL II, \(form.rawValue)" : language.name }

        static let all = [
            Reading(language: .escpos), Reading(language: .starPRNT), Reading(language: .starLine), Reading(language: .starGraphics),
            Reading(language: .zpl, form: .hex), Reading(language: .zpl), Reading(language: .zpl, form: .deflated), Reading(language: .tspl),
            Reading(language: .epl),
        ]

        func job(_ card: Bitmap, at resolution: CardResolution) throws -> [UInt8] {
            let dpi = resolution == .dpi300 ? 300 : 203
            let printer = PrinterProfile(name: "wide head", headDots: card.width, dotsPerInch: dpi, language: language, graphicForm: form)
            return try PrintJob(card, for: printer).bytes
        }

        var script: String {
            switch language {
            case .escpos: "escpos_paper.py"
            case .starPRNT, .starLine, .starGraphics: "star_paper.py"
            case .zpl: "zpl_paper.py"
            case .tspl, .epl: "label_paper.py"
            }
        }

        /// The paper as a PBM file.
        func paper(_ bytes: [UInt8], width: Int, at resolution: CardResolution) throws -> [UInt8] {
            let arguments: [String] =
                switch language {
                case .escpos: [String(width)]
                case .starPRNT, .starLine, .starGraphics: [language.rawValue, String(width)]
                case .zpl: []
                case .tspl, .epl: [language.rawValue, resolution == .dpi300 ? "11.811" : "8"]
                }
            return try Decoder(script: script).run(arguments, input: bytes)
        }
    }

    /// The picture on paper of which only size and position are the language's own: all else has to be white.
    private func expected(_ card: Bitmap, like paper: [UInt8]) -> [UInt8] {
        let sides = String(decoding: paper.dropFirst(3).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self).split(separator: " ").compactMap { Int($0) }
        guard sides.count == 2, sides[0] >= card.width, sides[1] >= card.height, sides[0] < card.width + 8, sides[1] < card.height + 64 else { return [] }
        var picture = Bitmap(width: sides[0], height: sides[1])
        picture.draw(card, x: 0, y: 0)
        return picture.pbm
    }

    @Test(arguments: Reading.all, [CardResolution.dpi203, .dpi300])
    func `the paper shows the identical picture, and zxing reads both codes off it`(reading: Reading, resolution: CardResolution) async throws {
        let card = SampleCards.all[0]
        let picture = try await CardRenderer().render(card, at: resolution)
        let paper = try reading.paper(reading.job(picture, at: resolution), width: picture.width, at: resolution)
        #expect(paper == expected(picture, like: paper))
        #expect(try Decoder.codes(in: [paper]) == ["Code128 \(card.code) QRCode \(card.code)"])
    }

    @Test(arguments: Reading.all)
    func `a byte too many and a byte too few are noticed`(reading: Reading) throws {
        var picture = Bitmap(width: 43, height: 130)
        picture.fill(DotRectangle(x: 3, y: 5, width: 40, height: 120))
        let job = try reading.job(picture, at: .dpi203)
        let refused = Decoder.Failure.ended(script: reading.script, status: 1)
        #expect(throws: refused) { try reading.paper(job + [0x41], width: 43, at: .dpi203) }
        #expect(throws: refused) { try reading.paper(Array(job.dropLast()), width: 43, at: .dpi203) }
        #expect(throws: refused) { try reading.paper(Array(job.dropLast(job.count / 2)), width: 43, at: .dpi203) }
    }
}
