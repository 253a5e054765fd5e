/// The bytes that Star's three languages share.
///
/// Sources: Star Line Mode and StarPRNT command specifications; receiptline/receiptline (Apache-2.0), `lib/receiptline.js`.
enum Star {
    /// `ESC @`: forgets modes.
    static let initialize: [UInt8] = [0x1B, 0x40]
    /// ETB: counts in the status when everything before it is printed.
    static let count: [UInt8] = [0x17]

    /// `ESC J n`, repeated: feeds n quarters of a millimetre, 2 dots at 203 dpi; rounded up.
    static func feed(dots: Int, dotsPerInch: Int) -> [UInt8] {
        let quarters = dotsPerInch == 203 ? (dots + 1) / 2 : (dots * 508 + 5 * dotsPerInch - 1) / (5 * dotsPerInch)
        return stride(from: quarters, to: 0, by: -255).flatMap { [0x1B, 0x4A, UInt8(min($0, 255))] }
    }

    /// `ESC d n`: feeds to the cutter and cuts, 2 through, 3 all but one point; nothing without a cutter.
    static func cut(_ cutter: PrinterProfile.Cutter) -> [UInt8] {
        switch cutter {
        case .none: []
        case .partial: [0x1B, 0x64, 3]
        case .full: [0x1B, 0x64, 2]
        }
    }
}

extension PrintJob {
    /// White rows between picture and cut, or between picture and tear bar.
    var rowsBelow: Int {
        if case .none(let tearBarDots) = profile.cutter { return marginDots + Swift.max(0, tearBarDots) }
        return marginDots
    }

    /// Margin, cut and count of StarPRNT and Star Line Mode.
    var starEnd: [UInt8] {
        Star.feed(dots: rowsBelow, dotsPerInch: profile.dotsPerInch) + Star.cut(profile.cutter) + starCompletion
    }

    /// ETB where somebody waits for it.
    var starCompletion: [UInt8] { profile.confirmsCompletion ? Star.count : [] }
}
