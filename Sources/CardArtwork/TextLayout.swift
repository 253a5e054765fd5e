import CPangoCairo
import PrinterFormats

/// Text set in lines, ready to be placed.
final class TextLayout {
    let pointer: OpaquePointer
    /// The em in dots.
    let size: Int
    private let isRightToLeft: Bool

    /// Takes over a layout.
    init(_ pointer: OpaquePointer, size: Int, isRightToLeft: Bool) {
        self.pointer = pointer
        self.size = size
        self.isRightToLeft = isRightToLeft
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

    /// The widest line's advance, in dots.
    var width: Int { lines.map(\.advance).max() ?? 0 }

    /// Whether the end was cut off and shows “…”.
    var isCut: Bool { pango_layout_is_ellipsized(pointer) != 0 }

    /// Breaks into at most `lines` lines of `width` dots; what is left over becomes “…”.
    func breakLines(width: Int, lines: Int) {
        pango_layout_set_width(pointer, Int32(clamping: width) * PANGO_SCALE)
        pango_layout_set_wrap(pointer, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_height(pointer, Int32(clamping: -lines))
        pango_layout_set_ellipsize(pointer, PANGO_ELLIPSIZE_END)
    }

    /// One line: its handle, its advance and its ink seen from the baseline's left end, in dots.
    struct Line {
        let pointer: UnsafeMutablePointer<PangoLayoutLine>
        let advance: Int
        let ink: DotRectangle
    }

    /// The lines, top to bottom.
    var lines: [Line] {
        (0..<pango_layout_get_line_count(pointer)).compactMap { index in
            guard let line = pango_layout_get_line_readonly(pointer, index) else { return nil }
            var ink = PangoRectangle()
            var logical = PangoRectangle()
            pango_layout_line_get_pixel_extents(line, &ink, &logical)
            return Line(
                pointer: line, advance: Int(logical.width), ink: DotRectangle(x: Int(ink.x), y: Int(ink.y), width: Int(ink.width), height: Int(ink.height)))
        }
    }
}
