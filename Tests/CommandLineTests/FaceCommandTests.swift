import Foundation
import ProgramRunner
import Testing

@Suite("memberlane face")
struct FaceCommandTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let tier = #"<rect id="tier" x="5" y="4" width="40" height="7"/>"#
    private static let boxes = [
        #"<rect id="name" x="5" y="20" width="50" height="9"/>"#, #"<rect id="number" x="5" y="30" width="50" height="6"/>"#,
        #"<rect id="qr" x="60" y="19" width="22" height="22"/>"#, #"<rect id="code128" x="4" y="42" width="77" height="9"/>"#,
    ]

    private func face(_ boxes: [String], named name: String = "my.svg") throws -> String {
        let head = #"<svg xmlns="http://www.w3.org/2000/svg" width="85.6mm" height="53.98mm" viewBox="0 0 85.6 53.98"><g id="fields" fill="none">"#
        return try folder.write(head + boxes.joined() + "</g></svg>", to: name)
    }

    @Test func `a whole face is told to be one, and its picture lies beside it`() async throws {
        let outcome = try await ProgramUnderTest.run(["face", "check", try face(Self.boxes + [Self.tier]), "--language", "fa"])
        #expect(outcome.status == 0 && outcome.output.contains("my.preview.png") && outcome.complaint.isEmpty, "\(outcome)")
        #expect(try folder.bytes("my.preview.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func `what is wrong stands first, then the way out, for every fault`() async throws {
        let small = Self.boxes.map { $0.replacing(#"width="22" height="22""#, with: #"width="9" height="9""#) }
        let outcome = try await ProgramUnderTest.run(["face", "check", try face(small), "--preview", folder.path("p.png")])
        #expect(outcome.status == 1 && outcome.namesProblemThenHint, "\(outcome)")
        #expect(outcome.complaint.contains("tier") && outcome.complaint.contains("qr: The box is too small for its code"))
        #expect(FileManager.default.fileExists(atPath: folder.path("p.png")))
    }

    @Test func `faults come as JSON with a name for programs`() async throws {
        let outcome = try await ProgramUnderTest.run(["face", "check", try face(Self.boxes), "--json"])
        let answer = try outcome.json
        #expect(outcome.status == 1 && answer["may_be_printed"] == false)
        #expect(answer["faults"][0]["code"] == "box_missing" && answer["faults"][0]["hint"].string?.contains("the id tier") == true)
    }

    @Test func `a face that is not there is named`() async throws {
        let outcome = try await ProgramUnderTest.run(["face", "check", folder.path("none.svg")])
        #expect(outcome.status == 1 && outcome.namesProblemThenHint && outcome.complaint.contains("none.svg"))
    }

    @Test func `a shop's own face is used for its tier, and told when it cannot be`() async throws {
        func render(_ file: String) async throws -> Outcome {
            try await ProgramUnderTest.run([
                "card", "render", "--programme", "km", "--tier", "gold", "--name", "A. B.", "--number", "9001000000000018", "--faces", folder.path(""), "-o",
                folder.path(file),
            ])
        }
        #expect(try await render("shipped.png").status == 0)
        _ = try face(Self.boxes + [Self.tier], named: "km.gold.svg")
        #expect(try await render("own.png").status == 0)
        #expect(try folder.bytes("own.png") != folder.bytes("shipped.png"))
        _ = try face(Self.boxes, named: "km.gold.svg")
        let broken = try await render("broken.png")
        #expect(broken.status == 1 && broken.namesProblemThenHint && broken.complaint.contains("km.gold.svg"), "\(broken)")
    }

    @Test func `both sides leave as one PDF`() async throws {
        let base = ["card", "render", "--programme", "km", "--tier", "gold", "--name", "A. B.", "--number", "9001000000000018"]
        #expect(try await ProgramUnderTest.run(base + ["--format", "pdf", "-o", folder.path("card.pdf")]).status == 0)
        #expect(try folder.bytes("card.pdf").starts(with: Data("%PDF-".utf8)))
        #expect(try await ProgramUnderTest.run(base + ["-o", folder.path("front.png")]).status == 0)
        #expect(try await ProgramUnderTest.run(base + ["--back", "-o", folder.path("back.png")]).status == 0)
        #expect(try folder.bytes("front.png") != folder.bytes("back.png"))
    }

    @Test func `every club's every card comes on one sheet`() async throws {
        let outcome = try await ProgramUnderTest.run(["face", "sheet", "-o", folder.path("sheet.png")])
        #expect(outcome.status == 0 && outcome.complaint.isEmpty, "\(outcome)")
        #expect(try folder.bytes("sheet.png").count > 50_000)
    }

    @Test func `a club without faces of its own has cards, one look a tier`() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let km = try String(contentsOf: root.appending(path: "Sources/ProgramTables/Tables/km.yaml"), encoding: .utf8)
        let table = try folder.write(km.replacing("club:      km", with: "club:      ninth"), to: "ninth.yaml")
        var cards: Set<Data> = []
        for tier in ["bronze", "silver", "gold", "diamond"] {
            let outcome = try await ProgramUnderTest.run([
                "card", "render", "--programme", table, "--tier", tier, "--name", "A. B.", "--number", "9001000000000018", "-o", folder.path("card.png"),
            ])
            #expect(outcome.status == 0, "\(outcome)")
            cards.insert(try folder.bytes("card.png"))
        }
        #expect(cards.count == 4)
    }
}
