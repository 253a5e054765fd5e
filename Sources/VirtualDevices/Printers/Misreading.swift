/// Something in the byte stream that a virtual printer does not know; it is skipped.
public struct Misreading: Sendable, Hashable {
    /// What was wrong.
    public enum Kind: Sendable, Hashable {
        /// No command begins like this.
        case unknownCommand([UInt8])
        /// A byte that is neither a command nor data: text, or the rest of a command with a wrong count.
        case unexpectedByte(UInt8)
        /// A known command with a value outside its range; its data was skipped.
        case badParameter([UInt8])
        /// A picture wider than the head; the right part was lost.
        case widerThanHead(dots: Int)
        /// The sheet is longer than 65,535 rows; rows were lost.
        case sheetTooLong
        /// More data than the printer keeps while it cannot print.
        case bufferFull
    }

    /// The place in the stream, counted in bytes from 0, where it was noticed.
    public let offset: Int
    /// What was wrong.
    public let kind: Kind

    /// The fault in English, without the data.
    public var sentence: String {
        switch kind {
        case .unknownCommand(let bytes): "At byte \(offset): no known command begins with \(hex(bytes))."
        case .unexpectedByte(let byte): "At byte \(offset): \(hex([byte])) is neither a command nor announced data."
        case .badParameter(let bytes): "At byte \(offset): a value in \(hex(bytes)) is outside its range."
        case .widerThanHead(let dots): "At byte \(offset): a picture of \(dots) dots is wider than the head."
        case .sheetTooLong: "At byte \(offset): the sheet is longer than \(RasterPaper.longestSheet) rows."
        case .bufferFull: "At byte \(offset): the printer's buffer is full."
        }
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}
