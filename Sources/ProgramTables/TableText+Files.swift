internal import Foundation
public import TableReading

extension TableText {
    /// Reads a file.
    public init(path: String) throws(TableFaults) {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw TableFaults(file: path, kind: .unreadable, found: "no file that can be read", belongs: "a table file; \(Self.shippedList)")
        }
        try self.init(name: path, bytes: Array(bytes))
    }

    /// A shipped text when `nameOrPath` is the name of one, such as `km` or `sh.example`; else the file at that path.
    public init(_ nameOrPath: String) throws(TableFaults) {
        if let shipped = TableText.shipped(nameOrPath) {
            self = shipped
        } else {
            try self.init(path: nameOrPath)
        }
    }

    private static var shippedList: String { "or the name of a shipped one: " + ProgramTables.shipped.joined(separator: ", ") }
}
