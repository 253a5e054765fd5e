// The status bits of ESC/POS, both ways. Sources: Bixolon SRP-500 manual, Epson TM-U220 guide p. 55 (DLE EOT);
// Epson TM-T88III guide p. 318–320 (GS a). In every DLE EOT reply bits 1 and 4 are set, bits 0 and 7 are clear.

extension PrinterState {
    /// One row of a status table: a condition and the bits that say it.
    typealias Row = (condition: PrinterCondition, bits: UInt8)

    /// `DLE EOT n`, without what the tables of two parts share.
    static func realTimeTable(_ part: ESCPOS.RealTimeStatus) -> [Row] {
        switch part {
        case .printer: [(.offline, 0x08), (.waitingForRecovery, 0x20)]
        case .offlineCause: [(.coverOpen, 0x04), (.feeding, 0x08), (.paperEnd, 0x20)]
        case .error: [(.recoverableError, 0x04), (.cutterError, 0x08), (.unrecoverableError, 0x20), (.overheated, 0x40)]
        case .paper: [(.paperNearEnd, 0x0C), (.paperEnd, 0x60)]
        }
    }

    /// The error bit of `DLE EOT 2`: something that `DLE EOT 3` names.
    static let errorBit: UInt8 = 0x40

    /// The four bytes of automatic status; the fourth is reserved.
    static let automaticTable: [[Row]] = [
        [(.offline, 0x08), (.coverOpen, 0x20), (.feeding, 0x40)],
        [(.waitingForRecovery, 0x01), (.recoverableError, 0x04), (.cutterError, 0x08), (.unrecoverableError, 0x20), (.overheated, 0x40)],
        [(.paperNearEnd, 0x03), (.paperEnd, 0x0C)],
        [],
    ]

    /// The reply to `GS r 1`.
    static let paperSensorTable: [Row] = [(.paperNearEnd, 0x03), (.paperEnd, 0x0C)]

    /// The byte a printer in this state answers to `DLE EOT n`.
    public func realTimeReply(_ part: ESCPOS.RealTimeStatus) -> UInt8 {
        let isError = PrinterState.realTimeTable(.error).contains { self[$0.condition] }
        return 0x12 | bits(Self.realTimeTable(part)) | (part == .offlineCause && isError ? Self.errorBit : 0)
    }

    /// The four bytes a printer in this state sends as automatic status.
    public var automaticStatusBytes: [UInt8] {
        zip(Self.automaticTable, [0x10, 0, 0, 0] as [UInt8]).map { bits($0) | $1 }
    }

    /// The byte a printer in this state answers to `GS r 1`.
    public var paperSensorReply: UInt8 { bits(Self.paperSensorTable) }

    private func bits(_ table: [Row]) -> UInt8 {
        table.reduce(0) { self[$1.condition] ? $0 | $1.bits : $0 }
    }

    /// Takes over every condition of a table from the bits of one byte.
    mutating func take(_ table: [Row], from byte: UInt8) {
        for row in table { self[row.condition] = byte & row.bits != 0 }
    }
}
