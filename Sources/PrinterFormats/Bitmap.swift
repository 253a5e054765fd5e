/// A picture for a thermal head: one bit a dot, 1 is black.
///
/// Rows lie one after the other, each in whole bytes, leftmost dot in the highest bit: the order in which ESC/POS `GS v 0`
/// and ZPL `^GF` take them. Bits right of the last column are 0, always, so two equal pictures have equal bytes.
public struct Bitmap: Sendable, Hashable {
    /// The most columns or rows a bitmap has.
    public static let longestSide = 65_535

    /// Columns, in dots.
    public let width: Int
    /// Rows, in dots.
    public let height: Int
    /// Bytes from one row to the next: the width in whole bytes.
    public let stride: Int
    /// All rows, `stride` × `height` bytes.
    public internal(set) var bytes: [UInt8]

    /// A white bitmap. Each side is 0…65,535 dots; anything else is a mistake of the program, not of its input.
    public init(width: Int, height: Int) {
        precondition(0...Self.longestSide ~= width && 0...Self.longestSide ~= height, "a bitmap's side is 0 to 65,535 dots")
        self.width = width
        self.height = height
        stride = (width + 7) / 8
        bytes = Array(repeating: 0, count: stride * height)
    }

    /// A bitmap of rows as they came from a device or a file.
    ///
    /// Nothing when a side is outside 0…65,535 or `bytes` is not exactly `height` rows of whole bytes. Bits right of the last column are cleared.
    public init?(width: Int, height: Int, bytes: [UInt8]) {
        guard 0...Self.longestSide ~= width, 0...Self.longestSide ~= height else { return nil }
        let stride = (width + 7) / 8
        guard bytes.count == stride * height else { return nil }
        self.width = width
        self.height = height
        self.stride = stride
        self.bytes = bytes
        clearPadding()
    }

    /// Whether a dot is black. A dot outside the picture is white; writing one does nothing.
    public subscript(x: Int, y: Int) -> Bool {
        get {
            guard 0..<width ~= x, 0..<height ~= y else { return false }
            return bytes[y * stride + x >> 3] & (0x80 >> UInt8(x & 7)) != 0
        }
        set {
            guard 0..<width ~= x, 0..<height ~= y else { return }
            let bit: UInt8 = 0x80 >> UInt8(x & 7)
            if newValue { bytes[y * stride + x >> 3] |= bit } else { bytes[y * stride + x >> 3] &= ~bit }
        }
    }

    /// The whole picture as a rectangle.
    public var bounds: DotRectangle { DotRectangle(x: 0, y: 0, width: width, height: height) }

    /// The bytes of some rows; rows outside the picture are left out.
    public func rows(_ range: Range<Int>) -> ArraySlice<UInt8> {
        let rows = range.clamped(to: 0..<height)
        return bytes[rows.lowerBound * stride..<rows.upperBound * stride]
    }

    /// How many dots are black.
    public var inkCount: Int { bytes.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// The smallest rectangle that holds every black dot; nothing when the picture is white.
    public var inkBounds: DotRectangle? {
        var left = width
        var right = 0
        var top: Int?
        var bottom = 0
        for y in 0..<height {
            let row = rows(y..<y + 1)
            guard let first = row.firstIndex(where: { $0 != 0 }), let last = row.lastIndex(where: { $0 != 0 }) else { continue }
            left = min(left, (first - row.startIndex) * 8 + row[first].leadingZeroBitCount)
            right = max(right, (last - row.startIndex) * 8 + 8 - row[last].trailingZeroBitCount)
            top = top ?? y
            bottom = y + 1
        }
        return top.map { DotRectangle(x: left, y: $0, width: right - left, height: bottom - $0) }
    }

    private mutating func clearPadding() {
        guard width & 7 != 0 else { return }
        let kept: UInt8 = ~(0xFF >> UInt8(width & 7))
        for last in Swift.stride(from: stride - 1, to: bytes.count, by: stride) { bytes[last] &= kept }
    }
}
