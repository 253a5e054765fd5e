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
        for y in lines {
            for column in first...last {
                let mask = (column == first ? head : 0xFF) & (column == last ? tail : 0xFF)
                if black { bytes[y * stride + column] |= mask } else { bytes[y * stride + column] &= ~mask }
            }
        }
    }

    /// Adds another picture's black dots with its top left corner at (x, y); what lies outside is left out.
    public mutating func draw(_ other: Bitmap, x: Int, y: Int) {
        let lines = (0..<other.height).clamped(to: -y..<max(-y, height - y))
        for line in lines {
            for column in 0..<other.stride {
                let ink = other.bytes[line * other.stride + column]
                if ink != 0 { add(ink, x: x + column * 8, y: y + line) }
            }
        }
    }

    /// Adds eight dots, the highest bit at column `x`; columns outside the picture are left out.
    private mutating func add(_ ink: UInt8, x: Int, y: Int) {
        let offset = x & 7
        let column = x >> 3
        place(ink >> UInt8(offset), column: column, y: y)
        if offset != 0 { place(ink << UInt8(8 - offset), column: column + 1, y: y) }
    }

    private mutating func place(_ ink: UInt8, column: Int, y: Int) {
        guard 0..<stride ~= column else { return }
        let inside = min(8, width - column * 8)
        bytes[y * stride + column] |= ink & ~UInt8(truncatingIfNeeded: 0xFF >> inside)
    }
}
