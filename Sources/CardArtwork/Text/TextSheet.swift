import CPangoCairo
import PrinterFormats

/// A sheet of dots on which Cairo writes text, without smoothing.
final class TextSheet {
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    /// The place that text is set in, in dots.
    let width: Int
    let height: Int
    /// What lies around it for letters that lean out of their own width.
    let margin: Int

    /// An empty sheet.
    init(width: Int, height: Int, margin: Int = 0) throws(CardFault) {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(clamping: width + 2 * margin), Int32(clamping: height + 2 * margin)),
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let cairo = cairo_create(surface)
        else { throw .drawingFailed("no memory for \(width) × \(height) dots") }
        self.surface = surface
        self.cairo = cairo
        self.width = width
        self.height = height
        self.margin = margin
        cairo_translate(cairo, Double(margin), Double(margin))
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE)
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    /// The side of the sheet that lines stand at.
    enum Side {
        case left, center, right
    }

    /// Writes lines in the middle of the sheet's height, or from its top. Gives the ink's rectangle, seen from the place.
    ///
    /// Lines are placed by their baselines, so that the same words stand alike whatever the fonts' own line height. A deep letter moves the block up, a high
    /// one down, as far as the sheet goes.
    func write(_ text: TextLayout, alignment: Side, atTop: Bool = false) -> DotRectangle? {
        let lines = text.lines
        var baseline = text.firstBaseline(in: atTop ? min(height, lines.count * text.leading) : height)
        let top = lines.first.map { baseline + $0.ink.y } ?? 0
        let bottom = lines.last.map { baseline + (lines.count - 1) * text.leading + $0.ink.bottom } ?? 0
        if bottom > height { baseline -= min(bottom - height, max(0, top)) } else if top < 0 { baseline += min(-top, height - bottom) }
        var ink: DotRectangle?
        for (index, line) in lines.enumerated() {
            let free = width - line.advance
            let x =
                switch alignment {
                case .left: 0
                case .center: free / 2
                case .right: free
                }
            let y = baseline + index * text.leading
            cairo_move_to(cairo, Double(x), Double(y))
            pango_cairo_show_layout_line(cairo, line.pointer)
            let placed = DotRectangle(x: x + line.ink.x, y: y + line.ink.y, width: line.ink.width, height: line.ink.height)
            ink = ink?.union(placed) ?? placed
        }
        return ink
    }

    /// What is written, in one bit, with the margin around it.
    func bitmap() throws(CardFault) -> Bitmap {
        cairo_surface_flush(surface)
        guard cairo_status(cairo) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            throw .drawingFailed(String(cString: cairo_status_to_string(cairo_status(cairo))))
        }
        let pitch = Int(cairo_image_surface_get_stride(surface))
        let (width, height) = (self.width + 2 * margin, self.height + 2 * margin)
        let stride = (width + 7) / 8
        var bytes = [UInt8](repeating: 0, count: stride * height)
        // Cairo's A1 keeps the leftmost dot in the lowest bit on little-endian machines.
        for y in 0..<height {
            for column in 0..<stride { bytes[y * stride + column] = data[y * pitch + column].bitsReversed }
        }
        return Bitmap(width: width, height: height, bytes: bytes) ?? Bitmap(width: width, height: height)
    }
}

extension DotRectangle {
    /// The smallest rectangle around both.
    fileprivate func union(_ other: DotRectangle) -> DotRectangle {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return DotRectangle(x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
    }
}
