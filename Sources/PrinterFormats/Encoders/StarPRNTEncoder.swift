/// Writes a picture in StarPRNT: `ESC GS S 1 xL xH yL yH 0`, x in bytes. Source: StarPRNT command specification.
struct StarPRNTEncoder: PictureEncoder {
    let job: PrintJob

    var rowsPerBand: Int { job.profile.rowsPerBand }
    var prologue: [UInt8] { Star.initialize }

    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8] {
        [0x1B, 0x1D, 0x53, 0x01] + job.bitmap.stride.littleEndian(bytes: 2) + rows.littleEndian(bytes: 2) + [0x00] + data
    }

    var epilogue: [UInt8] { job.starEnd }
}
