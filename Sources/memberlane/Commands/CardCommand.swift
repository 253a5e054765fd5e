import ArgumentParser
import CardArtwork
import CardFormats
import Foundation
import LoyaltyModel
import LoyaltyRules
import PrinterFormats
import ProgramTables

/// `memberlane card render`.
struct CardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "card", abstract: "Draws member cards.", subcommands: [Render.self])

    /// Draws a card at true size, landscape.
    struct Render: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Draws a card at true size: 685 × 432 dots at 203 dpi, 1011 × 638 at 300.")

        @OptionGroup var table: ProgrammeOptions
        @Option(help: "The tier, such as gold.")
        var tier: String
        @Option(help: "The member's name.")
        var name: String
        @Option(help: "The card number; digits of any script.")
        var number: String
        @Option(help: "203 or 300.")
        var dpi = 203
        @Option(help: "png; pdf (both sides, true size); or a printer's language: \(Format.allCases.dropFirst(2).map(\.rawValue).joined(separator: ", ")).")
        var format = Format.png
        @Flag(help: "Draw the back.")
        var back = false
        @Option(help: "A folder of the shop's own faces, named PROGRAMME.TIER.svg and PROGRAMME.back.svg.")
        var faces: String?
        @Option(help: "The card's language; the club's own when absent.")
        var language: Language?
        @Option(name: .shortAndLong, help: "The file to write.")
        var output: String

        /// A picture, pages, or what a printer of one language is sent: the words of `PrinterLanguage`.
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case png, pdf, escpos, starprnt, zpl, tspl, epl
            case starLine = "star-line"
            case starGraphics = "star-graphics"
        }

        func validate() throws {
            guard [203, 300].contains(dpi) else { throw ValidationError("--dpi is 203 or 300, not \(dpi)") }
        }

        func run() async throws {
            let programme = try table.load()
            let tier = TierID(tier)
            guard programme.ladder[tier] != nil || tier == .none else {
                let known = programme.ladder.tiersWithCards.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("\(programme.id) has no tier “\(tier)”; there are \(known)")
            }
            let digits = Digits.latin(number).filter { !$0.isWhitespace && $0 != "-" }
            guard let number = CardNumber(digits), CheckDigit.isValid(digits) else { throw Trouble(.checkDigitWrong, field: "number") }
            let card = CardInscription(
                CardContent(name: name, number: number, code: number.digits, tier: tier), programme: programme, language: language)
            try InputFile.write(try await drawn(card, tier: tier, programme: programme), to: output)
        }

        private func drawn(_ card: CardInscription, tier: TierID, programme: Programme) async throws -> [UInt8] {
            let shelf = FaceShelf(folder: faces.map { URL(fileURLWithPath: $0, isDirectory: true) })
            let sides = (front: shelf.front(programme, tier: tier, language: language), back: shelf.back(programme, language: language))
            let renderer = try CardRenderer()
            if format == .pdf { return try await renderer.pdf(card, front: sides.front, back: sides.back) }
            return try encoded(try await renderer.render(card, on: back ? sides.back : sides.front, at: dpi == 300 ? .dpi300 : .dpi203))
        }

        private func encoded(_ bitmap: Bitmap) throws -> [UInt8] {
            guard let language = PrinterLanguage(rawValue: format.rawValue) else { return try PNGImage.encode(bitmap) }
            return try PrintJob(bitmap, for: PrinterProfile(name: "wide head", headDots: bitmap.width, dotsPerInch: dpi, language: language)).bytes
        }
    }
}
