import PrinterFormats

/// The paper in a virtual printer: rows come out, a cut makes a sheet of them.
struct RasterPaper: Sendable {
    /// Rows after which a sheet takes no more; 65,535 rows are 8 metres at 203 dpi.
    static let longestSheet = Bitmap.longestSide

    /// Dots across.
    let width: Int
    /// Whether rows were dropped because the sheet is full.
    private(set) var isFull = false
    private var bytes: [UInt8] = []
    private let stride: Int

    init(width: Int) {
        self.width = width
        stride = (width + 7) / 8
    }

    /// Rows since the last cut.
    var height: Int { bytes.count / max(1, stride) }

    /// What came out since the last cut.
    var sheet: Bitmap { Bitmap(width: width, height: height, bytes: bytes) ?? Bitmap(width: width, height: 0) }

    /// One row of dots from the left edge; what is wider than the paper is lost, what is missing is white.
    mutating func append(_ row: ArraySlice<UInt8>) {
        guard makeRoom(1) == 1 else { return }
        bytes += row.prefix(stride)
        bytes += repeatElement(0, count: stride - min(stride, row.count))
    }

    /// White rows.
    mutating func feed(_ rows: Int) {
        bytes += repeatElement(0, count: makeRoom(max(0, rows)) * stride)
    }

    /// Takes the sheet off.
    mutating func cut() -> Bitmap {
        let sheet = self.sheet
        bytes = []
        isFull = false
        return sheet
    }

    private mutating func makeRoom(_ rows: Int) -> Int {
        let room = min(rows, Self.longestSheet - height)
        if room < rows { isFull = true }
        return room
    }
}
