import ArgumentParser
import CardArtwork
import Foundation
import LoyaltyModel
import LoyaltyRules
import LoyaltyWording
import PrinterFormats
import ProgramTables

/// `memberlane face check` and `face sheet`.
struct FaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "face", abstract: "Checks a card face, or shows all of them.", subcommands: [Check.self, Sheet.self])

    /// Says what is wrong with a face and draws it.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Says what is wrong with a card face, and writes a picture of it.")

        @Argument(help: "The face: an SVG file.")
        var file: String
        @Option(help: "The language of the card on the picture: fa, zh, ru or en.")
        var language = Language.english
        @Option(help: "The picture to write; beside the face, named ….preview.png, when absent.")
        var preview: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let face = CardFace(name: file, bytes: try InputFile.bytes(file))
            let check = try await CardRenderer().check(face, language: CardLanguage(language.rawValue))
            let picture = preview ?? (file.hasSuffix(".svg") ? String(file.dropLast(4)) : file) + ".preview.png"
            if let bitmap = check.preview { try InputFile.write(try PNGImage.encode(bitmap), to: picture) }
            if json {
                try JSONOutput.print(FaceAnswer(check, preview: check.preview == nil ? nil : picture))
            } else {
                for fault in check.faults { Complaint(fault).write() }
                if check.faults.isEmpty { print("\(file): the face can be printed; \(picture) shows how") }
            }
            if !check.faults.isEmpty { throw ExitCode(1) }
        }
    }

    /// Draws every card of every shipped club.
    struct Sheet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Draws every shipped club's every card, front and back, on one picture at 203 dpi.")

        @Option(help: "The language of the cards; each club's own when absent.")
        var language: Language?
        @Option(help: "A folder of the shop's own faces.")
        var faces: String?
        @Option(name: .shortAndLong, help: "The PNG file to write.")
        var output: String

        func run() async throws {
            let renderer = try CardRenderer()
            let shelf = FaceShelf(folder: faces.map { URL(fileURLWithPath: $0, isDirectory: true) })
            var rows: [[Bitmap]] = []
            for name in ProgramTables.shipped { rows.append(try await row(try Self.programme(name), shelf, renderer)) }
            try InputFile.write(try PNGImage.encode(ContactSheet.lay(rows)), to: output)
        }

        /// A club's fronts, the lowest tier first, then its back.
        private func row(_ programme: Programme, _ shelf: FaceShelf, _ renderer: CardRenderer) async throws -> [Bitmap] {
            var row: [Bitmap] = []
            for tier in programme.ladder.tiersWithCards {
                let card = CardInscription(specimenOf: programme, tier: tier, language: language)
                row.append(try await renderer.render(card, on: shelf.front(programme, tier: tier, language: language), at: .dpi203))
                guard tier == programme.ladder.tiersWithCards.last else { continue }
                row.append(try await renderer.render(card, on: shelf.back(programme, language: language), at: .dpi203))
            }
            return row
        }

        /// A shipped club as published; under its example settings where only they name its tiers.
        private static func programme(_ name: String) throws -> Programme {
            let published = try ProgramTables.load(name)
            guard let example = try? ProgramTables.load(name, settings: name + ".example") else { return published }
            return example.ladder.tiers.count > published.ladder.tiers.count ? example : published
        }
    }
}

/// `face check --json`.
private struct FaceAnswer: Encodable {
    struct Fault: Encodable {
        let code: String
        let element: String?
        let problem: String?
        let hint: String?
    }

    let mayBePrinted: Bool
    let faults: [Fault]
    let preview: String?

    init(_ check: FaceCheck, preview: String?) {
        mayBePrinted = check.faults.isEmpty
        faults = check.faults.map { Fault(code: $0.code, element: $0.element, problem: $0.errorDescription, hint: $0.recoverySuggestion) }
        self.preview = preview
    }

    enum CodingKeys: String, CodingKey {
        case faults, preview
        case mayBePrinted = "may_be_printed"
    }
}
