public import PrinterFormats

/// Draws a slip from the top down, in strips no longer than a bitmap may be.
struct SlipPainter {
    /// The longest strip, in dots: two metres at 203 dpi. A longer slip is several, printed without a cut between them.
    static let longestStrip = 16_000

    let slip: Slip
    let width: Int
    let typesetter: Typesetter
    private var strips: [Bitmap] = []
    private var pieces: [(piece: Bitmap, y: Int)] = []
    private var y = 0

    /// For a head of so many dots at 8 dots a millimetre.
    init(_ slip: Slip, width: Int, typesetter: Typesetter) {
        self.slip = slip
        self.width = width
        self.typesetter = typesetter
    }

    /// The em of running text in dots: 3.25 mm on 80 mm paper, 2.75 mm on 58 mm.
    private var body: Int { width >= 512 ? 26 : 22 }
    private var small: Int { body - 4 }
    private var side: Int { width >= 512 ? 16 : 8 }
    private var column: Int { width - 2 * side }
    private var isRightToLeft: Bool { slip.language.isRightToLeft }
    private var start: TextSheet.Side { isRightToLeft ? .right : .left }
    private var end: TextSheet.Side { isRightToLeft ? .left : .right }

    /// All strips.
    mutating func draw() throws -> [Bitmap] {
        y = body / 2
        for part in slip.parts {
            try draw(part)
            if y > Self.longestStrip { finishStrip() }
        }
        finishStrip()
        return strips
    }

    private mutating func finishStrip() {
        guard !pieces.isEmpty else { return }
        var strip = Bitmap(width: width, height: y + body / 2)
        for (piece, y) in pieces { strip.draw(piece, x: 0, y: y) }
        strips.append(strip)
        pieces = []
        y = 0
    }

    private mutating func draw(_ part: Slip.Part) throws {
        switch part {
        case .title(let text): try write(text, size: body * 3 / 2, isBold: true, at: .center, after: body / 2)
        case .mark(let text): try drawMark(text)
        case .number(let text): try write(text, size: body * 4, isBold: true, at: .center, after: body / 2)
        case .row(let label, let value, let isStrong): try drawRow(label, value, size: body, isBold: isStrong, after: body / 4)
        case .entry(let entry): try draw(entry)
        case .note(let text): try write(text, size: small, isBold: false, at: start, after: body / 3)
        case .code(let digits): try drawCode(digits)
        case .rule: rule()
        case .signature(let name):
            y += body * 3
            rule()
            try write(name, size: small, isBold: false, at: start, after: body / 2)
        }
    }

    private mutating func draw(_ entry: Slip.Entry) throws {
        try drawRow(entry.text, entry.amount, size: body, isBold: false, after: 0)
        let left = [entry.day, entry.seal].compactMap { $0 }.map { "\u{2068}\($0)\u{2069}" }.joined(separator: " · ")
        if let balance = entry.balance {
            try drawRow(left, balance, size: small, isBold: false, after: body / 2)
        } else {
            try add(set(left, size: small, isBold: false, width: column), at: start)
            y += body / 2
        }
    }

    /// Text over the whole column.
    private mutating func write(_ text: String, size: Int, isBold: Bool, at alignment: TextSheet.Side, after gap: Int) throws {
        try add(set(text, size: size, isBold: isBold, width: column), at: alignment)
        y += gap
    }

    /// A label at the reading start, its value at the end of the same line, or below it where both have no room.
    private mutating func drawRow(_ label: String, _ value: String, size: Int, isBold: Bool, after gap: Int) throws {
        let amount = try set(value, size: size, isBold: isBold, width: column)
        let room = column - amount.width - body
        if room >= column / 3 {
            let words = try set(label, size: size, isBold: isBold, width: room)
            let top = y
            try add(words, at: start)
            let bottom = y
            y = top
            try add(amount, at: end)
            y = max(y, bottom)
        } else {
            try add(set(label, size: size, isBold: isBold, width: column), at: start)
            try add(amount, at: end)
        }
        y += gap
    }

    private func set(_ text: String, size: Int, isBold: Bool, width: Int) throws -> TextLayout {
        do {
            let words = try CardWords(sentence: text, field: .notice, language: slip.language)
            let lines = 24
            return try typesetter.set(
                words, style: TextStyle(size: size, floor: size, isBold: isBold, lines: lines), language: slip.language, width: width,
                height: lines * TextLayout.leading(ofSize: size))
        } catch { throw SlipRefusal(error) }
    }

    /// Lines of text from here on down.
    private mutating func add(_ text: TextLayout, at alignment: TextSheet.Side) throws {
        let height = text.lines.count * text.leading
        let margin = text.size / 3
        let sheet = try TextSheet(width: column, height: height, margin: margin)
        _ = sheet.write(text, alignment: alignment)
        place(try sheet.bitmap(), x: side - margin, y: y - margin)
        y += height
    }

    private mutating func drawMark(_ text: String) throws {
        let words = try set(text, size: body * 3 / 2, isBold: true, width: column - 2 * body)
        let height = words.lines.count * words.leading + body
        var band = Bitmap(width: width, height: height)
        band.fill(DotRectangle(x: side, y: 0, width: column, height: height))
        let sheet = try TextSheet(width: column, height: height)
        _ = sheet.write(words, alignment: .center)
        band.toggle(try sheet.bitmap(), x: side, y: 0)
        place(band, x: 0, y: y)
        y += height + body / 2
    }

    private mutating func drawCode(_ digits: String) throws {
        let symbol: CodeSymbol
        do { symbol = try CodeSymbol(.qr, digits: digits) } catch let refusal as FaceRefusal { throw SlipRefusal(refusal) }
        // 0.75 mm a module: 6 dots.
        let picture = symbol.enlarged(moduleDots: 6, barHeight: 0)
        let quiet = CodeSymbol.Kind.qr.quietModules * 6
        place(picture, x: (width - picture.width) / 2, y: y + quiet)
        y += picture.height + 2 * quiet
    }

    private mutating func rule() {
        var line = Bitmap(width: column, height: 2)
        line.fill(line.bounds)
        place(line, x: side, y: y + body / 4)
        y += body / 2 + 2
    }

    private mutating func place(_ picture: Bitmap, x: Int, y: Int) {
        var row = Bitmap(width: width, height: picture.height)
        row.draw(picture, x: x, y: 0)
        pieces.append((row, y))
    }
}

extension CardRenderer {
    /// A slip for a head of so many dots at 203 dpi, in strips to be printed one after the other without a cut.
    ///
    /// Throws ``SlipRefusal`` for words that cannot be printed, ``CardFault`` for a machine that cannot draw.
    public func render(_ slip: Slip, headDots: Int) throws -> [Bitmap] {
        guard headDots >= Self.narrowestHead else { throw SlipRefusal.headTooNarrow(dots: headDots) }
        var painter = SlipPainter(slip, width: headDots, typesetter: typesetter)
        return try painter.draw()
    }
}
