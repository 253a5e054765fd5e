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
