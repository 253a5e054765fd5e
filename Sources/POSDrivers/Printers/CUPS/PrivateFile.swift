import Foundation

/// A file that nobody else can read: a card shows a name and a number. Whoever makes it removes it.
struct PrivateFile: Sendable {
    private let folder: URL
    /// Where it is.
    let path: String

    /// Writes a file into a folder of its own.
    init(bytes: [UInt8], name: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "memberlane-\(UUID().uuidString)")
        let file = folder.appending(path: name)
        path = file.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// Removes the file and its folder.
    func remove() { try? FileManager.default.removeItem(at: folder) }
}
