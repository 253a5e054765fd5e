/// What the encoder must know about one model of printer.
public struct PrinterProfile: Sendable, Hashable {
    /// The ESC/POS command that carries a picture.
    public enum RasterCommand: Sendable, Hashable {
        /// `GS v 0`: obsolete to Epson, the only one clones know; prints as it arrives.
        case rasterBitImage
        /// `GS ( L`, functions 112 and 50: stored first, then printed; widths to 2047 dots.
        case graphics
        /// `GS 8 L`, the same with a four-byte length.
        case longGraphics
    }

    /// How a finished slip leaves the printer.
    public enum Cutter: Sendable, Hashable {
        /// None: the paper is fed by this many dots so that it can be torn off.
        case none(tearBarDots: Int)
        /// Cuts all but one point.
        case partial
        /// Cuts through.
        case full
    }

    /// The ways in which a printer tells its state.
    public struct StatusSupport: OptionSet, Sendable, Hashable {
        /// Bit 0 real-time, bit 1 automatic.
        public let rawValue: UInt8
        /// Ways from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Answers `DLE EOT n`.
        public static let realTime = StatusSupport(rawValue: 1)
        /// Sends four bytes by itself when its state changes (`GS a`).
        public static let automatic = StatusSupport(rawValue: 2)
    }

    /// The model's name, as the operator reads it.
    public var name: String
    /// Dots across the head.
    public var headDots: Int
    /// Dots per inch; 203 means 8 dots per millimetre.
    public var dotsPerInch: Int
    /// The command that carries pictures.
    public var raster: RasterCommand
    /// Rows in one raster command, 1…128: a slow head starts early and no firmware's row limit is met.
    public var rowsPerBand: Int
    /// How a slip leaves the printer.
    public var cutter: Cutter
    /// Whether `GS r 1` is answered after everything before it is printed.
    public var confirmsCompletion: Bool
    /// How the state is told.
    public var status: StatusSupport

    /// The widest head a profile may have: what `GS ( L` carries in one row.
    public static let widestHead = 2047

    /// A profile; see the properties. Rows per band outside 1…128 and heads outside 8…2047 dots are brought to the nearest allowed value.
    public init(
        name: String, headDots: Int, dotsPerInch: Int, raster: RasterCommand = .rasterBitImage, rowsPerBand: Int = 128, cutter: Cutter = .partial,
        confirmsCompletion: Bool = true, status: StatusSupport = [.realTime, .automatic]
    ) {
        self.name = name
        self.headDots = min(max(8, headDots), Self.widestHead)
        self.dotsPerInch = max(1, dotsPerInch)
        self.raster = raster
        self.rowsPerBand = min(max(1, rowsPerBand), 128)
        self.cutter = cutter
        self.confirmsCompletion = confirmsCompletion
        self.status = status
    }
}

extension PrinterProfile {
    // Heads: escpos-printer-db (CC BY 4.0) lists 576 dots 15 times, 512 eight times, 384 four times, 832/833 for 4 inches.

    /// Any receipt printer for 80 mm paper at 203 dpi.
    public static let receipt80 = PrinterProfile(name: "80 mm receipt printer", headDots: 576, dotsPerInch: 203)
    /// Any receipt printer for 58 mm paper: no cutter, and clones often leave status queries unanswered.
    public static let receipt58 = PrinterProfile(
        name: "58 mm receipt printer", headDots: 384, dotsPerInch: 203, cutter: .none(tearBarDots: 96), confirmsCompletion: false, status: [])
    /// Epson TM-T88 up to model IV and its kin: 80 mm paper at 180 dpi.
    public static let receipt80At180 = PrinterProfile(name: "80 mm receipt printer, 180 dpi", headDots: 512, dotsPerInch: 180, raster: .graphics)
    /// A 4-inch label or ticket printer that speaks ESC/POS: takes a card without turning it.
    public static let label4Inch = PrinterProfile(name: "4 inch label printer", headDots: 832, dotsPerInch: 203)
}
