public import Foundation
internal import LoyaltyModel
public import LoyaltyRules

/// A programme that may not go live: figures are missing that no text publishes and no setting gives.
public struct MissingFigures: Error, Sendable, Hashable {
    /// The club's short name.
    public let programme: String
    /// What is missing, in the table's order.
    public let figures: [MissingFigure]
}

extension MissingFigures: LocalizedError, CustomStringConvertible {
    /// Each figure by key and rule, with what belongs there.
    public var errorDescription: String? {
        let lines = figures.map { "  \($0.key) (\($0.rule)): \($0.expects)" + ($0.isNeeded ? "" : "; or none") }
        return "The programme \(programme) cannot go live: its text does not publish\n" + lines.joined(separator: "\n")
    }

    /// How a settings file gives them.
    public var recoverySuggestion: String? {
        "Write the figures into a settings file, one a line under these keys, beginning with settings: \(programme); then name it with --settings FILE."
    }

    /// The problem, then the hint.
    public var description: String { "\(errorDescription ?? "")\nhint: \(recoverySuggestion ?? "")" }
}

extension Programme {
    /// Throws unless every figure is known; a till may sell under no other programme.
    public func requireLive() throws(MissingFigures) {
        guard missing.isEmpty else { throw MissingFigures(programme: id.rawValue, figures: missing) }
    }
}
