import Foundation

/// A file named on the command line, read as text.
enum InputFile {
    /// The bytes of a file, or of standard input for `-`.
    static func bytes(_ path: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        do { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw FileFault(path: path, deed: "read", why: (error as NSError).localizedDescription)
        }
    }

    static func text(_ path: String) throws -> String {
        do { return try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw FileFault(path: path, deed: "read", why: (error as NSError).localizedDescription)
        }
    }

    /// The lines of a file, or of standard input for `-`.
    static func lines(_ path: String) throws -> [Substring] {
        let text = path == "-" ? String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self) : try text(path)
        // Swift takes the two characters of a Windows line end for one.
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }

    /// Refuses to go on without a file.
    static func demand(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw FileFault(path: path, deed: "read", why: "there is no such file") }
    }

    /// Makes a file that only its owner may read; one that is there already stays as it is, and that is a fault.
    static func make(_ path: String, _ bytes: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileFault(path: path, deed: "made", why: String(cString: strerror(errno))) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(bytes))
            try file.synchronize()
        } catch {
            unlink(path)
            throw FileFault(path: path, deed: "written", why: (error as NSError).localizedDescription)
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        do { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw FileFault(path: path, deed: "written", why: (error as NSError).localizedDescription)
        }
    }
}

/// A file that cannot be read or written.
struct FileFault: LocalizedError {
    let path: String
    let deed: String
    let why: String

    var errorDescription: String? { "\(path) cannot be \(deed): \(why)" }
    var recoverySuggestion: String? { "Check that the path is right and that this user may use it." }
}
