extension PrinterProfile {
    // Heads: escpos-printer-db (CC BY 4.0) lists 576 dots 15 times, 512 eight times, 384 four times, 832/833 for 4 inches.

    /// Any receipt printer for 80 mm paper at 203 dpi.
    public static let receipt80 = PrinterProfile(name: "80 mm receipt printer", headDots: 576, dotsPerInch: 203)
    /// Any receipt printer for 58 mm paper: no cutter, and clones often leave status queries unanswered.
    public static let receipt58 = PrinterProfile(
        name: "58 mm receipt printer", headDots: 384, dotsPerInch: 203, cutter: .none(tearBarDots: 96), confirmsCompletion: false, status: [])
    /// Epson TM-T88 up to model V and its kin: 80 mm paper at 180 dpi.
    public static let receipt80At180 = PrinterProfile(name: "80 mm receipt printer, 180 dpi", headDots: 512, dotsPerInch: 180, raster: .graphics)
    /// A 4-inch label or ticket printer that speaks ESC/POS: takes a card without turning it.
    public static let label4Inch = PrinterProfile(name: "4 inch label printer", headDots: 832, dotsPerInch: 203)
}
