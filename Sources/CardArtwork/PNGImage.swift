import CPangoCairo
public import PrinterFormats

/// Bitmaps as PNG files.
public enum PNGImage {
    /// A PNG of one bit a dot, black on white.
    public static func encode(_ bitmap: Bitmap) throws(CardFault) -> [UInt8] {
        let format = CAIRO_FORMAT_A1
        guard let surface = cairo_image_surface_create(format, Int32(clamping: bitmap.width), Int32(clamping: bitmap.height)) else {
            throw .drawingFailed("no memory for \(bitmap.width) × \(bitmap.height) dots")
        }
        defer { cairo_surface_destroy(surface) }
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { throw .drawingFailed("a picture without dots") }
        let pitch = Int(cairo_image_surface_get_stride(surface))
        // Cairo's A1 keeps the leftmost dot in the lowest bit (little-endian, as all our machines), and its PNG shows 1 as white.
        for y in 0..<bitmap.height {
            for (column, byte) in bitmap.rows(y..<y + 1).enumerated() { data[y * pitch + column] = ~byte.bitsReversed }
        }
        cairo_surface_mark_dirty(surface)
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { destination in
            cairo_surface_write_to_png_stream(
                surface,
                { closure, data, length in
                    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    closure.assumingMemoryBound(to: [UInt8].self).pointee += UnsafeBufferPointer(start: data, count: Int(length))
                    return CAIRO_STATUS_SUCCESS
                }, destination)
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawingFailed(String(cString: cairo_status_to_string(status))) }
        return bytes
    }
}
