/// A table, settings or device sheet as it was written: YAML.
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

    /// The bytes of a file, read as UTF-8; a leading byte order mark is dropped.
    public init(name: String, bytes: [UInt8]) throws(TableFaults) {
        guard bytes.count <= Self.largest else {
            throw TableFaults(file: name, kind: .unreadable, found: "\(bytes.count) bytes", belongs: "a table of at most \(Self.largest) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw TableFaults(file: name, kind: .unreadable, found: "text that is not UTF-8", belongs: "a file saved as UTF-8")
        }
        self.init(name: name, text: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    }
}
