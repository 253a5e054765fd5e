import Foundation
import PrinterFormats
import Testing

@testable import CardArtwork

/// Cards dot for dot as they were when somebody last looked at them, for one set of font and drawing packages.
///
/// `MEMBERLANE_WRITE_SNAPSHOTS=1` writes the file anew; look at `make contact-sheet` first.
@Suite struct SnapshotTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Snapshots.txt")
    private static let packages = [
        "fonts-noto-cjk", "fonts-noto-core", "libcairo2", "libfreetype6", "libharfbuzz0b", "libpango-1.0-0", "librsvg2-2", "libzint2.11",
    ]

    /// The packages that decide about dots, with their versions.
    private static func versions() throws -> [String] {
        let query = Process()
        query.executableURL = URL(fileURLWithPath: "/usr/bin/dpkg-query")
        query.arguments = ["--show", "--showformat=${Package} ${Version}\n"] + packages
        let pipe = Pipe()
        query.standardOutput = pipe
        query.standardError = FileHandle.nullDevice
        try query.run()
        let answer = pipe.fileHandleForReading.readDataToEndOfFile()
        query.waitUntilExit()
        return String(decoding: answer, as: UTF8.self).split(separator: "\n").map(String.init).sorted()
    }

    /// Every shipped front and back in the languages of both directions, at both resolutions, and what its dots come to.
    private static func cards() async throws -> [String] {
        let renderer = try CardRenderer()
        var lines: [String] = []
        for name in FaceShelf.names {
            for language in ["fa", "zh"] {
                for (dpi, resolution) in [(203, CardResolution.dpi203), (300, .dpi300)] {
                    let card = try await renderer.render(ShippedFaceTests.card(language), on: ShippedFaceTests.face(name), at: resolution)
                    lines.append("\(name) \(language) \(dpi) \(digest(of: card))")
                }
            }
        }
        return lines
    }

    /// FNV-1a, 64 bits (Fowler, Noll, Vo): tells pictures apart, not forgers.
    private static func digest(of bitmap: Bitmap) -> String {
        let hash = bitmap.bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return String(hash, radix: 16)
    }

    @Test func `every card is dot for dot what was last looked at`() async throws {
        let versions = try Self.versions()
        let text = { (cards: [String]) in (versions + [""] + cards).joined(separator: "\n") + "\n" }
        if ProcessInfo.processInfo.environment["MEMBERLANE_WRITE_SNAPSHOTS"] != nil {
            try text(try await Self.cards()).write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let stored = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let split = try #require(stored.firstIndex(of: ""))
        guard Array(stored[..<split]) == versions else {
            let changes = versions.difference(from: stored[..<split]).map { "\($0)" }.joined(separator: "\n")
            Issue.record("SNAPSHOTS NOT COMPARED: they were made with other packages\n\(changes)", severity: .warning)
            return
        }
        let drawn = try await Self.cards()
        let known = Set(stored[(split + 1)...])
        let changed = drawn.filter { !known.contains($0) }
        #expect(changed.isEmpty, "\(changed.count) cards look different; look at make contact-sheet, then write the snapshots anew")
    }
}
