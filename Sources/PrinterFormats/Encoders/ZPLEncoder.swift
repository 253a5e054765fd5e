/// Writes a picture in ZPL II: one `^GFA`, whose data follow band by band. Source: Zebra ZPL II programming guide, `^GF`, `^PW`, `^LL`, `^PQ`.
///
/// What stock is in the printer, and how its end is found, is the printer's own setting.
struct ZPLEncoder: PictureEncoder {
    let job: PrintJob

    /// What is deflated is one piece.
    var rowsPerBand: Int { job.profile.graphicForm == .deflated ? job.bitmap.height : job.profile.rowsPerBand }

    var prologue: [UInt8] {
        let (width, height, count) = (job.bitmap.width, job.bitmap.height, job.bitmap.bytes.count)
        return Array("^XA^PON^PW\(width)^LL\(height)^LH0,0\n^FO0,0^GFA,\(count),\(count),\(job.bitmap.stride),".utf8)
    }

    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8] { job.profile.graphicForm.encode(data, rowBytes: job.bitmap.stride) }

    var epilogue: [UInt8] { Array("^FS\n^PQ1^XZ\n".utf8) }
}
