import Foundation
import PrinterFormats
import Testing

@testable import CardArtwork

/// Every face that comes with MemberLane, in every language.
@Suite struct ShippedFaceTests {
    static let languages = ["fa", "zh", "ru", "en"]
    static let fronts = FaceShelf.names.filter { !$0.hasSuffix(".back") }
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/CardArtwork")

    static func face(_ name: String) throws -> CardFace { CardFace(name: name + ".svg", bytes: try #require(FaceShelf.embedded[name])) }

    /// Words as long as the published tables have, and a name of each script.
    static func card(_ language: String) -> CardInscription {
        switch language {
        case "fa":
            SampleCards.card(
                "fa", programme: "باشگاه مشتریان کلینیک دندانپزشکی آتیه، T&I", tier: "سیمین", name: "نرگس‌سادات م.", code: SampleCards.longCode,
                exampleMark: "اعداد نمونه")
        case "zh": SampleCards.card("zh", programme: "美容美发用品公司会员店", tier: "普通会员", name: "阿卜杜热依木·买买提", code: SampleCards.longCode, exampleMark: "示例数字")
        case "ru":
            SampleCards.card(
                "ru", programme: "Клуб покупателей обувного магазина", tier: "Магазин клуба", name: "Әйгерім Өтеғұлқызы", code: SampleCards.longCode,
                exampleMark: "Примерные цифры")
        default:
            SampleCards.card(
                "en", programme: "Member shops of a salon supplier", tier: "Member shop", name: "Anna-Maria O.", code: SampleCards.longCode,
                exampleMark: "Example figures")
        }
    }

    @Test func `every file of the folder is in the binary, and the script still makes it`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: "Faces").path)
        #expect(Set(files) == Set(FaceShelf.names.map { $0 + ".svg" }))
        let made = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: made) }
        _ = try Decoder(program: Self.folder.appending(path: "Engraving/engrave.py")).run([made.path])
        for name in FaceShelf.names {
            let file = try Array(Data(contentsOf: made.appending(path: name + ".svg")))
            let isSame = FaceShelf.embedded[name] == file
            #expect(isSame, "\(name) differs: make faces")
        }
    }

    @Test(arguments: FaceShelf.names)
    func `no shipped face has a fault, in any language`(name: String) async throws {
        let renderer = try CardRenderer()
        for language in Self.languages {
            let check = await renderer.check(try Self.face(name), language: CardLanguage(language))
            #expect(check.faults.isEmpty, "\(name), \(language): \(check.faults.map { $0.errorDescription ?? "" })")
            #expect(check.preview != nil)
        }
    }

    @Test(arguments: FaceShelf.names)
    func `its own words are there in every language`(name: String) throws {
        let boxes = try FaceReader(Self.face(name)).face.boxes.values.filter { $0.field.isWordedByFace }
        #expect(boxes.count == (name.hasSuffix(".back") ? 2 : 1))
        for box in boxes { #expect(Set(box.words.map(\.language)) == Set(Self.languages), "\(name), \(box.id)") }
    }

    @Test(arguments: FaceShelf.names)
    func `on every shipped face every text is inside its box and nothing is cut`(name: String) async throws {
        let renderer = try CardRenderer()
        for resolution in [CardResolution.dpi203, .dpi300] {
            for language in Self.languages {
                let drawing = try await renderer.draw(Self.card(language), on: Self.face(name), at: resolution)
                CardDrawingTests.expectApart(drawing, resolution, "\(name), \(language)")
                #expect(drawing.texts.allSatisfy { !$0.isCut }, "\(name), \(language): \(drawing.texts.filter(\.isCut).map(\.field))")
            }
        }
    }

    @Test func `the tiers of a club are seen apart in one bit`() async throws {
        let renderer = try CardRenderer()
        for (club, tiers) in Dictionary(grouping: Self.fronts, by: { $0.prefix { $0 != "." } }) where tiers.count > 1 {
            var cards: [Bitmap] = []
            for tier in tiers {
                let card = SampleCards.card(tier: "·", rank: TierRank(0, of: 1))
                cards.append(try await renderer.render(card, on: Self.face(tier), at: .dpi203))
            }
            for (index, card) in cards.enumerated() {
                for other in cards[(index + 1)...] {
                    var difference = card
                    difference.toggle(other, x: 0, y: 0)
                    // Three dots in a hundred of the whole card; the medallion alone is less.
                    #expect(difference.inkCount * 100 > 3 * card.width * card.height, "\(club)")
                }
            }
        }
    }

    @Test func `a club without faces gets the house's by rank, and its own once they lie in the folder`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let shelf = FaceShelf(folder: folder)
        func front(_ tier: String, _ rank: TierRank, _ language: String = "en") -> CardFace {
            shelf.front(programme: "ninth", tier: tier, rank: rank, language: CardLanguage(language))
        }
        let ranks = (0..<5).map { TierRank($0, of: 5) }
        #expect(ranks.map { front("pearl", $0).name } == ["house.1.svg", "house.2.svg", "house.3.svg", "house.3.svg", "house.4.svg"])
        #expect(front("member", TierRank(0, of: 1)).name == "house.1.svg")
        #expect(shelf.back(programme: "ninth", language: CardLanguage("en")).name == "house.back.svg")
        try Data("<svg/>".utf8).write(to: folder.appending(path: "ninth.pearl.svg"))
        try Data("<svg/>".utf8).write(to: folder.appending(path: "ninth.pearl.rtl.svg"))
        #expect(front("pearl", ranks[0]).name.hasSuffix("/ninth.pearl.svg"))
        #expect(front("pearl", ranks[0], "fa").name.hasSuffix("/ninth.pearl.rtl.svg") && front("pearl", ranks[0], "fa").isDrawnRightToLeft)
        #expect(front("../ninth.pearl", ranks[0]).name == "house.1.svg")
    }

    @Test func `a face drawn for right to left is not mirrored`() async throws {
        let renderer = try CardRenderer()
        let text = FaceText().face
        let mirrored = try await renderer.draw(SampleCards.all[0], on: text, at: .dpi203)
        let asDrawn = try await renderer.draw(SampleCards.all[0], on: CardFace(name: "test.rtl.svg", bytes: text.bytes), at: .dpi203)
        #expect(mirrored.codes.map(\.dark.x).max() != asDrawn.codes.map(\.dark.x).max())
        let qr = try #require(asDrawn.codes.first { $0.kind == .qr })
        #expect(qr.dark.x > 342)
    }
}
