public import Foundation

/// Where a text is not hexadecimal; lines and columns count from 1.
public enum HexFault: Error, Hashable, Sendable {
    /// A character that is neither a digit, a letter A to F, nor something that may stand between bytes.
    case notHexadecimal(Unicode.Scalar, line: Int, column: Int)
    /// A byte with one digit.
    case halfByte(line: Int, column: Int)
}

extension HexFault: LocalizedError {
    /// What is wrong, and where.
    public var errorDescription: String? {
        switch self {
        case .notHexadecimal(let scalar, let line, let column):
            "Line \(line), column \(column): \(scalar.debugDescription) stands where hexadecimal digits belong."
        case .halfByte(let line, let column): "Line \(line), column \(column): a byte has two hexadecimal digits, here stands one."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        "Write bytes as 06 00 FF, one report a line; white space, commas, 0x and remarks after # are welcome."
    }
}
