import PrinterFormats
import Testing

@testable import CardArtwork

@Suite struct CardDrawingTests {
    private static let resolutions = [CardResolution.dpi203, .dpi300]

    @Test func `a card has the size of an ID-1 card in the printer's dots`() async throws {
        let renderer = try CardRenderer()
        let small = try await renderer.render(SampleFaces.all[0], at: .dpi203)
        let large = try await renderer.render(SampleFaces.all[0], at: .dpi300)
        #expect((small.width, small.height) == (685, 432))
        #expect((large.width, large.height) == (1011, 638))
        #expect(CardResolution(dotsPerInch: 203) == .dpi203)
        #expect(CardResolution(dotsPerInch: 180)?.width == 607)
        #expect(CardResolution(dotsPerInch: 20) == nil)
    }

    @Test(arguments: SampleFaces.all, resolutions)
    func `every text leaves ink inside its own place and touches nothing else`(face: CardFace, resolution: CardResolution) async throws {
        let drawing = try await CardRenderer().draw(face, at: resolution)
        let layout = CardLayout(resolution: resolution, isRightToLeft: face.language.isRightToLeft)
        #expect(drawing.texts.count == 4 + (face.notice == nil ? 0 : 1) + (face.exampleMark == nil ? 0 : 1))
        for text in drawing.texts {
            let slack = layout.dots(0.3)
            #expect(text.ink.width > 0 && text.ink.height > 0)
            #expect(text.ink.x >= text.box.x - slack && text.ink.right <= text.box.right + slack, "\(text.field)")
            #expect(layout.frame.inset(by: layout.frameLine).contains(text.ink), "\(text.field)")
            #expect(!text.ink.overlaps(layout.stripes), "\(text.field)")
            for other in drawing.texts where other != text { #expect(!text.ink.overlaps(other.ink), "\(text.field) and \(other.field)") }
            for code in drawing.codes { #expect(!text.ink.overlaps(quietZone(of: code)), "\(text.field) and \(code.kind)") }
        }
    }

    /// A code with the white it needs: all round a QR code, left and right of bars.
    private func quietZone(of code: CardDrawing.Code) -> DotRectangle {
        let quiet = code.kind.quietModules * code.moduleDots
        if code.kind == .qr { return code.dark.inset(by: -quiet) }
        return DotRectangle(x: code.dark.x - quiet, y: code.dark.y, width: code.dark.width + 2 * quiet, height: code.dark.height)
    }

    @Test(arguments: SampleFaces.all, resolutions)
    func `quiet zones are white and nothing is drawn over a code`(face: CardFace, resolution: CardResolution) async throws {
        let drawing = try await CardRenderer().draw(face, at: resolution)
        #expect(drawing.codes.map(\.kind) == [.code128, .qr])
        for code in drawing.codes {
            let zone = quietZone(of: code)
            #expect(drawing.bitmap.bounds.contains(zone))
            let ink = drawing.bitmap.cropped(to: zone).inkBounds
            #expect(ink == DotRectangle(x: code.dark.x - zone.x, y: code.dark.y - zone.y, width: code.dark.width, height: code.dark.height))
        }
    }

    @Test(arguments: SampleFaces.all, resolutions)
    func `every bar and every square is a whole number of modules wide`(face: CardFace, resolution: CardResolution) async throws {
        let drawing = try await CardRenderer().draw(face, at: resolution)
        for code in drawing.codes {
            let picture = drawing.bitmap.cropped(to: code.dark)
            for pattern in code.kind == .qr ? [picture, picture.turnedClockwise()] : [picture] {
                for y in 0..<pattern.height { #expect(runs(in: pattern, y: y).allSatisfy { $0 % code.moduleDots == 0 }) }
            }
            #expect(Double(code.moduleDots) / resolution.dotsPerMillimetre >= 0.33)
        }
    }

    /// The lengths of equal dots in a row, left to right.
    private func runs(in bitmap: Bitmap, y: Int) -> [Int] {
        var runs: [Int] = []
        for x in 0..<bitmap.width {
            if x > 0, bitmap[x, y] == bitmap[x - 1, y] { runs[runs.count - 1] += 1 } else { runs.append(1) }
        }
        return runs
    }

    @Test func `bars are at least 8 mm high and modules at least 3 dots at 203 dpi, for 16 and 22 digits`() async throws {
        let renderer = try CardRenderer()
        for code in [SampleFaces.number, SampleFaces.longCode] {
            let drawing = try await renderer.draw(SampleFaces.face(code: code), at: .dpi203)
            #expect(drawing.codes.allSatisfy { $0.moduleDots >= 3 })
            #expect(drawing.codes[0].dark.height >= 64)
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 7])
    func `each rank shows its own number of stripes and only the highest a black header`(count: Int) async throws {
        let renderer = try CardRenderer()
        let layout = CardLayout(resolution: .dpi203, isRightToLeft: false)
        for position in 0..<count {
            let card = try await renderer.render(SampleFaces.face(rank: TierRank(position, of: count)), at: .dpi203)
            let column = card.cropped(to: DotRectangle(x: 342, y: layout.stripes.y, width: 1, height: layout.stripes.height)).turnedClockwise()
            let stripes = runs(in: column, y: 0).count / 2
            #expect(stripes == position + 1)
            let header = card.cropped(to: layout.header)
            #expect((header.inkCount * 2 > header.width * header.height) == (position == count - 1))
        }
    }

    @Test func `with more tiers than stripes the order is still kept`() {
        let stripes = (0..<12).map { TierRank($0, of: 12).stripes }
        #expect(stripes.first == 1 && stripes.last == 7)
        #expect(zip(stripes, stripes.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(TierRank(9, of: 3) == TierRank(2, of: 3))
        #expect(TierRank(0, of: 0).isHighest)
    }

    @Test func `right-to-left cards are mirrored, codes are not`() async throws {
        let renderer = try CardRenderer()
        let persian = try await renderer.draw(SampleFaces.face("fa"), at: .dpi203)
        let english = try await renderer.draw(SampleFaces.face("en"), at: .dpi203)
        #expect(persian.codes[1].dark.x < 100 && english.codes[1].dark.x > 400)
        #expect(persian.bitmap.cropped(to: persian.codes[1].dark) == english.bitmap.cropped(to: english.codes[1].dark))
        #expect(persian.texts[0].ink.right > 600 && english.texts[0].ink.x < 60)
    }

    @Test func `the same card is the same dots, from any renderer, at the same time`() async throws {
        let faces = SampleFaces.all
        let reference = try await render(faces)
        try await withThrowingTaskGroup(of: [Bitmap].self) { group in
            for _ in 0..<3 { group.addTask { try await render(faces) } }
            for try await cards in group { #expect(cards == reference) }
        }
    }

    private func render(_ faces: [CardFace]) async throws -> [Bitmap] {
        let renderer = try CardRenderer()
        var cards: [Bitmap] = []
        for face in faces { cards.append(try await renderer.render(face, at: .dpi203)) }
        return cards
    }

    @Test func `a printer gets the card as it fits: along, turned, or as a slip drawn anew`() async throws {
        let renderer = try CardRenderer()
        let card = try await renderer.render(SampleFaces.all[0], at: .dpi203)
        #expect(try await renderer.render(SampleFaces.all[0], for: .label4Inch) == FittedBitmap(bitmap: card, placement: .landscape))
        #expect(try await renderer.render(SampleFaces.all[0], for: .receipt80) == FittedBitmap(bitmap: card.turnedClockwise(), placement: .turned))
        let slip = try await renderer.render(SampleFaces.all[0], for: .receipt58)
        #expect(slip.placement == .slip)
        #expect(slip.bitmap.width == 384)
        let narrow = PrinterProfile(name: "test", headDots: 200, dotsPerInch: 203)
        await #expect(throws: FaceRefusal.headTooNarrow(dots: 200)) { try await renderer.render(SampleFaces.all[0], for: narrow) }
    }
}
