/// How a text is set: sizes are the em in dots.
struct TextStyle: Sendable, Hashable {
    /// The size wanted.
    var size: Int
    /// The size below which letters run together; shorter text is better than smaller.
    var floor: Int
    var isBold: Bool
    /// Lines the text may take when it does not fit one.
    var lines: Int

    init(size: Int, floor: Int, isBold: Bool = false, lines: Int = 1) {
        self.size = size
        self.floor = min(floor, size)
        self.isBold = isBold
        self.lines = lines
    }

    /// As a box of a face wants it.
    init(_ box: FaceBox, at resolution: CardResolution) {
        self.init(size: resolution.dots(box.size), floor: resolution.dots(box.least), isBold: box.isBold, lines: box.lines)
    }

    /// Lines of a size that the text may take and a height has room for.
    func lines(ofSize size: Int, in height: Int) -> Int { min(lines, max(1, height / TextLayout.leading(ofSize: size))) }
}
