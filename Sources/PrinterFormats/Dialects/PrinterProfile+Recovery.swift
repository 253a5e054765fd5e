extension PrinterProfile {
    /// White dots between a spoiled picture and its cut.
    private static var spoiledMargin: Int { 24 }

    /// What to send before anything else when a job has been broken off.
    ///
    /// `missing` bytes did not get out: those of its last part, of a label all that were left. Zeros take their place, which outside of a command printers
    /// ignore. Where paper is spoiled it is cut off; label printers forget what they have drawn and what waits.
    public func recovery(missing: Int, isSpoiled: Bool) -> [UInt8] {
        let filling = [UInt8](repeating: 0, count: max(0, missing))
        return switch language {
        case .escpos: filling + (isSpoiled ? ESCPOS.feed(units: Self.spoiledMargin) + escposCut : [])
        case .starPRNT, .starLine: filling + (isSpoiled ? starCut : [])
        case .starGraphics: filling + (isSpoiled ? [0x1B, 0x0C, 0x00] : []) + Array("\u{1B}*rB".utf8)
        case .zpl: Array("~JA\r\n".utf8)
        case .tspl: filling + Array("\u{1B}!.\r\nCLS\r\n".utf8)
        case .epl: filling + Array("\nN\n".utf8)
        }
    }

    private var escposCut: [UInt8] {
        switch cutter {
        case .none(let tearBarDots): ESCPOS.feed(units: tearBarDots)
        case .partial: ESCPOS.cut(full: false, units: 0)
        case .full: ESCPOS.cut(full: true, units: 0)
        }
    }

    /// LF puts a begun line out; a cut feeds to the cutter by itself.
    private var starCut: [UInt8] {
        if case .none(let tearBarDots) = cutter { return [0x0A] + Star.feed(dots: tearBarDots, dotsPerInch: dotsPerInch) }
        return [0x0A] + Star.cut(cutter)
    }
}
