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
        @Option(help: "png, or a printer's language: \(Format.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")).")
        var format = Format.png
        @Option(help: "The card's language; the club's own when absent.")
        var language: Language?
        @Option(name: .shortAndLong, help: "The file to write.")
        var output: String

        /// A picture, or what a printer of one language is sent: the words of `PrinterLanguage`.
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case png, escpos, starprnt, zpl, tspl, epl
            case starLine = "star-line"
            case starGraphics = "star-graphics"
        }

        func validate() throws {
            guard [203, 300].contains(dpi) else { throw ValidationError("--dpi is 203 or 300, not \(dpi)") }
        }

        func run() async throws {
            let programme = try table.load()
            let tier = TierID(tier)
            guard programme.ladder[tier] != nil else {
                let known = programme.ladder.tiers.map(\.id.rawValue).joined(separator: ", ")
                throw ValidationError("\(programme.id) has no tier “\(tier)”; there are \(known)")
            }
            let digits = Digits.latin(number).filter { !$0.isWhitespace && $0 != "-" }
            guard let number = CardNumber(digits), CheckDigit.isValid(digits) else { throw Trouble(.checkDigitWrong, field: "number") }
            let order = CardContent(name: name, number: number, code: number.digits, tier: tier)
            let bitmap = try await CardRenderer().render(
                CardFace(order, programme: programme, language: language), at: dpi == 300 ? .dpi300 : .dpi203)
            try InputFile.write(try encoded(bitmap), to: output)
        }

        private func encoded(_ bitmap: Bitmap) throws -> [UInt8] {
            guard let language = PrinterLanguage(rawValue: format.rawValue) else { return try PNGImage.encode(bitmap) }
            return try PrintJob(bitmap, for: PrinterProfile(name: "wide head", headDots: bitmap.width, dotsPerInch: dpi, language: language)).bytes
        }
    }
}
