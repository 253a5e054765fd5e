/// Writes a picture in EPL2: one `GW`, whose data follow band by band; 0 prints. Source: Zebra EPL2 programming guide, `N`, `q`, `GW`, `P`.
///
/// Bits right of the picture are 1, which is white. What stock is in the printer, and how its end is found, is the printer's own setting.
struct EPLEncoder: PictureEncoder {
    let job: PrintJob

    var rowsPerBand: Int { job.profile.rowsPerBand }

    /// The first line ends whatever was half received; `N` clears the picture in memory.
    var prologue: [UInt8] { Array("\nN\nq\(job.bitmap.stride * 8)\nGW0,0,\(job.bitmap.stride),\(job.bitmap.height),".utf8) }

    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8] { data.map { ~$0 } }

    var epilogue: [UInt8] { Array("\nP1\n".utf8) }
}
