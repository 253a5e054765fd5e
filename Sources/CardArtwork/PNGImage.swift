import CPangoCairo
public import PrinterFormats

/// Bitmaps as PNG files.
public enum PNGImage {
    /// A PNG of one bit a dot, black on white.
    public static func encode(_ bitmap: Bitmap) throws(CardFault) -> [UInt8] {
        // In Cairo's PNG of an A1 surface, 1 shows as white.
        guard let surface = bitmap.cairoSurface(inverted: true) else { throw .drawingFailed("no memory for \(bitmap.width) × \(bitmap.height) dots") }
        defer { cairo_surface_destroy(surface) }
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { cairo_surface_write_to_png_stream(surface, appendBytes, $0) }
        guard status == CAIRO_STATUS_SUCCESS else { throw .drawingFailed(String(cString: cairo_status_to_string(status))) }
        return bytes
    }
}
