import CardArtwork
import PrinterFormats
import Testing

/// What was printed can be read again by programs that are not ours.
@Suite struct DecodeBackTests {
    private func codes(of card: CardInscription) -> String { "Code128 \(card.code) QRCode \(card.code)" }

    @Test(arguments: [CardResolution.dpi203, .dpi300])
    func `both codes of every card are read back by zxing`(resolution: CardResolution) async throws {
        let renderer = try CardRenderer()
        var pictures: [[UInt8]] = []
        for card in SampleCards.all { pictures.append(try PNGImage.encode(await renderer.render(card, at: resolution))) }
        #expect(try Decoder.codes(in: pictures) == SampleCards.all.map(codes))
    }

    @Test(arguments: [CardResolution.dpi203, .dpi300])
    func `both codes of every club's every tier are read back in every language`(resolution: CardResolution) async throws {
        let renderer = try CardRenderer()
        let cards = ShippedFaceTests.languages.map(ShippedFaceTests.card)
        var pictures: [[UInt8]] = []
        for name in ShippedFaceTests.fronts {
            for card in cards { pictures.append(try PNGImage.encode(await renderer.render(card, on: ShippedFaceTests.face(name), at: resolution))) }
        }
        #expect(pictures.count >= 20 * 4)
        #expect(try Decoder.codes(in: pictures) == ShippedFaceTests.fronts.flatMap { _ in cards.map(codes) })
    }

    @Test(arguments: ShippedFaceTests.languages)
    func `an office printer's PDF has two pages of a card's size, and its codes are read back`(language: String) async throws {
        let card = ShippedFaceTests.card(language)
        let shelf = FaceShelf.shipped
        let front = shelf.front(programme: "km", tier: "gold", rank: card.rank, language: card.language)
        let pdf = try await CardRenderer().pdf(card, front: front, back: shelf.back(programme: "km", language: card.language))
        let answer = try Decoder(script: "read_pdf.py").run(input: pdf)
        let lines = String(decoding: answer, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.prefix(2) == ["85.60 x 53.98 mm", "85.60 x 53.98 mm"])
        #expect(lines.dropFirst(2).first.map(String.init) == codes(of: card))
        #expect(pdf.count < 200_000, "\(pdf.count) bytes")
    }

    @Test func `both codes are read back from the paper of every kind of printer`() async throws {
        let renderer = try CardRenderer()
        var papers: [[UInt8]] = []
        for printer in [PrinterProfile.receipt80, .receipt58, .receipt80At180, .label4Inch] {
            let bytes = try PrintJob(await renderer.render(SampleCards.all[1], for: printer).bitmap, for: printer).bytes
            papers.append(try Decoder(script: "escpos_paper.py").run([String(printer.headDots)], input: bytes))
        }
        #expect(try Decoder.codes(in: papers) == Array(repeating: codes(of: SampleCards.all[1]), count: 4))
    }

    @Test(arguments: [PrinterProfile.RasterCommand.rasterBitImage, .graphics, .longGraphics])
    func `a foreign ESC/POS interpreter gets the identical picture`(raster: PrinterProfile.RasterCommand) async throws {
        let card = try await CardRenderer().render(SampleCards.all[0], at: .dpi203).turnedClockwise()
        let printer = PrinterProfile(name: "test", headDots: 576, dotsPerInch: 203, raster: raster)
        let job = try PrintJob(card, for: printer, marginDots: 24)
        var expected = Bitmap(width: 576, height: card.height + 24)
        expected.draw(card, x: 0, y: 0)
        #expect(try Decoder(script: "escpos_paper.py").run(["576"], input: job.bytes) == expected.pbm)
    }

    @Test func `the foreign interpreter refuses a byte too many and a byte too few`() throws {
        let job = try PrintJob(Bitmap(width: 16, height: 3), for: .receipt80).bytes
        let interpreter = Decoder(script: "escpos_paper.py")
        let refused = Decoder.Failure.ended(script: interpreter.script, status: 1)
        #expect(throws: refused) { try interpreter.run(["576"], input: job + [0x41]) }
        #expect(throws: refused) { try interpreter.run(["576"], input: Array(job.dropLast())) }
    }

    @Test func `a PNG holds exactly the card's dots`() async throws {
        let card = try await CardRenderer().render(SampleCards.all[2], at: .dpi300)
        #expect(try Decoder(script: "picture_to_pbm.py").run(input: PNGImage.encode(card)) == card.pbm)
    }
}
