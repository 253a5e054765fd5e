extension Bitmap {
    /// Makes every dot of a rectangle black, or white; dots outside the picture are left out.
    public mutating func fill(_ rectangle: DotRectangle, black: Bool = true) {
        guard rectangle.width > 0, rectangle.height > 0 else { return }
        let columns = (rectangle.x..<rectangle.right).clamped(to: 0..<width)
        let lines = (rectangle.y..<rectangle.bottom).clamped(to: 0..<height)
        guard !columns.isEmpty else { return }
        let first = columns.lowerBound >> 3
        let last = (columns.upperBound - 1) >> 3
        let head: UInt8 = 0xFF >> UInt8(columns.lowerBound & 7)
        let tail: UInt8 = 0xFF << UInt8(7 - (columns.upperBound - 1) & 7)
        let whole: UInt8 = black ? 0xFF : 0
        for y in lines {
            let row = y * stride
            if first == last {
                cover(row + first, mask: head & tail, black: black)
            } else {
                cover(row + first, mask: head, black: black)
                for column in first + 1..<last { bytes[row + column] = whole }
                cover(row + last, mask: tail, black: black)
            }
        }
    }

    private mutating func cover(_ index: Int, mask: UInt8, black: Bool) {
        if black { bytes[index] |= mask } else { bytes[index] &= ~mask }
    }

    /// Fills a rectangle with round corners; a radius longer than half a side is shortened to it.
    public mutating func fillRounded(_ rectangle: DotRectangle, radius: Int, black: Bool = true) {
        let radius = max(0, min(radius, rectangle.width / 2, rectangle.height / 2))
        for line in 0..<max(0, rectangle.height) {
            // Twice the distance of the row's middle from the corner's centre, in dots.
            let rise = max(0, 2 * radius - 1 - 2 * min(line, rectangle.height - 1 - line))
            let cut = (0..<radius).first { column in
                let run = 2 * radius - 1 - 2 * column
                return run * run + rise * rise <= 4 * radius * radius
            }
            let inset = line < radius || rectangle.height - 1 - line < radius ? cut ?? radius : 0
            fill(DotRectangle(x: rectangle.x + inset, y: rectangle.y + line, width: rectangle.width - 2 * inset, height: 1), black: black)
        }
    }

    /// Turns every dot under another picture's black dots over, its top left corner at (x, y): black writing on white, white on black.
    public mutating func toggle(_ other: Bitmap, x: Int, y: Int) {
        merge(other, x: x, y: y) { $0 ^ $1 }
    }

    /// Adds another picture's black dots with its top left corner at (x, y); what lies outside is left out.
    public mutating func draw(_ other: Bitmap, x: Int, y: Int) {
        merge(other, x: x, y: y) { $0 | $1 }
    }

    @inline(__always)
    private mutating func merge(_ other: Bitmap, x: Int, y: Int, by rule: (UInt8, UInt8) -> UInt8) {
        let lines = (0..<other.height).clamped(to: -y..<max(-y, height - y))
        for line in lines {
            for column in 0..<other.stride {
                let ink = other.bytes[line * other.stride + column]
                if ink != 0 { merge(ink, x: x + column * 8, y: y + line, by: rule) }
            }
        }
    }

    /// Merges eight dots, the highest bit at column `x`; columns outside the picture are left out.
    @inline(__always)
    private mutating func merge(_ ink: UInt8, x: Int, y: Int, by rule: (UInt8, UInt8) -> UInt8) {
        let offset = x & 7
        let column = x >> 3
        merge(ink >> UInt8(offset), column: column, y: y, by: rule)
        if offset != 0 { merge(ink << UInt8(8 - offset), column: column + 1, y: y, by: rule) }
    }

    @inline(__always)
    private mutating func merge(_ ink: UInt8, column: Int, y: Int, by rule: (UInt8, UInt8) -> UInt8) {
        guard 0..<stride ~= column else { return }
        let inside = min(8, width - column * 8)
        bytes[y * stride + column] = rule(bytes[y * stride + column], ink & ~UInt8(truncatingIfNeeded: 0xFF >> inside))
    }
}
