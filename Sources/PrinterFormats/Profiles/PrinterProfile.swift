/// What encoder and driver must know about one model of printer.
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

        /// Answers when asked: `DLE EOT n`, and what other languages have for it.
        public static let realTime = StatusSupport(rawValue: 1)
        /// Sends four bytes by itself when its state changes (ESC/POS `GS a`).
        public static let automatic = StatusSupport(rawValue: 2)
    }

    /// The model's name, as the operator reads it.
    public var name: String
    /// Dots across the head.
    public var headDots: Int
    /// Dots per inch; 203 means 8 dots per millimetre.
    public var dotsPerInch: Int
    /// The language it speaks.
    public var language: PrinterLanguage
    /// The command that carries pictures in ESC/POS.
    public var raster: RasterCommand
    /// How pictures are written in ZPL.
    public var graphicForm: ZPLGraphicForm
    /// Rows in one raster command, 1…128: a slow head starts early and no firmware's row limit is met.
    public var rowsPerBand: Int
    /// How a slip leaves the printer.
    public var cutter: Cutter
    /// Whether the printer is asked to say when everything is printed: `GS r 1`, Star's ETB; label printers are asked until they are idle.
    public var confirmsCompletion: Bool
    /// How the state is told.
    public var status: StatusSupport

    /// The widest head a profile may have: what `GS ( L` carries in one row.
    public static let widestHead = 2047

    /// A profile; see the properties. Rows per band outside 1…128 and heads outside 8…2047 dots are brought to the nearest allowed value.
    public init(
        name: String, headDots: Int, dotsPerInch: Int, language: PrinterLanguage = .escpos, raster: RasterCommand = .rasterBitImage,
        graphicForm: ZPLGraphicForm = .runLength, rowsPerBand: Int = 128, cutter: Cutter = .partial, confirmsCompletion: Bool = true,
        status: StatusSupport = [.realTime, .automatic]
    ) {
        self.name = name
        self.headDots = min(max(8, headDots), Self.widestHead)
        self.dotsPerInch = max(1, dotsPerInch)
        self.language = language
        self.raster = raster
        self.graphicForm = graphicForm
        self.rowsPerBand = min(max(1, rowsPerBand), 128)
        self.cutter = cutter
        self.confirmsCompletion = confirmsCompletion
        self.status = status
    }
}
