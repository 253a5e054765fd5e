public import PrinterFormats

/// Cards side by side, to be looked at.
public enum ContactSheet {
    /// White between two cards, in dots.
    private static let gap = 24

    /// Rows of cards on one sheet, each from the left. Gives an empty picture for no cards.
    public static func lay(_ rows: [[Bitmap]]) -> Bitmap {
        let width = rows.map { row in row.reduce(gap) { $0 + $1.width + gap } }.max() ?? 0
        let heights = rows.map { row in row.map(\.height).max() ?? 0 }
        var sheet = Bitmap(width: width, height: heights.reduce(gap) { $0 + $1 + gap })
        var y = gap
        for (row, height) in zip(rows, heights) {
            var x = gap
            for card in row {
                sheet.draw(card, x: x, y: y)
                x += card.width + gap
            }
            y += height + gap
        }
        return sheet
    }
}
