import PrinterFormats
import Testing

@testable import CardArtwork

@Suite struct CardTextTests {
    /// The ink of one text on a card.
    private func ink(_ field: FaceField, of card: CardInscription) async throws -> Bitmap {
        let drawing = try await CardRenderer().draw(card, at: .dpi203)
        let text = try #require(drawing.texts.first { $0.field == field })
        return drawing.bitmap.cropped(to: text.ink)
    }

    @Test func `numbers stand in groups of four in the digits of the language`() {
        #expect(CardLanguage("fa").grouped("9001234567890128") == "۹۰۰۱\u{A0}۲۳۴۵\u{A0}۶۷۸۹\u{A0}۰۱۲۸")
        #expect(CardLanguage("ar").grouped("90012") == "٩٠٠١\u{A0}٢")
        #expect(CardLanguage("zh-Hans").grouped("900123456789") == "9001\u{A0}2345\u{A0}6789")
        #expect(CardLanguage("FA_IR").isRightToLeft && !CardLanguage("").isRightToLeft)
    }

    @Test func `the first group of a Persian number stands left`() async throws {
        // A Persian zero is a dot, so the half with the zeros has less ink.
        let ink = try await ink(.number, of: SampleCards.card("fa", number: "1111111100000000"))
        let half = ink.width / 2
        let left = ink.cropped(to: DotRectangle(x: 0, y: 0, width: half, height: ink.height)).inkCount
        #expect(left * 2 > ink.inkCount * 3 / 2)
    }

    @Test func `Persian letters join, and the zero-width non-joiner parts them without a space`() async throws {
        let joined = try await ink(.name, of: SampleCards.card("fa", name: "بیبی"))
        let parted = try await ink(.name, of: SampleCards.card("fa", name: "بی‌بی"))
        let single = try await ink(.name, of: SampleCards.card("fa", name: "ب‌ی‌ب‌ی"))
        let spaced = try await ink(.name, of: SampleCards.card("fa", name: "بی بی"))
        #expect(joined.width < parted.width)
        #expect(parted.width < single.width)
        #expect(parted.width < spaced.width)
    }

    @Test func `a foreign name keeps its full stop at its own end`() async throws {
        let latin = try await ink(.name, of: SampleCards.card("fa", name: "Anna B."))
        let end = try #require(latin.cropped(to: DotRectangle(x: latin.width - 5, y: 0, width: 5, height: latin.height)).inkBounds)
        #expect(end.height < latin.height / 2)
        let persian = try await ink(.name, of: SampleCards.card("en", name: "زهرا ک."))
        let start = try #require(persian.cropped(to: DotRectangle(x: 0, y: 0, width: 5, height: persian.height)).inkBounds)
        #expect(start.height < persian.height / 2)
    }

    @Test func `a long name gets smaller, then takes two lines, then ends in dots`() async throws {
        let renderer = try CardRenderer()
        var sizes: [Int] = []
        var cuts: [Bool] = []
        var lines: [Int] = []
        for name in ["Anna M.", "Anna-Maria K. Lindqvist", "Anna-Maria Katharina Lindqvist Oppenheimer", String(repeating: "Anna ", count: 40)] {
            let drawing = try await renderer.draw(SampleCards.card(name: name), at: .dpi203)
            let text = try #require(drawing.texts.first { $0.field == .name })
            sizes.append(text.size)
            cuts.append(text.isCut)
            lines.append(text.lines)
        }
        // The face wants 5.4 mm, 43 dots, and cuts at 3 mm, 24 dots.
        #expect(sizes[0] == 43 && sizes[3] == 24)
        #expect(zip(sizes, sizes.dropFirst()).allSatisfy { $0 > $1 }, "\(sizes)")
        #expect(lines == [1, 1, 2, 2])
        #expect(cuts == [false, false, false, true])
    }

    @Test func `a name without spaces is broken, not run off the card`() async throws {
        let drawing = try await CardRenderer().draw(SampleCards.card(name: String(repeating: "W", count: 200)), at: .dpi203)
        let text = try #require(drawing.texts.first { $0.field == .name })
        #expect(text.isCut && text.ink.width <= text.box.width)
    }

    @Test func `white space around and inside a name does not count`() async throws {
        let renderer = try CardRenderer()
        let tidy = try await renderer.render(SampleCards.card(name: "Anna M."), at: .dpi203)
        #expect(try await renderer.render(SampleCards.card(name: "  Anna \u{A0} M. "), at: .dpi203) == tidy)
    }

    @Test(arguments: [("Anna 😀", "😀" as Character), ("ანა", "ა"), ("Anna \u{0E01}", "\u{0E01}")])
    func `a character no font has is refused by name, never printed as a box`(name: String, character: Character) async throws {
        let renderer = try CardRenderer()
        let refusal = FaceRefusal.unknownCharacter(.name, character)
        await #expect(throws: refusal) { try await renderer.render(SampleCards.card(name: name), at: .dpi203) }
        #expect(refusal.errorDescription?.contains("U+") == true)
    }

    @Test(arguments: ["Anna\u{202E}M", "Anna\nM", "Anna\tM", "\u{FEFF}Anna", "Anna\u{0}", "Anna\u{2067}", "Anna\u{AD}M", "\u{E000}"])
    func `control characters and invisible ones that turn letters round are refused`(name: String) async throws {
        let renderer = try CardRenderer()
        let error = await #expect(throws: FaceRefusal.self) { try await renderer.render(SampleCards.card(name: name), at: .dpi203) }
        guard case .controlCharacter(.name, _) = error else {
            Issue.record("refused for another reason")
            return
        }
    }

    @Test(arguments: ["", "   ", "\u{A0}\u{3000}", "\u{200C}\u{200D}"])
    func `an empty name is refused`(name: String) async throws {
        let renderer = try CardRenderer()
        await #expect(throws: FaceRefusal.blank(.name)) { try await renderer.render(SampleCards.card(name: name), at: .dpi203) }
        await #expect(throws: FaceRefusal.blank(.tier)) { try await renderer.render(SampleCards.card(tier: name), at: .dpi203) }
    }

    @Test(arguments: [
        ("9001 2345", FaceRefusal.numberNotDigits), ("۹۰۰۱", .numberNotDigits), ("", .blank(.number)), (String(repeating: "9", count: 60), .numberTooLong),
    ])
    func `a card number is digits, and never cut`(number: String, refusal: FaceRefusal) async throws {
        let renderer = try CardRenderer()
        await #expect(throws: refusal) { try await renderer.render(SampleCards.card(number: number), at: .dpi203) }
    }

    @Test(arguments: ["", "123", "90A1", "۹۰۰۱", String(repeating: "9", count: 41)])
    func `a code is 4 to 40 digits`(code: String) async throws {
        let renderer = try CardRenderer()
        await #expect(throws: FaceRefusal.codeNotDigits) { try await renderer.render(SampleCards.card(code: code), at: .dpi203) }
    }

    @Test func `a code whose bars would be thinner than two dots is refused`() async throws {
        let renderer = try CardRenderer()
        let narrow = PrinterProfile(name: "test", headDots: 330, dotsPerInch: 203)
        let card = SampleCards.card(code: String(repeating: "9", count: 40))
        await #expect(throws: FaceRefusal.codeTooLong) { try await renderer.render(card, for: narrow) }
        #expect(try await renderer.render(card, at: .dpi203).width == 685)
    }

    @Test func `a missing font file is a fault that names the package`() throws {
        let fonts = PinnedFonts(files: [.init(path: "/nowhere/Font.ttf", package: "fonts-noto-core")])
        let fault = #expect(throws: CardFault.fontMissing(path: "/nowhere/Font.ttf", package: "fonts-noto-core")) { try CardRenderer(fonts: fonts) }
        #expect(fault?.recoverySuggestion == "Install it: apt-get install fonts-noto-core")
    }

    @Test func `every refusal says what is wrong and the way out`() {
        let refusals: [FaceRefusal] = [
            .blank(.notice), .controlCharacter(.programme, "\u{7}"), .unknownCharacter(.example, "😀"), .numberNotDigits, .numberTooLong, .codeNotDigits,
            .codeTooLong,
            .headTooNarrow(dots: 9),
        ]
        for refusal in refusals {
            #expect(refusal.errorDescription?.hasSuffix(".") == true)
            #expect(refusal.recoverySuggestion?.hasSuffix(".") == true)
        }
    }
}
