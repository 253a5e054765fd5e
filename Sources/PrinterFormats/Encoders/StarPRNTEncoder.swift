/// Writes a picture in StarPRNT: `ESC GS S 1 xL xH yL yH 0`, x in bytes. Source: StarPRNT command specification.
struct StarPRNTEncoder: PictureEncoder {
    let job: PrintJob

    var rowsPerBand: Int { job.profile.rowsPerBand }
    var prologue: [UInt8] { Star.initialize }

    func band(_ data: ArraySlice<UInt8>, at row: Int, rows: Int) -> [UInt8] {
        raster(data, rowBytes: job.bitmap.stride, rows: rows)
    }

    var epilogue: [UInt8] {
        let below = stride(from: 0, to: job.rowsBelow, by: rowsPerBand).flatMap { row in
            let rows = min(rowsPerBand, job.rowsBelow - row)
            return raster(ArraySlice(repeating: 0, count: rows), rowBytes: 1, rows: rows)
        }
        return below + Star.cut(job.profile.cutter) + job.starCompletion
    }

    private func raster(_ data: ArraySlice<UInt8>, rowBytes: Int, rows: Int) -> [UInt8] {
        [0x1B, 0x1D, 0x53, 0x01] + rowBytes.littleEndian(bytes: 2) + rows.littleEndian(bytes: 2) + [0x00] + data
    }
}
