internal import Foundation

/// A table or settings file as it was written.
public struct TableText: Sendable, Hashable {
    /// What faults call it: the path that was given, or the file name of a shipped one.
    public let name: String
    /// The whole file.
    public let text: String

    /// A text under a name.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// The largest file read, 1 MiB: a table is a leaflet.
    static let largest = 1 << 20

    /// Reads a file as UTF-8; a leading byte order mark is dropped.
    public init(path: String) throws(TableFaults) {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw TableFaults(file: path, kind: .unreadable, found: "no file that can be read", belongs: "a table file; \(Self.shippedList)")
        }
        guard bytes.count <= Self.largest else {
            throw TableFaults(file: path, kind: .unreadable, found: "\(bytes.count) bytes", belongs: "a table of at most \(Self.largest) bytes")
        }
        guard let text = String(data: bytes, encoding: .utf8) else {
            throw TableFaults(file: path, kind: .unreadable, found: "text that is not UTF-8", belongs: "a file saved as UTF-8")
        }
        self.init(name: path, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
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
