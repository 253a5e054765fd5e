import Foundation

/// The source tree as the house tests read it.
enum House {
    /// Every module of the product and the floor it stands on; imports go down only.
    static let floors: [String: Int] = [
        "CLibUSB": 0, "CPangoCairo": 0, "CRSVG": 0, "CZint": 0, "CZlib": 0,
        "CanonicalJSON": 1, "LoyaltyModel": 1, "LoyaltySeals": 1, "CardFormats": 1, "PrinterFormats": 1, "TableReading": 1,
        "LoyaltyRules": 2, "LoyaltyStorage": 2, "LoyaltyWording": 2, "PointOfService": 2, "USBContract": 2,
        "AccessControl": 3, "DeviceSheets": 3, "LoyaltyDesk": 3, "SQLiteStorage": 3, "ProgramTables": 3, "USBTransport": 3, "CardArtwork": 3,
        "VirtualDevices": 3,
        "LoyaltyService": 4, "MemberLaneClient": 4, "POSDrivers": 4,
        "memberlane": 5,
    ]

    /// Each outside library and the modules that may import it: one, but for the program's own frame.
    static let owners: [String: Set<String>] = [
        "Crypto": ["LoyaltySeals"], "CryptoExtras": ["LoyaltySeals"], "GRDB": ["SQLiteStorage"], "Yams": ["TableReading"], "CLibUSB": ["USBTransport"],
        "CPangoCairo": ["CardArtwork"], "CRSVG": ["CardArtwork"], "CZint": ["CardArtwork"], "FoundationXML": ["CardArtwork"],
        "CZlib": ["PrinterFormats"],
        "Hummingbird": ["LoyaltyService"], "HummingbirdCore": ["LoyaltyService"], "HTTPTypes": ["LoyaltyService"],
        "NIOCore": ["LoyaltyService", "MemberLaneClient"], "HummingbirdTLS": ["LoyaltyService"], "NIOSSL": ["LoyaltyService"],
        "AsyncHTTPClient": ["MemberLaneClient"], "NIOHTTP1": ["MemberLaneClient"],
        "Mustache": ["LoyaltyService"], "Logging": ["LoyaltyService", "memberlane"],
        "ServiceLifecycle": ["LoyaltyService", "memberlane"], "UnixSignals": ["memberlane"], "ArgumentParser": ["memberlane"],
    ]

    /// What comes with the language.
    static let standard: Set<String> = ["Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc"]

    /// Modules without a clock, a store, a device or randomness.
    static let pure = floors.filter { (1...2).contains($0.value) }.map(\.key)

    /// The repository's root.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct File: Sendable {
        let module: String
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        /// The lines that are not comments.
        var code: [Substring] { lines.filter { !$0.drop { $0.isWhitespace }.hasPrefix("//") } }
        var imports: [String] {
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), words[..<index].allSatisfy({ Self.importWords.contains(String($0)) }) else { return nil }
                return words.last.map { String($0.prefix { $0 != "." }) }
            }
        }

        private static let importWords: Set<String> = ["public", "internal", "package", "private", "fileprivate", "@testable", "@preconcurrency"]
    }

    /// Every Swift file below a folder of the root.
    static func files(in folder: String) -> [File] {
        let base = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
        return walk.compactMap { item in
            guard let url = item as? URL, url.pathExtension == "swift", !url.path.contains("/.build/"), let text = try? String(contentsOf: url, encoding: .utf8)
            else { return nil }
            let path = String(url.path.dropFirst(root.path.count + 1))
            return File(module: path.split(separator: "/").dropFirst().first.map(String.init) ?? "", path: path, text: text)
        }
    }
}
