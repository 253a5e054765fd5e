public import Foundation

/// What another swipe or scan mends.
public enum ReadRetry: Error, Hashable, Sendable {
    /// Tracks with data the reader could not decode, ascending.
    case unreadable([TrackNumber])
    /// Nothing on any track: a blank card, or the wrong side.
    case blank
    /// The report or the scan stopped before its end.
    case cutOff
    /// A scan without data.
    case empty
}

extension ReadRetry {
    /// A name for programs.
    public var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .blank: "blank"
        case .cutOff: "cut_off"
        case .empty: "empty"
        }
    }
}

extension ReadRetry: LocalizedError {
    /// What went wrong.
    public var errorDescription: String? {
        switch self {
        case .unreadable(let tracks) where tracks.count == 1: "Track \(tracks.map { String($0.rawValue) }.joined()) of the card could not be read."
        case .unreadable(let tracks): "Tracks \(tracks.map { String($0.rawValue) }.joined(separator: ", ")) of the card could not be read."
        case .blank: "The card carries no data."
        case .cutOff: "The reading stopped half-way."
        case .empty: "The scanner read nothing."
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .unreadable: "Swipe again, evenly and not too slowly; clean the stripe if it happens again."
        case .blank: "Turn the card over and swipe again."
        case .cutOff: "Swipe or scan again."
        case .empty: "Scan again."
        }
    }
}
