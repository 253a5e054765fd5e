import CPangoCairo
import PrinterFormats

/// Cards as a PDF: a page a side, true size, the dots as a picture of one bit.
enum CardPDF {
    /// PDF's unit: 72 an inch.
    private static let points = 72 / 25.4

    static func encode(_ sides: [Bitmap]) throws(CardFault) -> [UInt8] {
        let (width, height) = (CardResolution.cardWidth * points, CardResolution.cardHeight * points)
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { destination in
            let surface = cairo_pdf_surface_create_for_stream(appendBytes, destination, width, height)
            defer { cairo_surface_destroy(surface) }
            let cairo = cairo_create(surface)
            for side in sides { show(side, width: width, height: height, on: cairo) }
            let status = cairo_status(cairo)
            cairo_destroy(cairo)
            cairo_surface_finish(surface)
            return status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawingFailed(String(cString: cairo_status_to_string(status))) }
        return bytes
    }

    /// One side as a stencil through which black is printed.
    private static func show(_ side: Bitmap, width: Double, height: Double, on cairo: OpaquePointer?) {
        guard let stencil = side.cairoSurface(inverted: false) else { return }
        defer { cairo_surface_destroy(stencil) }
        cairo_save(cairo)
        cairo_scale(cairo, width / Double(side.width), height / Double(side.height))
        cairo_set_source_rgb(cairo, 0, 0, 0)
        let pattern = cairo_pattern_create_for_surface(stencil)
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
        cairo_mask(cairo, pattern)
        cairo_pattern_destroy(pattern)
        cairo_restore(cairo)
        cairo_show_page(cairo)
    }
}

/// Cairo's way to hand over a file: the closure is an array of bytes.
func appendBytes(_ closure: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ length: UInt32) -> cairo_status_t {
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    closure.assumingMemoryBound(to: [UInt8].self).pointee += UnsafeBufferPointer(start: data, count: Int(length))
    return CAIRO_STATUS_SUCCESS
}

extension Bitmap {
    /// The dots as a one-bit Cairo surface, which the caller destroys; nil when there is no memory.
    func cairoSurface(inverted: Bool) -> OpaquePointer? {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(clamping: width), Int32(clamping: height)) else { return nil }
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else {
            cairo_surface_destroy(surface)
            return nil
        }
        let pitch = Int(cairo_image_surface_get_stride(surface))
        // Cairo's A1 keeps the leftmost dot in the lowest bit (little-endian, as all our machines).
        for y in 0..<height {
            for (column, byte) in rows(y..<y + 1).enumerated() {
                let dots = byte.bitsReversed
                data[y * pitch + column] = inverted ? ~dots : dots
            }
        }
        cairo_surface_mark_dirty(surface)
        return surface
    }
}
