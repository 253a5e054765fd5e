public import PrinterFormats

/// Everything that is wrong with a face, found without a member: what its file says, then what its drawing in dots shows.
public struct FaceCheck: Sendable, Hashable {
    /// What is wrong, in the file's order.
    public let faults: [FaceFault]
    /// The face with a made-up member on it, as it would be printed; nil where it cannot be drawn.
    public let preview: Bitmap?

    /// The resolutions that printers have.
    private static let resolutions: [(dotsPerInch: Int, resolution: CardResolution)] = [(203, .dpi203), (300, .dpi300)]

    init(_ file: CardFace, language: CardLanguage, typesetter: Typesetter) {
        do {
            let reader = try FaceReader(file)
            var faults = reader.faults
            for box in reader.face.boxes.values.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
                faults += Self.codeFaults(box)
                faults += Self.wordFaults(box, typesetter)
            }
            let plate = try? FacePlate(reader.face, at: .dpi203, mirrored: reader.face.isMirrored(for: language))
            if let plate { faults += Self.groundFaults(plate) }
            self.faults = faults
            preview = plate.map { Self.preview($0, language: language, typesetter: typesetter) }
        } catch {
            faults = [error]
            preview = nil
        }
    }

    /// Whether a code has room at each resolution; gives the size it needs.
    private static func codeFaults(_ box: FaceBox) -> [FaceFault] {
        guard let kind = box.field.code, let symbol = try? CodeSymbol(kind, digits: CardInscription.specimenCode) else { return [] }
        return resolutions.compactMap { dotsPerInch, resolution in
            let place = box.dots(at: resolution, mirrored: false)
            guard symbol.moduleDots(width: place.width, height: place.height, resolution: resolution) == nil else { return nil }
            let module = max(2, Int((kind.narrowestModule * resolution.dotsPerMillimetre).rounded(.up)))
            let side = Double((symbol.modules.width + 2 * kind.quietModules) * module) / resolution.dotsPerMillimetre
            return FaceFault(.codeBoxTooSmall(dotsPerInch: dotsPerInch, width: side, height: kind == .qr ? side : max(box.height, 5)), at: box.id)
        }
    }

    /// Whether the face's own words can be printed, and uncut.
    private static func wordFaults(_ box: FaceBox, _ typesetter: Typesetter) -> [FaceFault] {
        box.words.compactMap { language, text -> FaceFault? in
            let language = CardLanguage(language)
            do {
                let words = try CardWords(text, field: box.field, language: language)
                let place = box.dots(at: .dpi203, mirrored: false)
                let style = TextStyle(box, at: .dpi203)
                let layout = try typesetter.set(words, style: style, language: language, width: place.width, height: place.height)
                guard layout.isCut else { return nil }
                return FaceFault(.wordsUnprintable("“\(language.tag)” is too long for the box."), at: box.id)
            } catch {
                return FaceFault(.wordsUnprintable((error as? FaceRefusal)?.errorDescription ?? "\(error)"), at: box.id)
            }
        }
    }

    /// Whether black letters and codes stand on white, white letters on black. A few stray dots at a box's rim do not matter.
    private static func groundFaults(_ plate: FacePlate) -> [FaceFault] {
        plate.boxes.values.sorted { ($0.y, $0.x) < ($1.y, $1.x) }.compactMap { box in
            guard let place = plate.place(of: box.field) else { return nil }
            var ground = Bitmap(width: max(0, place.width), height: max(0, place.height))
            ground.draw(plate.bitmap, x: -place.x, y: -place.y)
            let area = ground.width * ground.height
            let ink = ground.inkCount
            if box.field.code != nil { return ink == 0 ? nil : FaceFault(.codeCovered, at: box.id) }
            if box.field == .example { return nil }
            if box.isWhite { return (area - ink) * 50 > area ? FaceFault(.textNotOnBlack, at: box.id) : nil }
            return ink * 50 > area ? FaceFault(.textCovered, at: box.id) : nil
        }
    }

    /// A card of nobody, in the language asked for; what has no room is left out.
    private static func preview(_ plate: FacePlate, language: CardLanguage, typesetter: Typesetter) -> Bitmap {
        let words = language.sample
        let card = CardInscription.specimen(programme: words.programme, tierName: words.tier, rank: TierRank(1, of: 3), language: language)
        let painter = CardPainter(plate: plate, card: card, typesetter: typesetter)
        let shared = (try? painter.drawShared()) ?? CardDrawing(bitmap: plate.bitmap)
        return (try? painter.drawPersonal(on: shared))?.bitmap ?? shared.bitmap
    }
}

extension CardRenderer {
    /// What is wrong with a face, and how it looks on a card of a language.
    public func check(_ face: CardFace, language: CardLanguage) -> FaceCheck { FaceCheck(face, language: language, typesetter: typesetter) }
}
