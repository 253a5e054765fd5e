import Foundation
import PrinterFormats
import Testing

@testable import CardArtwork

/// What a designer can get wrong, and is told.
@Suite struct FaceCheckTests {
    private func faults(_ text: FaceText) async throws -> [FaceFault] {
        try await CardRenderer().check(text.face, language: CardLanguage("en")).faults
    }

    private func faults(changing: (inout FaceText) -> Void) async throws -> [FaceFault] {
        var text = FaceText()
        changing(&text)
        return try await faults(text)
    }

    @Test func `a whole face has no fault and a picture`() async throws {
        let check = try await CardRenderer().check(FaceText().face, language: CardLanguage("fa"))
        #expect(check.faults.isEmpty)
        #expect(check.preview?.width == 685)
    }

    @Test(arguments: ["tier", "name", "number", "qr", "code128"])
    func `a missing box is named with the id it needs, and no card is printed without it`(box: String) async throws {
        let text = FaceText().with(box, nil)
        let fault = try #require(try await faults(text).first)
        #expect(fault.kind == .boxMissing(try #require(FaceField(rawValue: box))))
        #expect(fault.recoverySuggestion?.contains("the id \(box)") == true)
        let renderer = try CardRenderer()
        await #expect(throws: fault.inFile("test.svg")) { try await renderer.render(SampleCards.all[0], on: text.face, at: .dpi203) }
    }

    @Test func `a box too small for its code is told for each resolution with the size it needs`() async throws {
        let small = FaceText().with("qr", #"<rect id="qr" x="60" y="19" width="10" height="10"/>"#)
        let found = try await faults(small)
        #expect(found.map(\.element) == ["qr", "qr"])
        // 29 modules of 3 dots are 10.875 mm; of 5 dots at 300 dpi, since 4 are narrower than 0.375 mm, 12.28 mm.
        #expect(found.first?.recoverySuggestion == "Make it at least 10.88 mm × 10.88 mm.")
        #expect(found.last?.recoverySuggestion == "Make it at least 12.28 mm × 12.28 mm.")
        let narrow = FaceText().with("code128", #"<rect id="code128" x="4" y="42" width="30" height="9"/>"#)
        #expect(try await faults(narrow).map(\.code) == ["code_box_too_small", "code_box_too_small"])
        let enough = FaceText().with("qr", #"<rect id="qr" x="60" y="19" width="12.3" height="12.3"/>"#)
        #expect(try await faults(enough).isEmpty)
    }

    @Test func `letters too small to read, and boxes too small for them, are told`() async throws {
        let tiny = FaceText().with("tier", #"<rect id="tier" x="5" y="4" width="40" height="7" data-size="4" data-least="1.2"/>"#)
        #expect(try await faults(tiny).map(\.kind) == [.sizeTooSmall(1.2)])
        let flat = FaceText().with("tier", #"<rect id="tier" x="5" y="4" width="40" height="2.4" data-size="2.4" data-least="2.2"/>"#)
        #expect(try await faults(flat).map(\.recoverySuggestion) == ["Make it at least 40 mm × 2.75 mm, or lower data-least."])
    }

    @Test(arguments: [
        (#"width="85.6" height="53.98" viewBox="0 0 85.6 53.98""#, true), (#"width="297mm" height="210mm" viewBox="0 0 297 210""#, true),
        (#"width="323.53px" height="204.02px" viewBox="0 0 856 539.8""#, false),
    ])
    func `a page that is not a card's is told with its size`(page: String, isWrong: Bool) async throws {
        var text = FaceText()
        text.page = page
        let found = try FaceReader(text.face).faults.filter { $0.code == "page_size" }
        #expect(found.count == (isWrong ? 1 : 0))
        #expect(found.allSatisfy { $0.recoverySuggestion?.contains("85.6mm") == true })
    }

    @Test func `a layer of another name, and a shape in no layer, are told`() async throws {
        let found = try await faults { $0.outside = #"<g id="layer7" inkscape:label="Guides"/><rect id="stray" width="1" height="1"/>"# }
        #expect(found == [FaceFault(.layerUnknown, at: "Guides"), FaceFault(.outsideLayers, at: "stray")])
    }

    @Test func `Inkscape's labels name layers and boxes`() async throws {
        var text = FaceText()
        text.boxes["name"] = #"<rect id="rect12" inkscape:label="name" x="5" y="20" width="50" height="9" data-size="5.5" data-least="3"/>"#
        let svg = String(decoding: text.face.bytes, as: UTF8.self).replacing(#"<g id="fields""#, with: #"<g id="layer4" inkscape:label="fields""#)
        let face = CardFace(name: "test.svg", bytes: Array(svg.utf8))
        #expect(try await CardRenderer().check(face, language: CardLanguage("en")).faults.isEmpty)
    }

    @Test func `a hidden layer of fields has its boxes all the same`() async throws {
        let svg = String(decoding: FaceText().face.bytes, as: UTF8.self).replacing(#"<g id="fields""#, with: #"<g id="fields" style="display:none""#)
        let hidden = CardFace(name: "test.svg", bytes: Array(svg.utf8))
        #expect(try await CardRenderer().check(hidden, language: CardLanguage("en")).faults.isEmpty)
    }

    @Test func `a moved and scaled box is found where it is seen`() throws {
        let text = FaceText().with("qr", #"<g transform="translate(60,19) scale(2)"><rect id="qr" width="11" height="11"/></g>"#)
        let box = try #require(FaceReader(text.face).face.boxes[.qr])
        #expect(abs(box.x - 60) < 0.01 && abs(box.y - 19) < 0.01 && abs(box.width - 22) < 0.01)
    }

    @Test func `a mistyped box is told with the name it was meant to have`() async throws {
        let found = try await faults(FaceText().with("extra", #"<rect id="programe" x="50" y="4" width="30" height="7"/>"#))
        #expect(found == [FaceFault(.boxUnknown(nearest: .programme), at: "programe")])
        #expect(found.first?.recoverySuggestion == "Did you mean programme?")
    }

    @Test func `boxes that overlap, leave the card or are no rectangles are told`() async throws {
        #expect(try await faults(FaceText().with("number", #"<rect id="number" x="5" y="27" width="50" height="6"/>"#)).map(\.code) == ["boxes_overlap"])
        #expect(try await faults(FaceText().with("tier", #"<rect id="tier" x="60" y="4" width="40" height="7"/>"#)).map(\.code) == ["box_off_card"])
        #expect(try await faults(FaceText().with("tier", #"<circle id="tier" cx="60" cy="9" r="4"/>"#)).map(\.code) == ["box_not_rectangle", "box_missing"])
    }

    @Test(arguments: [
        (#"<text id="t" x="1" y="1">Club</text>"#, "live_text"), (#"<text id="t" textLength="40" x="1" y="1">Club</text>"#, "text_length"),
        (#"<text id="t" style="shape-inside:url(r)">Club</text>"#, "flowed_text"), (#"<flowRoot id="t"/>"#, "flowed_text"),
        (#"<image id="t" href="logo.png" width="9" height="9"/>"#, "external_file"),
        (#"<image id="t" xlink:href="https://shop.example/logo.png" width="9" height="9"/>"#, "external_file"),
    ])
    func `what would not be printed as drawn is told by its id`(element: String, code: String) async throws {
        let found = try await faults { $0.ink += element }
        #expect(found.map(\.code) == [code] && found.first?.element == "t")
    }

    @Test func `a picture inside the file is art`() async throws {
        let dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
        #expect(try await faults { $0.art = #"<image href="\#(dot)" x="50" y="2" width="9" height="9"/>"# }.isEmpty)
    }

    @Test func `drawings under letters and codes are told`() async throws {
        let covered = try await faults { $0.ink += #"<path d="M0,0H85V53H0Z" fill="none" stroke="black" stroke-width="20"/>"# }
        #expect(Set(covered.map(\.code)) == ["text_covered", "code_covered"])
        let pale = FaceText().with("tier", #"<rect id="tier" x="5" y="4" width="40" height="7" data-size="4" class="white"/>"#)
        #expect(try await faults(pale).map(\.kind) == [.textNotOnBlack])
    }

    @Test func `a back needs its notice, and its words must be there and fit`() async throws {
        func back(_ notice: String) -> CardFace {
            let page = FaceText().page
            let text = #"<svg xmlns="http://www.w3.org/2000/svg" \#(page)><g id="fields" class="back">\#(notice)</g></svg>"#
            return CardFace(name: "back.svg", bytes: Array(text.utf8))
        }
        let box = #"<rect id="notice" x="5" y="5" width="70" height="5" data-size="3" data-least="2.4""#
        let renderer = try CardRenderer()
        let language = CardLanguage("en")
        #expect(await renderer.check(back(""), language: language).faults == [FaceFault(.boxMissing(.notice))])
        #expect(await renderer.check(back(box + "/>"), language: language).faults == [FaceFault(.wordsMissing, at: "notice")])
        #expect(await renderer.check(back(box + #"><desc xml:lang="en">Not transferable</desc></rect>"#), language: language).faults.isEmpty)
        let long = String(repeating: "not transferable ", count: 20)
        #expect(
            await renderer.check(back(box + #"><desc xml:lang="en">\#(long)</desc></rect>"#), language: language).faults.map(\.code) == ["words_unprintable"])
    }

    @Test func `a file that is no SVG, or too large, is one fault and no picture`() async throws {
        let renderer = try CardRenderer()
        for (bytes, code) in [
            ("", "not_svg"), ("<svg", "not_xml"), ("<svg><g></svg>", "not_xml"), ("<html/>", "not_svg"), ("<svg>\n<g a=1/></svg>", "not_xml"),
            (String(repeating: " ", count: 3 << 20), "too_large"),
        ] {
            let check = await renderer.check(CardFace(name: "x", bytes: Array(bytes.utf8)), language: CardLanguage("en"))
            #expect(check.faults.map(\.code) == [code] && check.preview == nil)
        }
    }

    @Test func `every fault says what is wrong and the way out`() {
        let kinds: [FaceFault.Kind] = [
            .tooLarge(bytes: 9), .notXML(line: 1), .notSVG("x"), .pageSize(width: 1, height: 2.5), .layerMissing(.fields), .layerUnknown, .layerTwice,
            .outsideLayers, .withoutID, .boxMissing(.qr), .boxUnknown(nearest: nil), .boxTwice(.name), .boxNotRectangle, .boxOffCard, .boxesOverlap("a"),
            .valueUnknown(attribute: "class", value: "x"), .sizeTooSmall(1), .textBoxTooSmall(width: 1, height: 1),
            .codeBoxTooSmall(dotsPerInch: 203, width: 1, height: 1), .codeCovered, .textCovered, .textNotOnBlack, .wordsMissing, .wordsUnprintable("x."),
            .flowedText, .textLength, .liveText, .externalFile("x"),
        ]
        for kind in kinds {
            let fault = FaceFault(kind, at: "box7")
            #expect(fault.errorDescription?.hasPrefix("box7: ") == true)
            #expect(fault.recoverySuggestion?.hasSuffix(".") == true || fault.recoverySuggestion?.hasSuffix("?") == true)
        }
    }
}
