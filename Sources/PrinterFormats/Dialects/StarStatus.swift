/// What a Star printer says about itself in one status.
///
/// Sources: receiptline/receiptio (Apache-2.0), `lib/receiptio.js`; Star's own StarWebPRNT library, `StarWebPrintTrader` (heat, ETB counter);
/// NielsLeenheer/ReceiptPrinterStatus (MIT), `src/main.js` (version).
struct StarStatus: Sendable, Hashable {
    /// `ESC ACK SOH`: answered at once, even when offline.
    static let question: [UInt8] = [0x1B, 0x06, 0x01]
    /// Bytes of a status.
    static let lengths = 7...15

    /// 4 and more is StarPRNT, less is Line or Graphic Mode.
    let version: Int
    /// What is wrong.
    let state: PrinterState
    /// ETBs obeyed since the printer was switched on, modulo 32; nil where the status is too short to tell.
    let printed: Int?

    /// Reads a whole status, at least 7 bytes.
    init(_ bytes: [UInt8]) {
        version = Self.number(bytes[1])
        var state = PrinterState()
        for (index, table) in Self.table { state.take(table, from: bytes[index]) }
        if state.paperEnd { state[.paperNearEnd] = false }
        self.state = state
        printed = bytes.count > 7 ? Int(bytes[7] >> 2 & 0x18 | bytes[7] >> 1 & 0x07) : nil
    }

    //  byte   condition and bits
    static let table: [(index: Int, rows: [PrinterState.Row])] = [
        (2, [(.offline, 0x08), (.coverOpen, 0x20), (.feeding, 0x40)]),
        (3, [(.recoverableError, 0x04), (.cutterError, 0x08), (.unrecoverableError, 0x20), (.overheated, 0x40)]),
        (5, [(.paperNearEnd, 0x04), (.paperEnd, 0x08)]),
    ]

    /// A small number in bits 5, 3, 2 and 1.
    private static func number(_ byte: UInt8) -> Int { Int(byte >> 2 & 0x08 | byte >> 1 & 0x07) }

    /// How long a status is whose first two bytes these are; bits 6 and 5 of the first and bit 7 of the second belong to the number.
    static func length(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first >> 2 & 0x18 | first >> 1 & 0x07) + Int(second >> 6 & 0x02)
    }

    /// Whether a status begins with this byte: 0xx0xxx1, which none of its other bytes is.
    static func begins(with byte: UInt8) -> Bool { byte & 0x91 == 0x01 }
}

/// Finds the statuses in what a Star printer says, however the bytes are cut.
struct StarStatusParser: Sendable {
    private var bytes: [UInt8] = []

    /// Takes in bytes as they come; what belongs to no status is passed over.
    mutating func receive(_ new: some Sequence<UInt8>) -> [StarStatus] { new.compactMap { receive($0) } }

    private mutating func receive(_ byte: UInt8) -> StarStatus? {
        if StarStatus.begins(with: byte) {
            bytes = [byte]
            return nil
        }
        guard !bytes.isEmpty else { return nil }
        bytes.append(byte)
        let length = StarStatus.length(bytes[0], bytes[1])
        guard StarStatus.lengths ~= length else {
            bytes = []
            return nil
        }
        guard bytes.count == length else { return nil }
        defer { bytes = [] }
        return StarStatus(bytes)
    }
}
