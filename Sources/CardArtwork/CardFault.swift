public import Foundation

/// Why no card can be drawn on this machine; somebody must look after it.
public enum CardFault: Error, Sendable, Hashable {
    /// A font file is not there or cannot be read.
    case fontMissing(path: String, package: String)
    /// Pango or Cairo gave up.
    case drawingFailed(String)
    /// zint gave up, with its own words.
    case barcodeFailed(String)
}

extension CardFault: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? {
        switch self {
        case .fontMissing(let path, _): "The font file \(path) is missing or cannot be read."
        case .drawingFailed(let reason): "The card could not be drawn: \(reason)."
        case .barcodeFailed(let reason): "The barcode could not be made: \(reason)."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .fontMissing(_, let package): "Install it: apt-get install \(package)"
        case .drawingFailed, .barcodeFailed: "Try once more; if it happens again, report it with the version of MemberLane and of Debian."
        }
    }
}
