import PrinterFormats
import Testing

@testable import CardArtwork

@Suite struct CardDrawingTests {
    private static let resolutions = [CardResolution.dpi203, .dpi300]

    @Test func `a card has the size of an ID-1 card in the printer's dots`() async throws {
        let renderer = try CardRenderer()
        let small = try await renderer.render(SampleCards.all[0], at: .dpi203)
        let large = try await renderer.render(SampleCards.all[0], at: .dpi300)
        #expect((small.width, small.height) == (685, 432))
        #expect((large.width, large.height) == (1011, 638))
        #expect(CardResolution(dotsPerInch: 203) == .dpi203)
        #expect(CardResolution(dotsPerInch: 180)?.width == 607)
        #expect(CardResolution(dotsPerInch: 20) == nil)
    }

    @Test(arguments: SampleCards.all, resolutions)
    func `every text leaves ink inside its own place and touches nothing else`(card: CardInscription, resolution: CardResolution) async throws {
        let drawing = try await CardRenderer().draw(card, at: resolution)
        #expect(drawing.texts.count == 5 + (card.exampleMark == nil ? 0 : 1))
        Self.expectApart(drawing, resolution, card.testDescription)
    }

    /// Ink inside its box but for a hair, not under another text, not in a code's quiet zone.
    static func expectApart(_ drawing: CardDrawing, _ resolution: CardResolution, _ name: String) {
        for text in drawing.texts {
            #expect(text.ink.width > 0 && text.ink.height > 0, "\(name), \(text.field)")
            #expect(text.box.inset(by: -resolution.dots(0.3)).contains(text.ink), "\(name), \(text.field): \(text.ink) in \(text.box)")
            for other in drawing.texts where other != text { #expect(!text.ink.overlaps(other.ink), "\(name), \(text.field) and \(other.field)") }
            for code in drawing.codes { #expect(!text.ink.overlaps(quietZone(of: code)), "\(name), \(text.field) and \(code.kind)") }
        }
    }

    /// A code with the white it needs: all round a QR code, left and right of bars.
    static func quietZone(of code: CardDrawing.Code) -> DotRectangle {
        let quiet = code.kind.quietModules * code.moduleDots
        if code.kind == .qr { return code.dark.inset(by: -quiet) }
        return DotRectangle(x: code.dark.x - quiet, y: code.dark.y, width: code.dark.width + 2 * quiet, height: code.dark.height)
    }

    @Test(arguments: SampleCards.all, resolutions)
    func `quiet zones are white and nothing is drawn over a code`(card: CardInscription, resolution: CardResolution) async throws {
        let drawing = try await CardRenderer().draw(card, at: resolution)
        #expect(drawing.codes.map(\.kind) == [.code128, .qr])
        for code in drawing.codes {
            let zone = Self.quietZone(of: code)
            #expect(drawing.bitmap.bounds.contains(zone))
            let ink = drawing.bitmap.cropped(to: zone).inkBounds
            #expect(ink == DotRectangle(x: code.dark.x - zone.x, y: code.dark.y - zone.y, width: code.dark.width, height: code.dark.height))
        }
    }

    @Test(arguments: SampleCards.all, resolutions)
    func `every bar and every square is a whole number of modules wide`(card: CardInscription, resolution: CardResolution) async throws {
        let drawing = try await CardRenderer().draw(card, at: resolution)
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
        for code in [SampleCards.number, SampleCards.longCode] {
            let drawing = try await renderer.draw(SampleCards.card(code: code), at: .dpi203)
            #expect(drawing.codes.allSatisfy { $0.moduleDots >= 3 })
            #expect(drawing.codes[0].dark.height >= 64)
        }
    }

    @Test(arguments: [2, 3, 4, 5, 7], ["en", "fa"])
    func `each rank shows a lozenge a tier, full up to its own, and they stand in reading order`(count: Int, language: String) async throws {
        let renderer = try CardRenderer()
        for position in 0..<count {
            let card = SampleCards.card(language, rank: TierRank(position, of: count))
            let drawn = try await renderer.render(card, at: .dpi203)
            let face = try FaceReader(FaceShelf.shipped.houseFront(rank: card.rank)).face
            let box = try #require(face.boxes[.rank])
            let place = box.dots(at: .dpi203, mirrored: card.language.isRightToLeft)
            let middle = drawn.cropped(to: DotRectangle(x: place.x, y: place.y + place.height / 2, width: place.width, height: 1))
            // A full lozenge is one run of its colour, a hollow one two.
            let widths = runs(in: middle, y: 0).enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            let full = widths.count { $0 > 6 }
            #expect(full == position + 1 && widths.count - full == 2 * (count - position - 1), "\(widths)")
            let first = try #require(widths.first)
            if position < count - 1 { #expect((first > 6) == (language == "en")) }
        }
    }

    @Test func `a club with one tier shows no lozenge`() async throws {
        let drawn = try await CardRenderer().render(SampleCards.card(rank: TierRank(0, of: 1)), at: .dpi203)
        let box = try #require(FaceReader(FaceShelf.shipped.houseFront(rank: TierRank(0, of: 1))).face.boxes[.rank])
        #expect(drawn.cropped(to: box.dots(at: .dpi203, mirrored: false)).inkCount == 0)
    }

    @Test func `with more tiers than lozenges the order is still kept`() {
        let lozenges = (0..<12).map { TierRank($0, of: 12).lozenges }
        #expect(lozenges.first == 1 && lozenges.last == 7)
        #expect(zip(lozenges, lozenges.dropFirst()).allSatisfy { $0 <= $1 })
        #expect((0..<3).map { TierRank($0, of: 3).scaled(to: 4) } == [1, 3, 4])
        #expect(TierRank(9, of: 3) == TierRank(2, of: 3))
        #expect(TierRank(0, of: 0).isHighest)
    }

    @Test func `right-to-left cards are mirrored, codes are not`() async throws {
        let renderer = try CardRenderer()
        let persian = try await renderer.draw(SampleCards.card("fa"), at: .dpi203)
        let english = try await renderer.draw(SampleCards.card("en"), at: .dpi203)
        #expect(persian.codes[1].dark.x < 100 && english.codes[1].dark.x > 400)
        #expect(persian.bitmap.cropped(to: persian.codes[1].dark) == english.bitmap.cropped(to: english.codes[1].dark))
        #expect(persian.texts[0].ink.right > 600 && english.texts[0].ink.x < 60)
    }

    @Test func `the same card is the same dots, from any renderer, at the same time`() async throws {
        let cards = SampleCards.all
        let reference = try await render(cards)
        try await withThrowingTaskGroup(of: [Bitmap].self) { group in
            for _ in 0..<3 { group.addTask { try await render(cards) } }
            for try await drawn in group { #expect(drawn == reference) }
        }
    }

    private func render(_ cards: [CardInscription]) async throws -> [Bitmap] {
        let renderer = try CardRenderer()
        var drawn: [Bitmap] = []
        for card in cards { drawn.append(try await renderer.render(card, at: .dpi203)) }
        return drawn
    }

    @Test func `a printer gets the card as it fits: along, turned, or as a slip drawn anew`() async throws {
        let renderer = try CardRenderer()
        let card = try await renderer.render(SampleCards.all[0], at: .dpi203)
        #expect(try await renderer.render(SampleCards.all[0], for: .label4Inch) == FittedBitmap(bitmap: card, placement: .landscape))
        #expect(try await renderer.render(SampleCards.all[0], for: .receipt80) == FittedBitmap(bitmap: card.turnedClockwise(), placement: .turned))
        let slip = try await renderer.render(SampleCards.all[0], for: .receipt58)
        #expect(slip.placement == .slip)
        #expect(slip.bitmap.width == 384)
        let narrow = PrinterProfile(name: "test", headDots: 200, dotsPerInch: 203)
        await #expect(throws: FaceRefusal.headTooNarrow(dots: 200)) { try await renderer.render(SampleCards.all[0], for: narrow) }
    }
}
