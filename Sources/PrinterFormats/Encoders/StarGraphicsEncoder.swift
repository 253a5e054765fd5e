/// Writes a picture in Star Graphic Mode: one `b nL nH` a row between `ESC * r A` and `ESC * r B`. Source: Star Graphic Mode command specification.
struct StarGraphicsEncoder: PictureEncoder {
    let job: PrintJob

    var rowsPerBand: Int { job.profile.rowsPerBand }

    /// Raster mode, a page without end (`ESC * r P 0`), and for printers without a cutter an end of page that does not cut (`ESC * r E 1`).
    var prologue: [UInt8] {
        var bytes = raster("A") + raster("P0") + [0]
        if case .none = job.profile.cutter { bytes += raster("E1") + [0] }
        return bytes
    }

    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8] {
        let rowBytes = job.bitmap.stride
        return stride(from: data.startIndex, to: data.endIndex, by: rowBytes).flatMap { start in
            [UInt8(ascii: "b")] + rowBytes.littleEndian(bytes: 2) + data[start..<start + rowBytes]
        }
    }

    /// `ESC * r Y n` moves down n dots; `ESC FF NUL` ends the page, which cuts.
    var epilogue: [UInt8] {
        let below = job.rowsBelow > 0 ? raster("Y\(job.rowsBelow)") + [0] : []
        return below + [0x1B, 0x0C, 0x00] + raster("B") + job.starCompletion
    }

    private func raster(_ text: String) -> [UInt8] { Array("\u{1B}*r\(text)".utf8) }
}
