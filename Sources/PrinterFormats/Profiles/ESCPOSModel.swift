/// What is known of one ESC/POS receipt printer.
struct ESCPOSModel: Sendable, Hashable {
    /// The model, as the printer writes it in its name.
    let name: String
    let headDots: Int
    let dotsPerInch: Int
    let raster: PrinterProfile.RasterCommand
    let hasCutter: Bool

    // Derived from escpos-printer-db, https://github.com/receipt-print-hq/escpos-printer-db, commit fe07c81, CC BY 4.0: `media.width.pixels`, `media.dpi`
    // (203 where it is not given), `features.graphics`, `features.paperFullCut` and `paperPartCut`. Left out: displays, dot-matrix and Star printers,
    // profiles without a width, and variants by region that name themselves like the model. GS v 0 for Netum's NT-80, like all clones.
    // See hardware/ATTRIBUTION.md.
    //
    //    model                 dots    dpi   picture                cutter
    static let all: [ESCPOSModel] = [
        row("CT-S651", 640, 203, .graphics, true),
        row("KR-306", 576, 203, .rasterBitImage, true),
        row("NT-5890K", 384, 203, .rasterBitImage, false),
        row("NT-80-V-UL", 576, 203, .rasterBitImage, true),
        row("P822D", 576, 203, .rasterBitImage, true),
        row("POS-5890", 384, 203, .rasterBitImage, false),
        row("POS5890", 384, 203, .rasterBitImage, false),
        row("RP-F10", 576, 203, .graphics, true),
        row("SRP-S300", 640, 203, .graphics, true),
        row("T-1", 504, 180, .graphics, true),
        row("TH230", 576, 203, .graphics, true),
        row("TH230+", 576, 203, .graphics, true),
        row("TM-L90", 576, 203, .graphics, true),
        row("TM-P80", 576, 203, .graphics, true),
        row("TM-T20II", 576, 203, .graphics, true),
        row("TM-T20III", 576, 203, .graphics, true),
        row("TM-T70", 512, 180, .graphics, true),
        row("TM-T70II", 512, 180, .graphics, true),
        row("TM-T88II", 512, 180, .graphics, true),
        row("TM-T88III", 512, 180, .graphics, true),
        row("TM-T88IV", 512, 180, .graphics, true),
        row("TM-T88V", 512, 180, .graphics, true),
        row("TM-m30III", 576, 203, .graphics, true),
        row("YHD-8390", 640, 203, .rasterBitImage, true),
        row("ZJ-5870", 384, 203, .rasterBitImage, false),
    ]

    private static func row(
        _ name: String, _ headDots: Int, _ dotsPerInch: Int, _ raster: PrinterProfile.RasterCommand, _ hasCutter: Bool
    ) -> ESCPOSModel {
        ESCPOSModel(name: name, headDots: headDots, dotsPerInch: dotsPerInch, raster: raster, hasCutter: hasCutter)
    }

    /// The model whose name is a word of a printer's name, such as `EPSON TM-T88V`; nil for one that is not in the table.
    static func named(_ text: String) -> ESCPOSModel? {
        let words = text.uppercased().split(separator: " ")
        return all.first { words.contains(Substring($0.name.uppercased())) }
    }

    /// The printer's profile: those without a cutter are small clones, which often leave status queries unanswered.
    var profile: PrinterProfile {
        PrinterProfile(
            name: name, headDots: headDots, dotsPerInch: dotsPerInch, raster: raster, cutter: hasCutter ? .partial : .none(tearBarDots: 96),
            confirmsCompletion: hasCutter, status: hasCutter ? [.realTime, .automatic] : [])
    }
}
