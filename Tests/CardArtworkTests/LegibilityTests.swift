import PrinterFormats
import Testing

@testable import CardArtwork

/// Names as a stranger reads them: tesseract, which shares nothing with what set them.
@Suite struct LegibilityTests {
    /// Made-up names, short and long, of two parts, with rare letters.
    private static let names: [String: [String]] = [
        "fa": ["سپهر رضایی", "نرگس‌سادات میرزاده", "امید کیانی", "مهسا جعفری‌نژاد", "علی‌اصغر پورحسینی", "ژاله قاضی"],
        "ru": ["Ёлкина Жанна", "Сергей Щукин", "Объедков Эмиль", "Анна-Мария Цой", "Юлия Фёдорова", "Михаил Подъячев"],
        "zh": ["王小明", "欧阳若兰", "李雷", "韩梅梅", "司马光华", "赵子龙"],
    ]

    /// The share of characters that were read wrongly, in thousandths; for Chinese without spaces, which mean nothing there.
    private func error(_ language: String, tesseract: String, expecting wanted: [String]? = nil, drawing names: [String]) async throws -> Int {
        let renderer = try CardRenderer()
        let card = SampleCards.card(language)
        var pictures: [[UInt8]] = []
        for name in names {
            var named = card
            named.memberName = name
            let drawing = try await renderer.draw(named, at: .dpi203)
            let text = try #require(drawing.texts.first { $0.field == .name })
            pictures.append(try PNGImage.encode(drawing.bitmap.cropped(to: text.ink)))
        }
        let read = String(decoding: try Decoder(script: "read_lines.py").run([tesseract], pictures: pictures), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var (wrong, all) = (0, 0)
        for (name, line) in zip(wanted ?? names, read) {
            let (left, right) = (letters(name, language), letters(line, language))
            wrong += EditDistance.between(left, right)
            all += left.count
        }
        return wrong * 1000 / all
    }

    /// A name as scalars, so that a zero-width non-joiner counts as any letter does.
    private func letters(_ text: String, _ language: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { language != "zh" || $0 != " " }
    }

    @Test(arguments: [("ru", "rus", 50), ("zh", "chi_sim", 50), ("fa", "fas", 250)])
    func `names on a card are read by a stranger`(language: String, tesseract: String, most: Int) async throws {
        let names = try #require(Self.names[language])
        let share = try await error(language, tesseract: tesseract, drawing: names)
        #expect(share <= most, "\(language): \(share) of a thousand characters wrong")
    }

    @Test func `the same test fails for Persian letters that do not join or stand in the wrong order`() async throws {
        let names = try #require(Self.names["fa"])
        let apart = names.map { name in name.map(String.init).joined(separator: "\u{200C}") }
        let reversed = names.map { String($0.reversed()) }
        let unjoined = try await error("fa", tesseract: "fas", expecting: names, drawing: apart)
        let backwards = try await error("fa", tesseract: "fas", expecting: names, drawing: reversed)
        #expect(unjoined > 250 && backwards > 250, "unjoined \(unjoined), backwards \(backwards)")
    }
}
