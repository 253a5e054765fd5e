import PrinterFormats

/// The picture a label printer draws in its memory before it prints.
struct LabelCanvas: Sendable {
    /// Rows a label has at most; what lies below is lost.
    static let longestLabel = 8192

    /// Dots across; what lies right of it is lost.
    var width: Int
    /// Rows; nil for a label that is as long as what has been drawn on it.
    var height: Int?
    private var rows: [Int: [UInt8]] = [:]

    init(width: Int, height: Int? = nil) {
        self.width = width
        self.height = height
    }

    /// Writes whole rows of bytes, 1 is black, their top left corner at (x, y); x counts in dots.
    mutating func write(_ bytes: [UInt8], rowBytes: Int, x: Int, y: Int) {
        guard rowBytes > 0 else { return }
        for line in 0..<bytes.count / rowBytes where y + line < Self.longestLabel {
            var row = rows[y + line] ?? []
            let dots = bytes[line * rowBytes..<(line + 1) * rowBytes]
            for (place, byte) in dots.enumerated() {
                let column = x + 8 * place
                while row.count <= column / 8 + 1 { row.append(0) }
                row[column / 8] |= byte >> UInt8(column % 8)
                row[column / 8 + 1] |= UInt8(truncatingIfNeeded: Int(byte) << (8 - column % 8))
            }
            rows[y + line] = row
        }
    }

    /// Takes everything off.
    mutating func clear() { rows = [:] }

    /// The label.
    var label: Bitmap {
        let stride = (width + 7) / 8
        let height = min(self.height ?? (rows.keys.max() ?? -1) + 1, Self.longestLabel)
        let bytes = (0..<height).flatMap { y -> [UInt8] in
            let row = (rows[y] ?? []).prefix(stride)
            return Array(row) + [UInt8](repeating: 0, count: stride - row.count)
        }
        return Bitmap(width: width, height: height, bytes: bytes) ?? Bitmap(width: 0, height: 0)
    }
}
