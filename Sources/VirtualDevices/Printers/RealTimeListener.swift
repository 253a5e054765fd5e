import PrinterFormats

/// Hears the commands a printer obeys at once, wherever they stand: between commands, inside a picture, while it is offline.
struct RealTimeListener: Sendable {
    /// What was heard.
    enum Request: Sendable, Hashable {
        case status(ESCPOS.RealTimeStatus)
        case automaticStatus
        case recover
    }

    /// The last four bytes, the newest lowest.
    private var window: UInt32 = 0

    /// Hears one more byte.
    mutating func hear(_ byte: UInt8) -> Request? {
        window = window << 8 | UInt32(byte)
        if window == 0x1014_0701 { return .automaticStatus }
        switch window >> 8 & 0xFFFF {
        case 0x1004: return ESCPOS.RealTimeStatus(rawValue: byte).map(Request.status)
        case 0x1005: return byte == 1 || byte == 2 ? .recover : nil
        default: return nil
        }
    }
}
