/// Writes a picture in ZPL II: one `^GFA` a band. Source: Zebra ZPL II programming guide, `^GF`, `^PW`, `^LL`, `^PQ`.
///
/// What stock is in the printer, and how its end is found, is the printer's own setting.
struct ZPLEncoder: PictureEncoder {
    let job: PrintJob

    var rowsPerBand: Int { job.profile.rowsPerBand }
    var prologue: [UInt8] { Array("^XA^PON^PW\(job.bitmap.width)^LL\(job.bitmap.height)^LH0,0\n".utf8) }

    func band(_ data: ArraySlice<UInt8>, at row: Int, rows: Int) -> [UInt8] {
        let head = "^FO0,\(row)^GFA,\(data.count),\(data.count),\(job.bitmap.stride),"
        return Array(head.utf8) + job.profile.graphicForm.encode(data, rowBytes: job.bitmap.stride) + Array("^FS\n".utf8)
    }

    var epilogue: [UInt8] { Array("^PQ1^XZ\n".utf8) }
}
