public import PrinterFormats

/// Draws cards as bitmaps, the same dots on every machine with the same fonts.
///
/// Loading the fonts takes some 30 ms, the first card about as long again; a face costs a few milliseconds when it is first used. What every card of a tier
/// has in common is drawn once and kept, so that a further card is its name, its number and its codes: keep one renderer and warm it up. Pango's and
/// librsvg's objects belong to the actor and are never used by two threads at once.
public actor CardRenderer {
    /// The narrowest head a slip is drawn for, in dots; 58 mm paper has 384.
    static let narrowestHead = 320

    let typesetter: Typesetter
    private var faces = RecentlyUsed<CardFace, ReadFace>(most: 32)
    private var plates = RecentlyUsed<PlateKey, FacePlate>(most: 32)
    private var shared = RecentlyUsed<SharedKey, CardDrawing>(most: 32)

    /// A renderer with its own fonts; a missing file is a fault that names the Debian package.
    public init(fonts: PinnedFonts = .debian) throws(CardFault) {
        typesetter = try Typesetter(fonts: fonts)
    }

    /// One side of a card, landscape, true size: 685 × 432 dots at 203 dpi.
    ///
    /// Texts that are too long get smaller, then take a further line where the face allows one, then end in “…”. Throws ``FaceRefusal`` for words and numbers
    /// that cannot be printed, ``FaceFault`` for a face that cannot be used, ``CardFault`` for a machine that cannot draw.
    public func render(_ card: CardInscription, on face: CardFace, at resolution: CardResolution) throws -> Bitmap {
        try draw(card, on: face, at: resolution).bitmap
    }

    /// A card for a printer: true size, turned where the head demands it, or drawn anew as a smaller slip so that even its bars are whole dots.
    public func render(_ card: CardInscription, on face: CardFace, for printer: PrinterProfile) throws -> FittedBitmap {
        let trueSize = CardResolution(dotsPerInch: printer.dotsPerInch) ?? .dpi203
        if trueSize.height <= printer.headDots { return try render(card, on: face, at: trueSize).fitted(toHead: printer.headDots) }
        guard printer.headDots >= Self.narrowestHead else { throw FaceRefusal.headTooNarrow(dots: printer.headDots) }
        let slip = CardResolution(dotsPerMillimetre: (Double(printer.headDots) - 0.5) / CardResolution.cardHeight)
        return FittedBitmap(bitmap: try render(card, on: face, at: slip).turnedClockwise(), placement: .slip)
    }

    /// Both sides as a PDF of two pages for an office printer: 85.60 × 53.98 mm each, one bit a dot at 600 dpi.
    public func pdf(_ card: CardInscription, front: CardFace, back: CardFace) throws -> [UInt8] {
        try CardPDF.encode([front, back].map { try render(card, on: $0, at: .dpi600) })
    }

    /// Draws a card nobody sees, so that the first real one on this face is fast.
    public func warmUp(on face: CardFace, language: CardLanguage) throws {
        let card = CardInscription.specimen(programme: "سپید Ж", tierName: "金 Қ", rank: TierRank(0, of: 1), language: language)
        _ = try render(card, on: face, at: .dpi203)
    }

    func draw(_ card: CardInscription, on face: CardFace, at resolution: CardResolution) throws -> CardDrawing {
        let key = SharedKey(
            plate: PlateKey(face: face, resolution: resolution, isRightToLeft: card.language.isRightToLeft), programme: card.programme, tierName: card.tierName,
            rank: card.rank, language: card.language, exampleMark: card.exampleMark)
        let painter = CardPainter(plate: try plate(key.plate), card: card, typesetter: typesetter)
        return try painter.drawPersonal(on: shared.value(for: key) { try painter.drawShared() })
    }

    /// Reads a face without drawing it; throws what is wrong with it, told with its file.
    public func require(_ face: CardFace) throws { _ = try read(face) }

    private func read(_ face: CardFace) throws -> ReadFace {
        try faces.value(for: face) {
            let reader = try FaceReader(face)
            if let fault = reader.faults.first { throw fault.inFile(face.name) }
            return reader.face
        }
    }

    /// A face at a resolution, from the shelf or drawn now.
    private func plate(_ key: PlateKey) throws -> FacePlate {
        try plates.value(for: key) {
            let face = try read(key.face)
            return try FacePlate(face, at: key.resolution, mirrored: key.isRightToLeft && !face.isDrawnRightToLeft)
        }
    }
}

/// What a plate is drawn for.
private struct PlateKey: Hashable {
    let face: CardFace
    let resolution: CardResolution
    let isRightToLeft: Bool
}

/// What all cards have in common that differ in name, number and code alone.
private struct SharedKey: Hashable {
    let plate: PlateKey
    let programme: String
    let tierName: String
    let rank: TierRank
    let language: CardLanguage
    let exampleMark: String?
}
