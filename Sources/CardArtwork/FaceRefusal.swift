public import Foundation

/// Why a card with these words and numbers is not drawn.
public enum FaceRefusal: Error, Sendable, Hashable {
    /// Nothing but white space.
    case blank(FaceField)
    /// A control character, or an invisible one that changes the order of letters.
    case controlCharacter(FaceField, Unicode.Scalar)
    /// A character in none of the installed fonts.
    case unknownCharacter(FaceField, Character)
    /// A number with other characters than the digits 0…9.
    case numberNotDigits
    /// A number that does not fit its line even in the smallest size; a number is never cut.
    case numberTooLong
    /// A code that is not 4…40 digits 0…9.
    case codeNotDigits
    /// A code too long for its place at this resolution.
    case codeTooLong
    /// A print head with so few dots that small print could not be read.
    case headTooNarrow(dots: Int)
}

extension FaceRefusal: LocalizedError {
    /// What is wrong; names a single character at most.
    public var errorDescription: String? {
        switch self {
        case .blank(let field): "The \(field.words) is empty."
        case .controlCharacter(let field, let scalar): "The \(field.words) contains the invisible character \(scalar.codePoint)."
        case .unknownCharacter(let field, let character):
            "The \(field.words) contains “\(character)” (\(character.unicodeScalars.map(\.codePoint).joined(separator: " "))), which no card font can draw."
        case .numberNotDigits: "The card number has characters other than the digits 0 to 9."
        case .numberTooLong: "The card number is too long for its line."
        case .codeNotDigits: "The code on the card must be 4 to 40 digits."
        case .codeTooLong: "The code is too long to be read from a card of this size."
        case .headTooNarrow(let dots): "A print head of \(dots) dots is too narrow for a card, even a smaller one."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .blank: "Fill it in, then print again."
        case .controlCharacter: "Type it anew instead of pasting it, then print again."
        case .unknownCharacter: "Leave that character out or write it in letters, then print again."
        case .numberNotDigits, .codeNotDigits: "Give the number without spaces, hyphens or letters."
        case .headTooNarrow: "Print on 58 mm paper or wider."
        case .numberTooLong, .codeTooLong: "Use a shorter number, or a printer with finer dots."
        }
    }
}

extension Unicode.Scalar {
    /// As the standard names it: U+200E.
    var codePoint: String {
        let hex = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }
}
