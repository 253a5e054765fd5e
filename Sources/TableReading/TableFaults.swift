public import Foundation

/// Everything that is wrong in a table and its settings, in the order of the files; never empty.
public struct TableFaults: Error, Sendable, Hashable {
    /// The faults, first table, then settings, each by line and column.
    public let faults: [TableFault]

    package init(_ faults: [TableFault]) { self.faults = faults }

    package init(file: String, kind: TableFault.Kind, found: String, belongs: String) {
        self.init([TableFault(file: file, line: 1, column: 1, path: "", kind: kind, found: found, belongs: belongs)])
    }
}

extension TableFaults: LocalizedError, CustomStringConvertible {
    /// Every fault with its hint.
    public var errorDescription: String? { description }
    /// The way out.
    public var recoverySuggestion: String? { "Correct the lines named, then try again." }
    /// Every fault with its hint, a blank line apart where there are several.
    public var description: String { faults.map(\.description).joined(separator: "\n\n") }
}
