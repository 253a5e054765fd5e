public import PrinterFormats

/// Draws card faces as bitmaps, the same dots on every machine with the same fonts.
///
/// Loading the fonts takes some 30 ms, the first card about as long again, each further card a millisecond or so: keep one renderer and
/// ``warmUp()`` it. Pango's objects belong to the actor and are never used by two threads at once.
public actor CardRenderer {
    /// The narrowest head a slip is drawn for, in dots; 58 mm paper has 384.
    static let narrowestHead = 320

    private let typesetter: Typesetter

    /// A renderer with its own fonts; a missing file is a fault that names the Debian package.
    public init(fonts: PinnedFonts = .debian) throws(CardFault) {
        typesetter = try Typesetter(fonts: fonts)
    }

    /// A card, landscape, true size: 685 × 432 dots at 203 dpi.
    ///
    /// Texts that are too long get smaller, names then take two lines, then end in “…”. Throws ``FaceRefusal`` for words and numbers that cannot be
    /// printed, ``CardFault`` for a machine that cannot draw.
    public func render(_ face: CardFace, at resolution: CardResolution) throws -> Bitmap {
        try draw(face, at: resolution).bitmap
    }

    /// A card for a printer: true size, turned where the head demands it, or drawn anew as a smaller slip so that even its bars are whole dots.
    public func render(_ face: CardFace, for printer: PrinterProfile) throws -> FittedBitmap {
        let trueSize = CardResolution(dotsPerInch: printer.dotsPerInch) ?? .dpi203
        if trueSize.height <= printer.headDots { return try render(face, at: trueSize).fitted(toHead: printer.headDots) }
        guard printer.headDots >= Self.narrowestHead else { throw FaceRefusal.headTooNarrow(dots: printer.headDots) }
        let slip = CardResolution(dotsPerMillimetre: (Double(printer.headDots) - 0.5) / CardResolution.cardHeight)
        return FittedBitmap(bitmap: try render(face, at: slip).turnedClockwise(), placement: .slip)
    }

    /// Draws a card nobody sees, so that the first real one is fast.
    public func warmUp() throws {
        let face = CardFace(
            programme: "سپید Ж", tierName: "金", rank: TierRank(0, of: 1), memberName: "Қ", number: "9000", code: "90000000", language: CardLanguage("fa"))
        _ = try render(face, at: .dpi203)
    }

    func draw(_ face: CardFace, at resolution: CardResolution) throws -> CardDrawing {
        var painter = try CardPainter(face, at: resolution, typesetter: typesetter)
        return try painter.draw()
    }
}
