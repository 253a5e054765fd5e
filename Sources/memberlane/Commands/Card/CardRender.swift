import ArgumentParser
import CardArtwork
import PrinterFormats

/// `memberlane card render`: a card at true size, landscape.
struct CardRender: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Draws a card at true size: 685 × 432 dots at 203 dpi, 1011 × 638 at 300.")

    @OptionGroup var options: CardOptions
    @Option(help: "203 or 300.")
    var dpi = 203
    @Option(help: "png; pdf (both sides, true size); or a printer's language: \(Format.allCases.dropFirst(2).map(\.rawValue).joined(separator: ", ")).")
    var format = Format.png
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

    func run() async throws { try InputFile.write(try await drawn(try options.card()), to: output) }

    private func drawn(_ card: CardOptions.Card) async throws -> [UInt8] {
        let renderer = try CardRenderer()
        if format == .pdf { return try await renderer.pdf(card.inscription, front: card.front, back: card.reverse) }
        return try encoded(try await renderer.render(card.inscription, on: card.side, at: dpi == 300 ? .dpi300 : .dpi203))
    }

    private func encoded(_ bitmap: Bitmap) throws -> [UInt8] {
        guard let language = PrinterLanguage(rawValue: format.rawValue) else { return try PNGImage.encode(bitmap) }
        return try PrintJob(bitmap, for: PrinterProfile(name: "wide head", headDots: bitmap.width, dotsPerInch: dpi, language: language)).bytes
    }
}
