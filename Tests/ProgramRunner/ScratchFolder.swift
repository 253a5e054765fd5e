public import Foundation

/// A folder of a test's own, gone with it.
public final class ScratchFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// An empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "memberlane-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// The path of a file in it, there or not.
    public func path(_ name: String) -> String { url.appending(path: name).path }

    /// Writes a file and says where.
    public func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: url.appending(path: name))
        return path(name)
    }

    /// The bytes of a file in it.
    public func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }
}
