import PrinterFormats
import Testing

@testable import CardArtwork

@Suite struct SlipTests {
    private static let code = "9001234567890128123456"

    private static let slips: [Slip] = [
        Slip(
            language: CardLanguage("fa"),
            parts: [
                .title("صورت‌حساب امتیاز"), .row("عضو", "سپهر ر.", isStrong: false), .rule,
                .entry(.init(text: "خرید اولین دستگاه خودرو", amount: "+۶۰", day: "۱۳۹۷/۰۲/۰۱", balance: "۹۰", seal: "a91f03c2")),
                .entry(.init(text: "بازگشت", amount: "-۶۰", day: "۱۳۹۷/۰۳/۱۱")), .row("مانده", "۳۰ امتیاز", isStrong: true), .code(code),
            ]),
        Slip(
            language: CardLanguage("zh"),
            parts: [.mark("优先"), .number("A-17"), .title("排队号"), .row("会员", "王小明", isStrong: false), .note("请留意叫号。"), .code(code)]),
        Slip(
            language: CardLanguage("ru"),
            parts: [
                .title("Заявка на льготу"), .row("Льгота", "Первоочередная поставка автомобиля в срок до указанной даты", isStrong: false),
                .signature("Подпись"), .code(code),
            ]),
        Slip(language: CardLanguage("en"), parts: [.mark("EXAMPLE"), .title("Receipt"), .row("To pay", "€ 42.41", isStrong: true), .code(code)]),
    ]

    @Test(arguments: slips, [576, 384])
    func `a slip is as wide as the head, keeps its margins, and its code is read back`(slip: Slip, dots: Int) async throws {
        let strips = try await CardRenderer().render(slip, headDots: dots)
        let strip = try #require(strips.first)
        #expect(strips.count == 1 && strip.width == dots)
        let ink = try #require(strip.inkBounds)
        #expect(ink.x >= 6 && ink.right <= dots - 6 && ink.y > 0 && ink.bottom < strip.height)
        #expect(try Decoder.codes(in: [PNGImage.encode(strip)]) == ["QRCode \(Self.code)"])
    }

    @Test func `labels stand where reading begins and values where it ends`() async throws {
        for (language, isRightToLeft) in [("fa", true), ("en", false)] {
            let slip = Slip(language: CardLanguage(language), parts: [.row("WWWW", "1", isStrong: false)])
            let strip = try #require(try await CardRenderer().render(slip, headDots: 576).first)
            let left = strip.cropped(to: DotRectangle(x: 0, y: 0, width: 288, height: strip.height)).inkCount
            #expect((left * 2 > strip.inkCount) == !isRightToLeft)
        }
    }

    @Test func `a statement of any length is whole, in strips that follow each other`() async throws {
        let entry = Slip.Part.entry(.init(text: "Purchase", amount: "+60", day: "2018-04-21", balance: "90", seal: "a91f03c2"))
        let renderer = try CardRenderer()
        let one = try await renderer.render(Slip(language: CardLanguage("en"), parts: [entry]), headDots: 384)
        let many = try await renderer.render(Slip(language: CardLanguage("en"), parts: Array(repeating: entry, count: 400)), headDots: 384)
        #expect(many.count > 1 && many.allSatisfy { $0.height < 17_000 })
        #expect(many.reduce(0) { $0 + $1.inkCount } == 400 * one.reduce(0) { $0 + $1.inkCount })
    }

    @Test func `isolates of the catalogues are obeyed, not refused`() async throws {
        let renderer = try CardRenderer()
        func ink(_ text: String) async throws -> Bitmap {
            try #require(try await renderer.render(Slip(language: CardLanguage("fa"), parts: [.note(text)]), headDots: 576).first)
        }
        #expect(try await ink("مانده \u{2066}۱۲۳۴ ۵۶۷۸\u{2069} امتیاز") != ink("مانده ۱۲۳۴ ۵۶۷۸ امتیاز"))
    }

    @Test func `what cannot be printed is refused, with the way out`() async throws {
        let renderer = try CardRenderer()
        let cases: [(Slip.Part, SlipRefusal)] = [
            (.title(" "), .blank), (.note("a\u{7}"), .controlCharacter("\u{7}")), (.row("Anna", "😀", isStrong: false), .unknownCharacter("😀")),
            (.code("12a4"), .code), (.entry(.init(text: "a", amount: "1", day: "\u{2067}")), .controlCharacter("\u{2067}")),
        ]
        for (part, refusal) in cases {
            await #expect(throws: refusal) { try await renderer.render(Slip(language: CardLanguage("en"), parts: [part]), headDots: 384) }
            #expect(refusal.errorDescription?.hasSuffix(".") == true && refusal.recoverySuggestion?.hasSuffix(".") == true)
        }
        await #expect(throws: SlipRefusal.headTooNarrow(dots: 200)) { try await renderer.render(Self.slips[0], headDots: 200) }
    }
}
