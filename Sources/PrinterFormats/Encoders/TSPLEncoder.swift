/// Writes a picture in TSPL2: one `BITMAP`, whose data follow band by band; 0 prints. Source: TSC TSPL/TSPL2 programming manual, `SIZE`, `CLS`, `BITMAP`, `PRINT`.
///
/// Bits right of the picture are 1, which is white. What stock is in the printer, and how its end is found, is the printer's own setting.
struct TSPLEncoder: PictureEncoder {
    let job: PrintJob

    var rowsPerBand: Int { job.profile.rowsPerBand }

    /// The first line ends whatever was half received.
    var prologue: [UInt8] {
        let (width, height) = (job.bitmap.width, job.bitmap.height)
        let lines = ["", "SIZE \(millimetres(width)) mm,\(millimetres(height)) mm", "DIRECTION 0", "REFERENCE 0,0", "CLS"]
        return Array("\(lines.joined(separator: "\r\n"))\r\nBITMAP 0,0,\(job.bitmap.stride),\(height),0,".utf8)
    }

    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8] { data.map { ~$0 } }

    var epilogue: [UInt8] { Array("\r\nPRINT 1,1\r\n".utf8) }

    /// Dots in millimetres with two digits, up to the next quarter. 203 dpi is 8 dots per millimetre exactly: 685 dots are 85.75 mm.
    private func millimetres(_ dots: Int) -> String {
        let (hundredths, dpi) = job.profile.dotsPerInch == 203 ? (dots * 100, 8) : (dots * 2540, job.profile.dotsPerInch)
        let quarters = (hundredths + 25 * dpi - 1) / (25 * dpi)
        return "\(quarters / 4).\(["00", "25", "50", "75"][quarters % 4])"
    }
}
