import PrinterFormats

/// A box of a face, in millimetres of the card as it was drawn.
struct FaceBox: Sendable {
    /// Where a text stands in its box, seen in the card's reading direction.
    enum Alignment: String, Sendable, Hashable {
        case start, center, end
    }

    let field: FaceField
    /// What the file calls it, for faults.
    let id: String
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    /// The em wanted.
    var size: Double
    /// The em below which the text is cut rather than made smaller.
    var least: Double
    var lines = 1
    var isBold = false
    var isWhite = false
    /// Whether lines begin at the top of the box instead of standing in its middle.
    var isAtTop = false
    var alignment = Alignment.start
    /// The face's own words by language, first one first.
    var words: [(language: String, text: String)] = []

    /// The face's own words in a language, or in the first one given.
    func words(in language: CardLanguage) -> (text: String, language: CardLanguage)? {
        let own = words.first { CardLanguage($0.language).primary == language.primary }
        return (own ?? words.first).map { ($0.text, own == nil ? CardLanguage($0.language) : language) }
    }

    /// The box in dots, mirrored when asked; both edges are rounded to the nearest dot.
    func dots(at resolution: CardResolution, mirrored: Bool) -> DotRectangle {
        let left = resolution.dots(x)
        let right = resolution.dots(x + width)
        let top = resolution.dots(y)
        return DotRectangle(
            x: mirrored ? resolution.width - right : left, y: top, width: right - left, height: resolution.dots(y + height) - top)
    }
}
