/// Collects the faults of one file, so that all of them are reported together.
package final class FaultLog {
    package let file: String
    package private(set) var faults: [TableFault] = []

    package init(file: String) { self.file = file }

    package func note(_ kind: TableFault.Kind, at mark: Mark, path: String, found: String, belongs: String) {
        faults.append(TableFault(file: file, line: mark.line, column: mark.column, path: path, kind: kind, found: found, belongs: belongs))
    }

    /// The faults by place; the sort keeps the order of those at one place.
    package var inOrder: [TableFault] {
        faults.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.map(\.element)
    }
}
