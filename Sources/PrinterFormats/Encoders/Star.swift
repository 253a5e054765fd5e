/// The bytes that Star's three languages share.
///
/// Sources: Star Line Mode and StarPRNT command specifications; receiptline/receiptline (Apache-2.0), `lib/receiptline.js`.
enum Star {
    /// `ESC @`: forgets modes.
    static let initialize: [UInt8] = [0x1B, 0x40]
    /// ETB: counts in the status when everything before it is printed.
    static let count: [UInt8] = [0x17]

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

    /// ETB where somebody waits for it.
    var starCompletion: [UInt8] { profile.confirmsCompletion ? Star.count : [] }
}
