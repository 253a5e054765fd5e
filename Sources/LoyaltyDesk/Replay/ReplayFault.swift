public import Foundation

/// A line of an event file that cannot be read.
public struct ReplayFault: Error, Sendable, Hashable {
    /// Counted from 1.
    public let line: Int
    /// What stands there, and what belongs there.
    public let why: String
}

extension ReplayFault: LocalizedError {
    /// Which line, and what is wrong with it.
    public var errorDescription: String? { "line \(line): \(why)" }
    /// The way out.
    public var recoverySuggestion: String? { "One JSON object a line, in order of time, with “at” (RFC 3339) and “do”. Nothing after this line was replayed." }
}
