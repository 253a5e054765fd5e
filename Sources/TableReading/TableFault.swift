public import Foundation

/// One thing that is wrong in a table or settings file: where, what stands there, what belongs there.
public struct TableFault: Error, Sendable, Hashable, Codable {
    /// The kinds of fault, in words that head the message.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case unreadable = "cannot be read"
        case syntax = "not YAML"
        case duplicateKey = "key stands twice"
        case unknownKey = "unknown key"
        case missingKey = "key is missing"
        case wrongType = "wrong kind of value"
        case malformed = "malformed value"
        case noSuchDate = "no such date"
        case overHundred = "over 100 %"
        case bandsOutOfOrder = "bands out of order"
        case bandsOverlap = "bands overlap"
        case bandsGap = "bands leave a gap"
        case duplicateID = "name stands twice"
        case unknownName = "name not in this table"
        case unknownAnswer = "answer not offered"
        case published = "figure is published"
        case cardNumbers = "card numbers not possible"
        case versionsOutOfOrder = "versions out of order"
        case otherClub = "settings of another club"
    }

    /// The file as it was named.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in Unicode scalars.
    public let column: Int
    /// Where in the table, such as `tiers.bands[1].points`; empty for the whole file.
    public let path: String
    /// What is wrong.
    public let kind: Kind
    /// What stands there.
    public let found: String
    /// What belongs there.
    public let belongs: String
}

extension TableFault: LocalizedError, CustomStringConvertible {
    /// File, line, column, what is wrong, and what stands there.
    public var errorDescription: String? {
        let place = path.isEmpty ? "" : " in \(path)"
        return "\(file):\(line):\(column): \(kind.rawValue)\(place): \(found)"
    }

    /// What belongs there.
    public var recoverySuggestion: String? { belongs }

    /// The problem, then the hint.
    public var description: String { "\(errorDescription ?? "")\nhint: \(belongs)" }
}

extension TableFault: Comparable {
    /// Order of place: file, line, column.
    public static func < (left: TableFault, right: TableFault) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
