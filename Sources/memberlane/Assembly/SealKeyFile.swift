import Foundation
import LoyaltySeals

/// The secret behind printed codes, beside the database: made once, readable by its owner only.
enum SealKeyFile {
    /// Where the key of a database lies.
    static func path(beside database: String) -> String { database + ".key" }

    /// Copies the key of one database to where another's lies, around the work that copies the database itself: both are there afterwards, or neither.
    static func carry(from database: String, to copy: String, _ work: () throws -> Void) throws {
        let text = try InputFile.text(path(beside: database))
        try InputFile.make(path(beside: copy), Array(text.utf8))
        do { try work() } catch {
            try? FileManager.default.removeItem(atPath: path(beside: copy))
            throw error
        }
    }

    static func key(beside database: String) throws -> CodeSeal.Key {
        let path = path(beside: database)
        if FileManager.default.fileExists(atPath: path) {
            let text = try InputFile.text(path).filter { !$0.isWhitespace }
            guard let key = CodeSeal.Key(hex: text) else {
                throw FileFault(path: path, deed: "read", why: "it holds no key of 64 hexadecimal digits; restore it from the backup of the database")
            }
            return key
        }
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...UInt8.max, using: &generator) }
        let hex = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        try InputFile.make(path, Array((hex + "\n").utf8))
        guard let key = CodeSeal.Key(bytes: bytes) else { throw FileFault(path: path, deed: "made", why: "no key could be made of it") }
        return key
    }
}
