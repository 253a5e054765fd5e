public import FoundationEssentials

/// Why a picture is not sent to a printer.
public enum PictureRefusal: Error, Sendable, Hashable {
    /// The picture has no dots.
    case empty
    /// The picture has more columns than the head has dots.
    case widerThanHead(dots: Int, head: Int)
}

extension PictureRefusal: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? {
        switch self {
        case .empty: "There is nothing to print: the picture has no dots."
        case .widerThanHead(let dots, let head): "The picture is \(dots) dots wide, the print head only \(head)."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .empty: "Draw the card first."
        case .widerThanHead: "Fit the picture to the head first, or choose a wider printer."
        }
    }
}
