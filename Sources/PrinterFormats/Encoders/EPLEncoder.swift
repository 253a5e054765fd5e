/// Writes a picture in EPL2: one `GW` a band, 0 prints. Source: Zebra EPL2 programming guide, `N`, `q`, `GW`, `P`.
///
/// Bits right of the picture are 1, which is white. What stock is in the printer, and how its end is found, is the printer's own setting.
struct EPLEncoder: PictureEncoder {
    let job: PrintJob

    var rowsPerBand: Int { job.profile.rowsPerBand }

    /// The first line ends whatever was half received; `N` clears the picture in memory.
    var prologue: [UInt8] { Array("\nN\nq\(job.bitmap.stride * 8)\n".utf8) }

    func band(_ data: ArraySlice<UInt8>, at row: Int, rows: Int) -> [UInt8] {
        Array("GW0,\(row),\(job.bitmap.stride),\(rows),".utf8) + data.map { ~$0 } + Array("\n".utf8)
    }

    var epilogue: [UInt8] { Array("P1\n".utf8) }
}
