import CPangoCairo
import CRSVG
import PrinterFormats

/// An SVG file as librsvg draws it, in one thread at a time.
final class VectorDrawing {
    private let handle: UnsafeMutablePointer<RsvgHandle>
    /// The page in the file's own pixels, 96 an inch.
    private let pageWidth: Double
    private let pageHeight: Double

    init(_ bytes: [UInt8]) throws(FaceFault) {
        var error: UnsafeMutablePointer<GError>?
        let handle = bytes.withUnsafeBufferPointer { rsvg_handle_new_from_data($0.baseAddress, gsize($0.count), &error) }
        guard let handle else { throw FaceFault(.notSVG(Self.message(&error))) }
        self.handle = handle
        rsvg_handle_set_dpi(handle, 96)
        // An editor's eye beside the layer hides it from the screen, not from the card.
        let style = Array("#fields, #fields * { display: inline !important; visibility: visible !important }".utf8)
        _ = style.withUnsafeBufferPointer { rsvg_handle_set_stylesheet(handle, $0.baseAddress, gsize($0.count), nil) }
        var (width, height) = (0.0, 0.0)
        let isSized = rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) != 0
        (pageWidth, pageHeight) = isSized ? (width, height) : (0, 0)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(handle)) }

    /// The page in millimetres; 0 × 0 where the file gives no size.
    var page: (width: Double, height: Double) { (pageWidth * 25.4 / 96, pageHeight * 25.4 / 96) }

    /// Where an element stands on the card, in millimetres, its outline not counted; nil for one that has no place.
    func place(of id: String) -> (x: Double, y: Double, width: Double, height: Double)? {
        var viewport = RsvgRectangle(x: 0, y: 0, width: pageWidth, height: pageHeight)
        var logical = RsvgRectangle()
        var ink = RsvgRectangle()
        guard rsvg_handle_get_geometry_for_layer(handle, "#" + id, &viewport, &ink, &logical, nil) != 0, pageWidth > 0 else { return nil }
        let scale = CardResolution.cardWidth / pageWidth
        return (logical.x * scale, logical.y * scale, logical.width * scale, logical.height * scale)
    }

    /// One layer as grey and as what covers the paper, at a resolution.
    func layer(_ id: String, at resolution: CardResolution, mirrored: Bool) throws -> LayerPicture {
        let (width, height) = (resolution.width, resolution.height)
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(clamping: width), Int32(clamping: height)),
            let cairo = cairo_create(surface)
        else { throw CardFault.drawingFailed("no memory for \(width) × \(height) dots") }
        defer {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
        }
        if mirrored {
            cairo_translate(cairo, Double(width), 0)
            cairo_scale(cairo, -1, 1)
        }
        var viewport = RsvgRectangle(
            x: 0, y: 0, width: CardResolution.cardWidth * resolution.dotsPerMillimetre, height: CardResolution.cardHeight * resolution.dotsPerMillimetre)
        var error: UnsafeMutablePointer<GError>?
        guard rsvg_handle_render_layer(handle, cairo, "#" + id, &viewport, &error) != 0 else { throw FaceFault(.notSVG(Self.message(&error)), at: id) }
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { throw CardFault.drawingFailed("a layer without dots") }
        return LayerPicture(width: width, height: height, argb: data, pitch: Int(cairo_image_surface_get_stride(surface)))
    }

    /// librsvg's words, once; the error is freed.
    private static func message(_ error: inout UnsafeMutablePointer<GError>?) -> String {
        defer {
            g_error_free(error)
            error = nil
        }
        guard let text = error?.pointee.message else { return "librsvg gives no reason" }
        return String(cString: text)
    }
}
