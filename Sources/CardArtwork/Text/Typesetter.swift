import CPangoCairo

/// Sets lines of text in the pinned fonts, one bit deep: no smoothing, full hinting, whole-dot positions.
///
/// Not for two threads at a time; ``CardRenderer`` owns one.
final class Typesetter {
    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer

    init(fonts: PinnedFonts) throws(CardFault) {
        fontMap = try fonts.makeFontMap()
        guard let context = pango_font_map_create_context(fontMap) else { throw .drawingFailed("no memory for text") }
        self.context = context
        // 72 dots per inch make Pango's points our dots.
        pango_cairo_context_set_resolution(context, 72)
        pango_context_set_round_glyph_positions(context, 1)
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(fontMap))
    }

    /// Sets words into a box: at the wanted size, else smaller, else on more lines if the style allows and that keeps the letters larger, else at the floor
    /// and cut with “…”.
    ///
    /// Refused when a character is in none of the fonts.
    func set(_ words: CardWords, style: TextStyle, language: CardLanguage, width: Int, height: Int) throws(FaceRefusal) -> TextLayout {
        let wanted = layout(words, style: style, size: style.size, language: language)
        if let character = unknownCharacter(in: wanted, words) { throw .unknownCharacter(words.field, character) }
        if wanted.width <= width { return wanted }
        let single = smaller(words, style: style, language: language, width: width, from: style.size * width / wanted.width + 1)
        let broken = style.lines > 1 ? inLines(words, style: style, language: language, width: width, height: height, above: single?.size) : nil
        if let best = broken ?? single { return best }
        let least = layout(words, style: style, size: style.floor, language: language)
        least.breakLines(width: width, lines: style.lines(ofSize: style.floor, in: height), insideWords: true)
        return least
    }

    /// The largest single line that fits. Advances grow with the size but for hinting, so the search begins next to its end.
    private func smaller(_ words: CardWords, style: TextStyle, language: CardLanguage, width: Int, from size: Int) -> TextLayout? {
        for size in stride(from: min(size, style.size - 1), through: style.floor, by: -1) {
            let layout = layout(words, style: style, size: size, language: language)
            if layout.width <= width { return layout }
        }
        return nil
    }

    /// The largest block of lines that fits uncut with letters larger than `least`.
    private func inLines(_ words: CardWords, style: TextStyle, language: CardLanguage, width: Int, height: Int, above least: Int?) -> TextLayout? {
        for size in stride(from: style.size, through: max(style.floor, (least ?? 0) + 1), by: -1) {
            let lines = style.lines(ofSize: size, in: height)
            guard lines > 1 else { continue }
            let layout = layout(words, style: style, size: size, language: language)
            layout.breakLines(width: width, lines: lines, insideWords: false)
            if !layout.isCut, layout.width <= width { return layout }
        }
        return nil
    }

    private func layout(_ words: CardWords, style: TextStyle, size: Int, language: CardLanguage) -> TextLayout {
        pango_context_set_base_dir(context, language.isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
        pango_context_set_language(context, pango_language_from_string(language.tag))
        let description = pango_font_description_from_string(language.families)
        defer { pango_font_description_free(description) }
        pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(description, Double(size) * Double(PANGO_SCALE))
        let layout = TextLayout(pango_layout_new(context), size: size)
        pango_layout_set_auto_dir(layout.pointer, 0)
        pango_layout_set_font_description(layout.pointer, description)
        pango_layout_set_text(layout.pointer, words.text, -1)
        return layout
    }

    /// The first character that comes out as a box with its code in it.
    private func unknownCharacter(in layout: TextLayout, _ words: CardWords) -> Character? {
        guard pango_layout_get_unknown_glyphs_count(layout.pointer) > 0 else { return nil }
        for character in words.text {
            pango_layout_set_text(layout.pointer, String(character), -1)
            if pango_layout_get_unknown_glyphs_count(layout.pointer) > 0 { return character }
        }
        return words.text.first
    }
}
