import CardFormats
import Foundation
import FuzzTargets
import Testing

/// What libFuzzer and documents have brought is kept and tried again, and mutated further.
struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpora")

    private static func inputs(_ target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(at: folder.appending(path: target.rawValue), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "hex" }.sorted { $0.path < $1.path }
            .map { ($0.lastPathComponent, try HexText.bytes(String(contentsOf: $0, encoding: .utf8))) }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `every kept input is answered and no promise broken`(target: FuzzTarget) throws {
        let inputs = try Self.inputs(target)
        #expect(inputs.count >= 3)
        for input in inputs { #expect(target.brokenPromise(input.bytes) == nil, "\(input.name)") }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `neither random inputs nor mutations of the kept ones break a promise`(target: FuzzTarget) throws {
        let inputs = try Self.inputs(target).map(\.bytes)
        var generator = SplitMix(state: UInt64(target.rawValue.utf8.reduce(7) { $0 &* 31 &+ Int($1) }))
        for round in 0..<500 {
            var bytes = inputs[round % inputs.count]
            if round % 5 == 0 { bytes = (0..<Int.random(in: 1..<200, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) } }
            for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
                default: bytes += bytes[place...].prefix(40)
                }
            }
            if let broken = target.brokenPromise(bytes) { Issue.record("round \(round): \(broken)") }
        }
    }
}
