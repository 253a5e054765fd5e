/// Writes a picture in ESC/POS. Source: Epson ESC/POS application programming guide.
struct ESCPOSEncoder: PictureEncoder {
    let job: PrintJob

    private var profile: PrinterProfile { job.profile }

    var rowsPerBand: Int { profile.rowsPerBand }

    var prologue: [UInt8] {
        var bytes = ESCPOS.initialize + ESCPOS.leaveKanjiMode
        bytes += ESCPOS.motionUnit(dotsPerInch: profile.dotsPerInch) ?? []
        if profile.status.contains(.automatic) { bytes += ESCPOS.automaticStatus(on: true) }
        return bytes
    }

    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8] {
        profile.raster.encode(data, width: job.bitmap.width, rows: rows)
    }

    var epilogue: [UInt8] {
        var bytes: [UInt8]
        switch profile.cutter {
        case .none(let tearBarDots): bytes = feed(job.marginDots + max(0, tearBarDots))
        case .partial: bytes = feed(job.marginDots) + ESCPOS.cut(full: false, units: 0)
        case .full: bytes = feed(job.marginDots) + ESCPOS.cut(full: true, units: 0)
        }
        if profile.confirmsCompletion { bytes += ESCPOS.Query.completion.bytes }
        return bytes
    }

    /// Feeds by dots; above 255 dpi, where the motion unit is not ours to set, by white rows.
    private func feed(_ dots: Int) -> [UInt8] {
        if profile.dotsPerInch <= 255 { return ESCPOS.feed(units: dots) }
        return stride(from: 0, to: dots, by: profile.rowsPerBand).flatMap { row in
            let rows = min(profile.rowsPerBand, dots - row)
            return profile.raster.encode(ArraySlice(repeating: 0, count: rows), width: 8, rows: rows)
        }
    }
}

extension PrinterProfile.RasterCommand {
    /// One raster command: `rows` rows of `width` dots, at most 128 × 2047, so that every length fits its field.
    fileprivate func encode(_ data: ArraySlice<UInt8>, width: Int, rows: Int) -> [UInt8] {
        switch self {
        case .rasterBitImage:
            return [ESCPOS.gs, 0x76, 0x30, 0x00] + ((width + 7) / 8).littleEndian(bytes: 2) + rows.littleEndian(bytes: 2) + data
        case .graphics:
            return [ESCPOS.gs, 0x28, 0x4C] + (10 + data.count).littleEndian(bytes: 2) + stored(data, width: width, rows: rows) + printStored
        case .longGraphics:
            return [ESCPOS.gs, 0x38, 0x4C] + (10 + data.count).littleEndian(bytes: 4) + stored(data, width: width, rows: rows) + printStored
        }
    }

    private func stored(_ data: ArraySlice<UInt8>, width: Int, rows: Int) -> [UInt8] {
        [0x30, 0x70, 0x30, 1, 1, 0x31] + width.littleEndian(bytes: 2) + rows.littleEndian(bytes: 2) + data
    }

    private var printStored: [UInt8] { [ESCPOS.gs, 0x28, 0x4C, 0x02, 0x00, 0x30, 0x32] }
}
