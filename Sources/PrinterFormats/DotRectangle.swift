/// A rectangle of dots; the origin is the top left corner of the picture, y grows downwards.
public struct DotRectangle: Sendable, Hashable {
    /// The leftmost column, in dots.
    public var x: Int
    /// The topmost row, in dots.
    public var y: Int
    /// Columns, in dots; nothing is inside a rectangle of width 0 or less.
    public var width: Int
    /// Rows, in dots; nothing is inside a rectangle of height 0 or less.
    public var height: Int

    /// A rectangle from its top left corner and its size, all in dots.
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The first column right of the rectangle.
    public var right: Int { x + width }
    /// The first row below the rectangle.
    public var bottom: Int { y + height }

    /// Whether every dot of `other` is a dot of this rectangle.
    public func contains(_ other: DotRectangle) -> Bool {
        other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
    }

    /// Whether the two rectangles share a dot.
    public func overlaps(_ other: DotRectangle) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    /// The rectangle with `dots` taken off each side; a negative number widens it.
    public func inset(by dots: Int) -> DotRectangle {
        DotRectangle(x: x + dots, y: y + dots, width: width - 2 * dots, height: height - 2 * dots)
    }
}
