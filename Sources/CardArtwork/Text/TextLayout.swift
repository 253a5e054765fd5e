import CPangoCairo
import PrinterFormats

/// Text set in lines, ready to be placed.
final class TextLayout {
    let pointer: OpaquePointer
    /// The em in dots.
    let size: Int
    /// The lines, top to bottom.
    private(set) lazy var lines = readLines()

    /// Takes over a layout.
    init(_ pointer: OpaquePointer, size: Int) {
        self.pointer = pointer
        self.size = size
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }

    /// The widest line's advance, in dots.
    var width: Int { lines.map(\.advance).max() ?? 0 }

    /// From one baseline to the next, in dots.
    var leading: Int { Self.leading(ofSize: size) }

    static func leading(ofSize size: Int) -> Int { size * 5 / 4 }

    /// The baseline of the first line when capitals stand in the middle of this height. A capital's height is 0.72 em in all our fonts.
    func firstBaseline(in height: Int) -> Int { (height + size * 18 / 25 - (lines.count - 1) * leading) / 2 }

    /// Whether the end was cut off and shows “…”.
    var isCut: Bool { pango_layout_is_ellipsized(pointer) != 0 }

    /// Breaks into at most `lines` lines of `width` dots, between words or, if that is allowed, inside them; what is left over becomes “…”.
    func breakLines(width: Int, lines: Int, insideWords: Bool) {
        pango_layout_set_width(pointer, Int32(clamping: width) * PANGO_SCALE)
        pango_layout_set_wrap(pointer, insideWords ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD)
        pango_layout_set_height(pointer, Int32(clamping: -lines))
        pango_layout_set_ellipsize(pointer, PANGO_ELLIPSIZE_END)
        self.lines = readLines()
    }

    /// One line: its handle, its advance and its ink seen from the baseline's left end, in dots.
    struct Line {
        let pointer: UnsafeMutablePointer<PangoLayoutLine>
        let advance: Int
        let ink: DotRectangle
    }

    private func readLines() -> [Line] {
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
