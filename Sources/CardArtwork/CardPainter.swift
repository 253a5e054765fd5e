import PrinterFormats

/// Writes on a plate: first what every card of the tier says, then what only this one does.
struct CardPainter {
    let plate: FacePlate
    let card: CardInscription
    let typesetter: Typesetter

    private var resolution: CardResolution { plate.resolution }

    /// The plate with programme, tier, rank, example mark and the face's own words.
    func drawShared() throws -> CardDrawing {
        var drawing = CardDrawing(bitmap: plate.bitmap)
        try write(card.programme, .programme, into: &drawing)
        try write(card.tierName, .tier, into: &drawing)
        try drawExampleMark(into: &drawing)
        for field in [FaceField.notice, .terms] {
            guard let box = plate.boxes[field], let (text, language) = box.words(in: card.language) else { continue }
            try write(CardWords(text, field: field, language: language), language, field, into: &drawing)
        }
        if card.rank.count > 1, let box = plate.boxes[.rank], let place = plate.place(of: .rank) { drawRank(in: place, of: box, into: &drawing) }
        return drawing
    }

    /// Name, number and both codes.
    func drawPersonal(on shared: CardDrawing) throws -> CardDrawing {
        var drawing = shared
        try write(card.memberName, .name, into: &drawing)
        if plate.boxes[.number] != nil {
            let words = try CardWords(number: card.number, language: card.language)
            let number = try write(words, card.language, .number, into: &drawing)
            if number?.isCut == true { throw FaceRefusal.numberTooLong }
        }
        try add(.code128, into: &drawing)
        try add(.qr, into: &drawing)
        return drawing
    }

    private func write(_ text: String, _ field: FaceField, into drawing: inout CardDrawing) throws {
        guard plate.boxes[field] != nil else { return }
        try write(CardWords(text, field: field, language: card.language), card.language, field, into: &drawing)
    }

    /// One text in its box: smaller if it must be, on more lines if it may.
    @discardableResult
    private func write(
        _ words: CardWords, _ language: CardLanguage, _ field: FaceField, into drawing: inout CardDrawing
    ) throws -> TextLayout? {
        guard let box = plate.boxes[field], let place = plate.place(of: field) else { return nil }
        let text = try typesetter.set(words, style: TextStyle(box, at: resolution), language: language, width: place.width, height: place.height)
        // The reading start is where the card's language begins, whatever language the words are in.
        try lay(text, field, in: place, alignment: box.alignment, isWhite: box.isWhite, atTop: box.isAtTop, into: &drawing)
        return text
    }

    /// Puts lines into a place, in the middle of its height or from its top.
    private func lay(
        _ text: TextLayout, _ field: FaceField, in place: DotRectangle, alignment: FaceBox.Alignment, isWhite: Bool, atTop: Bool = false,
        into drawing: inout CardDrawing
    ) throws {
        let sheet = try TextSheet(width: place.width, height: place.height, margin: resolution.dots(0.4))
        let isFlushRight = (alignment == .end) != card.language.isRightToLeft
        let ink = sheet.write(text, alignment: alignment == .center ? .center : isFlushRight ? .right : .left, atTop: atTop)
        let written = try sheet.bitmap()
        let (x, y) = (place.x - sheet.margin, place.y - sheet.margin)
        if isWhite { drawing.bitmap.toggle(written, x: x, y: y) } else { drawing.bitmap.draw(written, x: x, y: y) }
        let placed = ink.map { DotRectangle(x: $0.x + place.x, y: $0.y + place.y, width: $0.width, height: $0.height) }
        drawing.texts.append(
            CardDrawing.Text(field: field, box: place, ink: placed ?? place, size: text.size, lines: text.lines.count, isCut: text.isCut))
    }

    /// White words in a black box as wide as they are, at the alignment's side of the place.
    private func drawExampleMark(into drawing: inout CardDrawing) throws {
        guard let mark = card.exampleMark, let box = plate.boxes[.example], let place = plate.place(of: .example) else { return }
        let words = try CardWords(mark, field: .example, language: card.language)
        let padding = resolution.dots(0.6)
        let text = try typesetter.set(
            words, style: TextStyle(box, at: resolution), language: card.language, width: place.width - 2 * padding, height: place.height)
        let width = min(place.width, text.width + 2 * padding)
        let isFlushRight = (box.alignment == .end) != card.language.isRightToLeft
        let black = DotRectangle(x: isFlushRight ? place.right - width : place.x, y: place.y, width: width, height: place.height)
        drawing.bitmap.fill(black, black: !box.isWhite)
        try lay(text, .example, in: black, alignment: .center, isWhite: true, into: &drawing)
    }

    /// A lozenge for each tier there is, full ones up to the card's own; none where there is but one.
    private func drawRank(in place: DotRectangle, of box: FaceBox, into drawing: inout CardDrawing) {
        let count = card.rank.lozengesOfHighest
        let side = min(place.height, place.width * 4 / (5 * count)) / 2 * 2
        let step = side * 5 / 4
        for index in 0..<count {
            let isFull = index < card.rank.lozenges
            let fromStart = box.alignment == .end ? place.width - (count - index) * step + step - side : index * step
            let x = card.language.isRightToLeft ? place.right - fromStart - side : place.x + fromStart
            let square = DotRectangle(x: x, y: place.y + (place.height - side) / 2, width: side, height: side)
            drawing.bitmap.fillLozenge(square, black: !box.isWhite)
            if !isFull { drawing.bitmap.fillLozenge(square.inset(by: resolution.line(0.3) * 3 / 2), black: box.isWhite) }
        }
    }

    /// One code in the largest module its place allows.
    private func add(_ kind: CodeSymbol.Kind, into drawing: inout CardDrawing) throws {
        guard let place = plate.place(of: kind.field) else { return }
        let symbol = try CodeSymbol(kind, digits: card.code)
        guard let module = symbol.moduleDots(width: place.width, height: place.height, resolution: resolution) else { throw FaceRefusal.codeTooLong }
        let picture = symbol.enlarged(moduleDots: module, barHeight: place.height)
        let dark = DotRectangle(
            x: place.x + (place.width - picture.width) / 2, y: place.y + (place.height - picture.height) / 2, width: picture.width, height: picture.height)
        drawing.bitmap.draw(picture, x: dark.x, y: dark.y)
        drawing.codes.append(CardDrawing.Code(kind: kind, dark: dark, moduleDots: module))
    }
}

extension Bitmap {
    /// Fills the lozenge whose corners touch the middles of a rectangle's sides.
    fileprivate mutating func fillLozenge(_ rectangle: DotRectangle, black: Bool) {
        for line in 0..<max(0, rectangle.height) {
            let rise = min(line, rectangle.height - 1 - line)
            let half = (2 * rise + 1) * rectangle.width / (2 * rectangle.height)
            fill(DotRectangle(x: rectangle.x + rectangle.width / 2 - half, y: rectangle.y + line, width: 2 * half, height: 1), black: black)
        }
    }
}
