/// Writes a picture in Star Line Mode: bands of 24 rows, `ESC k n1 n2`, row after row, then LF. Source: Star Line Mode command specification.
///
/// A line is 24 dots high, 3 mm: `ESC 0`. White rows fill up the last one.
struct StarLineEncoder: PictureEncoder {
    private static let lineRows = 24

    let job: PrintJob

    /// Whole lines, as many as the profile has room for.
    var rowsPerBand: Int { max(1, job.profile.rowsPerBand / Self.lineRows) * Self.lineRows }
    var prologue: [UInt8] { Star.initialize + [0x1B, 0x30] }

    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8] {
        let rowBytes = job.bitmap.stride
        let lineBytes = rowBytes * Self.lineRows
        return stride(from: data.startIndex, to: data.endIndex, by: lineBytes).flatMap { start in
            let line = data[start..<min(start + lineBytes, data.endIndex)]
            let missing = [UInt8](repeating: 0, count: lineBytes - line.count)
            return [0x1B, 0x6B] + rowBytes.littleEndian(bytes: 2) + line + missing + [0x0A]
        }
    }

    var epilogue: [UInt8] { job.starEnd }
}
