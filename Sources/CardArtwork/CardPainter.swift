import PrinterFormats

/// Draws one card face: frame, header and stripes, then the texts over them, then the codes dot by dot.
struct CardPainter {
    let face: CardFace
    let layout: CardLayout
    let typesetter: Typesetter
    private let sheet: TextSheet
    private var drawing: CardDrawing

    private var resolution: CardResolution { layout.resolution }

    init(_ face: CardFace, at resolution: CardResolution, typesetter: Typesetter) throws {
        self.face = face
        self.typesetter = typesetter
        layout = CardLayout(resolution: resolution, isRightToLeft: face.language.isRightToLeft)
        sheet = try TextSheet(width: resolution.width, height: resolution.height)
        drawing = CardDrawing(bitmap: Bitmap(width: resolution.width, height: resolution.height))
    }

    /// The whole card.
    mutating func draw() throws -> CardDrawing {
        drawFrame()
        drawRank()
        try writeHeader()
        try writeMember()
        try writeSmallPrint()
        drawing.bitmap.toggle(try sheet.bitmap(), x: 0, y: 0)
        try add(.code128)
        try add(.qr)
        return drawing
    }

    private mutating func drawFrame() {
        drawing.bitmap.fillRounded(layout.frame, radius: layout.frameRadius)
        drawing.bitmap.fillRounded(layout.frame.inset(by: layout.frameLine), radius: layout.frameRadius - layout.frameLine, black: false)
    }

    /// The rank's stripes; the highest tier's header is black, with the frame's round upper corners.
    private mutating func drawRank() {
        if face.rank.isHighest {
            var header = Bitmap(width: resolution.width, height: layout.header.bottom)
            header.fillRounded(layout.frame, radius: layout.frameRadius)
            drawing.bitmap.draw(header, x: 0, y: 0)
        }
        let (thickness, step) = layout.stripe(of: face.rank.stripesOfHighest)
        for index in 0..<face.rank.stripes {
            let y = layout.stripes.y + step - thickness + index * step
            drawing.bitmap.fill(DotRectangle(x: layout.stripes.x, y: y, width: layout.stripes.width, height: thickness))
        }
    }

    private mutating func writeHeader() throws {
        let large = TextStyle(size: layout.dots(4.75), floor: layout.dots(3.25), isBold: true)
        try write(words(face.programme, .programme), in: layout.programme, baseline: layout.headerBaseline, style: large)
        // Thin strokes in black fill up on thermal paper.
        let medium = TextStyle(size: layout.dots(4.25), floor: layout.dots(3), isBold: face.rank.isHighest)
        try write(words(face.tierName, .tierName), in: layout.tierName, baseline: layout.headerBaseline, style: medium, atEnd: true)
    }

    private mutating func writeMember() throws {
        let large = TextStyle(size: layout.dots(5.5), floor: layout.dots(3.5), isBold: true, lines: 2)
        try write(words(face.memberName, .memberName), in: layout.name, baseline: layout.nameBaseline, style: large)
        let medium = TextStyle(size: layout.dots(4.5), floor: layout.dots(3), isBold: false)
        let number = try write(CardWords(number: face.number, language: face.language), in: layout.number, baseline: layout.numberBaseline, style: medium)
        if number.isCut { throw FaceRefusal.numberTooLong }
    }

    private mutating func writeSmallPrint() throws {
        let small = TextStyle(size: layout.dots(2.75), floor: layout.dots(2.25), isBold: false)
        var box = layout.notice
        if let mark = face.exampleMark { box = layout.notice(beside: try drawExampleMark(mark)) }
        if let notice = face.notice { try write(words(notice, .notice), in: box, baseline: layout.noticeBaseline, style: small) }
    }

    /// White words in a black box, at most a third of the line. Gives the box.
    private mutating func drawExampleMark(_ mark: String) throws -> DotRectangle {
        let style = TextStyle(size: layout.dots(2.5), floor: layout.dots(2.25), isBold: true)
        let text = try typesetter.set(words(mark, .exampleMark), style: style, language: face.language, width: layout.notice.width / 3)
        let box = layout.exampleMark(wordWidth: text.width)
        drawing.bitmap.fillRounded(box, radius: layout.dots(0.8))
        let padding = (box.width - text.width) / 2
        place(text, of: .exampleMark, in: box, edge: layout.isRightToLeft ? box.right - padding : box.x + padding, baseline: layout.noticeBaseline)
        return box
    }

    private func words(_ text: String, _ field: FaceRefusal.Field) throws -> CardWords {
        try CardWords(text, field: field, language: face.language)
    }

    /// One text, from the reading start of its box or towards its end.
    @discardableResult
    private mutating func write(
        _ words: CardWords, in box: DotRectangle, baseline: Int, style: TextStyle, atEnd: Bool = false
    ) throws -> TextLayout {
        let text = try typesetter.set(words, style: style, language: face.language, width: box.width)
        place(text, of: words.field, in: box, edge: layout.isRightToLeft != atEnd ? box.right : box.x, baseline: baseline, atEnd: atEnd)
        return text
    }

    /// Lines of text from an edge inwards. Two lines stand around the baseline, a little above it.
    private mutating func place(
        _ text: TextLayout, of field: FaceRefusal.Field, in box: DotRectangle, edge: Int, baseline: Int, atEnd: Bool = false
    ) {
        let leading = text.size * 5 / 4
        let first = baseline - (text.lines.count - 1) * leading * 3 / 5
        let ink = sheet.write(text, edge: edge, flushRight: layout.isRightToLeft != atEnd, baseline: first, leading: leading)
        drawing.texts.append(CardDrawing.Text(field: field, box: box, ink: ink ?? box, size: text.size, isCut: text.isCut))
    }

    /// One code in the largest module its place allows.
    private mutating func add(_ kind: CodeSymbol.Kind) throws {
        let symbol = try CodeSymbol(kind, digits: face.code)
        let box = kind == .qr ? layout.qr : layout.bars
        guard let module = symbol.moduleDots(width: box.width, height: box.height, resolution: resolution) else { throw FaceRefusal.codeTooLong }
        let picture = symbol.enlarged(moduleDots: module, barHeight: box.height)
        let dark = DotRectangle(
            x: box.x + (box.width - picture.width) / 2, y: box.y + (box.height - picture.height) / 2, width: picture.width, height: picture.height)
        drawing.bitmap.draw(picture, x: dark.x, y: dark.y)
        drawing.codes.append(CardDrawing.Code(kind: kind, dark: dark, moduleDots: module))
    }
}
