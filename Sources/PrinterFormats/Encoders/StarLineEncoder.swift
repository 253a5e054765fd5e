/// Writes a picture in Star Line Mode: bands of 24 rows, `ESC k n1 n2`, row after row, then LF. Source: Star Line Mode command specification.
///
/// A line is 24 dots high, 3 mm: `ESC 0`. White rows fill up the last one.
struct StarLineEncoder: PictureEncoder {
    private static let lineRows = 24

    let job: PrintJob

    /// Whole lines, as many as the profile has room for.
    var rowsPerBand: Int { max(1, job.profile.rowsPerBand / Self.lineRows) * Self.lineRows }
    var prologue: [UInt8] { Star.initialize + [0x1B, 0x30] }

    func band(_ data: ArraySlice<UInt8>, at row: Int, rows: Int) -> [UInt8] {
        let lineBytes = job.bitmap.stride * Self.lineRows
        return stride(from: data.startIndex, to: data.endIndex, by: lineBytes).flatMap { start in
            line(data[start..<min(start + lineBytes, data.endIndex)], rowBytes: job.bitmap.stride)
        }
    }

    var epilogue: [UInt8] {
        let lines = (job.rowsBelow + Self.lineRows - 1) / Self.lineRows
        let below = (0..<lines).flatMap { _ in line([], rowBytes: 1) }
        return below + Star.cut(job.profile.cutter) + job.starCompletion
    }

    private func line(_ data: ArraySlice<UInt8>, rowBytes: Int) -> [UInt8] {
        let missing = [UInt8](repeating: 0, count: rowBytes * Self.lineRows - data.count)
        return [0x1B, 0x6B] + rowBytes.littleEndian(bytes: 2) + data + missing + [0x0A]
    }
}
