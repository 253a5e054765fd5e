public import Foundation

/// Why a slip is not drawn.
public enum SlipRefusal: Error, Sendable, Hashable {
    /// A part without words.
    case blank
    /// A control character, or an invisible one that changes the order of letters.
    case controlCharacter(Unicode.Scalar)
    /// A character in none of the installed fonts.
    case unknownCharacter(Character)
    /// A code that is not 4…40 digits, or does not fit the paper.
    case code
    /// A head with so few dots that small print could not be read.
    case headTooNarrow(dots: Int)

    /// The refusal of words or a code, as it concerns a slip.
    init(_ refusal: FaceRefusal) {
        self =
            switch refusal {
            case .blank: .blank
            case .controlCharacter(_, let scalar): .controlCharacter(scalar)
            case .unknownCharacter(_, let character): .unknownCharacter(character)
            case .headTooNarrow(let dots): .headTooNarrow(dots: dots)
            case .codeNotDigits, .codeTooLong, .numberNotDigits, .numberTooLong: .code
            }
    }
}

extension SlipRefusal: LocalizedError {
    /// What is wrong; names a single character at most.
    public var errorDescription: String? {
        switch self {
        case .blank: "A line of the slip is empty."
        case .controlCharacter(let scalar): "The slip contains the invisible character \(scalar.codePoint)."
        case .unknownCharacter(let character):
            "The slip contains “\(character)” (\(character.unicodeScalars.map(\.codePoint).joined(separator: " "))), which no font can draw."
        case .code: "The code on the slip cannot be printed."
        case .headTooNarrow(let dots): "A print head of \(dots) dots is too narrow for a slip."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .blank: "Fill it in, then print again."
        case .controlCharacter, .unknownCharacter: "Leave that character out of the name or the text, then print again."
        case .code: "Give 4 to 40 digits."
        case .headTooNarrow: "Print on 58 mm paper or wider."
        }
    }
}
