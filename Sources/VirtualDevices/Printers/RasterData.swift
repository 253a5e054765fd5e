import PrinterFormats

/// The bytes that follow a picture command: where they go, and how many are still to come.
struct RasterData: Sendable {
    private enum Sink { case paper, store(width: Int, rows: Int), nowhere }

    /// The most a stored picture may have, in bytes; more is taken and forgotten.
    static let largestStore = 1 << 22

    private let sink: Sink
    private let rowBytes: Int
    private var missing: Int
    private var bytes: [UInt8] = []

    private init(sink: Sink, rowBytes: Int, missing: Int) {
        self.sink = sink
        self.rowBytes = rowBytes
        self.missing = missing
    }

    /// Rows printed as they arrive.
    static func printed(rowBytes: Int, rows: Int) -> RasterData {
        RasterData(sink: .paper, rowBytes: rowBytes, missing: rowBytes * rows)
    }

    /// Rows kept as one picture.
    static func kept(width: Int, rows: Int, count: Int) -> RasterData {
        RasterData(sink: count <= largestStore ? .store(width: width, rows: rows) : .nowhere, rowBytes: 0, missing: count)
    }

    /// Bytes of a command that is not obeyed.
    static func skipped(_ count: Int) -> RasterData {
        RasterData(sink: .nowhere, rowBytes: 0, missing: count)
    }

    var isComplete: Bool { missing <= 0 }

    /// The picture, when all of it is there and it was to be kept.
    var kept: Bitmap? {
        guard isComplete, case .store(let width, let rows) = sink else { return nil }
        return Bitmap(width: width, height: rows, bytes: bytes)
    }

    /// Takes one byte; gives a row when it is complete and to be printed.
    mutating func take(_ byte: UInt8) -> ArraySlice<UInt8>? {
        missing -= 1
        switch sink {
        case .nowhere: return nil
        case .store:
            bytes.append(byte)
            return nil
        case .paper:
            bytes.append(byte)
            guard bytes.count == rowBytes else { return nil }
            defer { bytes.removeAll(keepingCapacity: true) }
            return bytes[...]
        }
    }
}
