import CPangoCairo
import PrinterFormats

/// A sheet of dots on which Cairo writes text, without smoothing.
final class TextSheet {
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    let width: Int
    let height: Int

    /// An empty sheet.
    init(width: Int, height: Int) throws(CardFault) {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(clamping: width), Int32(clamping: height)),
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let cairo = cairo_create(surface)
        else { throw .drawingFailed("no memory for \(width) × \(height) dots") }
        self.surface = surface
        self.cairo = cairo
        self.width = width
        self.height = height
        cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE)
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    /// Writes lines right or left of an edge, the first on this baseline, each `leading` dots below the last. Gives the ink's rectangle.
    func write(_ text: TextLayout, edge: Int, flushRight: Bool, baseline: Int, leading: Int) -> DotRectangle? {
        var ink: DotRectangle?
        for (index, line) in text.lines.enumerated() {
            let x = flushRight ? edge - line.advance : edge
            let y = baseline + index * leading
            cairo_move_to(cairo, Double(x), Double(y))
            pango_cairo_show_layout_line(cairo, line.pointer)
            let placed = DotRectangle(x: x + line.ink.x, y: y + line.ink.y, width: line.ink.width, height: line.ink.height)
            ink = ink?.union(placed) ?? placed
        }
        return ink
    }

    /// What is written, in one bit.
    func bitmap() throws(CardFault) -> Bitmap {
        cairo_surface_flush(surface)
        guard cairo_status(cairo) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface) else {
            throw .drawingFailed(String(cString: cairo_status_to_string(cairo_status(cairo))))
        }
        let pitch = Int(cairo_image_surface_get_stride(surface))
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
