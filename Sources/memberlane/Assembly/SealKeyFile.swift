import Foundation
import LoyaltySeals

/// The secret behind printed codes, beside the database: made once, readable by its owner only.
enum SealKeyFile {
    static func key(beside database: String) throws -> CodeSeal.Key {
        let path = database + ".key"
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
        guard FileManager.default.createFile(atPath: path, contents: Data((hex + "\n").utf8), attributes: [.posixPermissions: 0o600]) else {
            throw FileFault(path: path, deed: "written", why: "the key of the printed codes has to be kept there")
        }
        guard let key = CodeSeal.Key(bytes: bytes) else { throw FileFault(path: path, deed: "made", why: "no key could be made of it") }
        return key
    }
}
