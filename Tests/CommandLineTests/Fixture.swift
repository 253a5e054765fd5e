import Foundation

/// The files beside these tests.
enum Fixture {
    static func path(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").appending(path: name).path
    }

    /// The shipped table of a club, as it stands in the sources.
    static func table(_ name: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "Sources/ProgramTables/Tables/\(name).yaml"), encoding: .utf8)
    }
}
