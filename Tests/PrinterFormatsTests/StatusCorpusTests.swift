import Foundation
import PrinterFormats
import Testing

/// Any bytes in any pieces, starting from what printers really say: no crash, no hang, and nothing that grows.
@Suite struct StatusCorpusTests {
    private static let corpora = ["escpos", "star", "zpl", "tspl"]
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpora/status")
    /// Bytes and questions that a dialect may keep: Epson's longest string, Zebra's longest line, and what is outstanding.
    private static let mostKept = 600

    private func streams(_ name: String) throws -> [[UInt8]] {
        let text = try String(contentsOf: Self.folder.appending(path: "\(name).hex"), encoding: .utf8)
        return text.split(separator: "\n").compactMap { line in
            let bytes = line.prefix { $0 != "#" }.split(separator: " ").compactMap { UInt8($0, radix: 16) }
            return bytes.isEmpty ? nil : bytes
        }
    }

    private func dialect(_ name: String) -> any PrinterDialect {
        let language: PrinterLanguage = name == "star" ? .starPRNT : PrinterLanguage(rawValue: name) ?? .escpos
        return PrinterProfile(name: "test", headDots: 576, dotsPerInch: 203, language: language).dialect
    }

    /// How many elements all arrays within a value have together.
    private func kept(_ value: Any) -> Int {
        let mirror = Mirror(reflecting: value)
        let own = mirror.displayStyle == .collection ? mirror.children.count : 0
        return mirror.children.reduce(own) { $0 + ($1.value is UInt8 ? 0 : kept($1.value)) }
    }

    private func feed(_ bytes: [UInt8], to dialect: inout any PrinterDialect, piece: Int) {
        for start in stride(from: 0, to: bytes.count, by: max(1, piece)) {
            _ = dialect.receive(Array(bytes[start..<min(start + max(1, piece), bytes.count)]))
        }
    }

    @Test(arguments: corpora)
    func `each stream says the same however it is cut`(name: String) throws {
        for stream in try streams(name) {
            for question in dialect(name).questions {
                func fresh() -> any PrinterDialect {
                    var dialect = dialect(name)
                    dialect.expectAnswer(to: question)
                    dialect.expectCompletion()
                    return dialect
                }
                var whole = fresh()
                let news = whole.receive(stream)
                var pieces = fresh()
                #expect(stream.flatMap { pieces.receive([$0]) } == news)
            }
        }
    }

    @Test(arguments: corpora)
    func `mutated streams are survived, and the next status is understood`(name: String) throws {
        let streams = try streams(name)
        var dice = Dice(seed: 20_261_128)
        for round in 0..<3_000 {
            var dialect = dialect(name)
            var bytes = streams[dice.below(streams.count)]
            for _ in 0...dice.below(6) { mutate(&bytes, streams, &dice) }
            for question in dialect.questions where dice.below(2) == 0 { dialect.expectAnswer(to: question) }
            if dice.below(2) == 0 { dialect.expectCompletion() }
            feed(bytes, to: &dialect, piece: 1 + dice.below(9))
            #expect(kept(dialect) <= Self.mostKept, "round \(round)")
            // What was half received is filled up or passed over by a second status at the latest.
            var isUnderstood = false
            for _ in 0..<24 where !isUnderstood {
                dialect.forgetAnswers()
                if let question = dialect.questions.last { dialect.expectAnswer(to: question) }
                isUnderstood = streams.contains { dialect.receive($0).contains { if case .state = $0 { true } else { false } } }
            }
            #expect(isUnderstood, "round \(round): \(bytes)")
        }
    }

    @Test(arguments: corpora)
    func `a megabyte of noise leaves nothing behind`(name: String) {
        var dialect = dialect(name)
        for question in dialect.questions { dialect.expectAnswer(to: question) }
        for seed in 0..<16 as Range<UInt64> { feed(Noise.bytes(65_536, seed: seed), to: &dialect, piece: 61) }
        #expect(kept(dialect) <= Self.mostKept)
        // Text without an end, which Epson's and Zebra's strings could be.
        feed([0x5F] + [UInt8](repeating: 0x41, count: 100_000), to: &dialect, piece: 64)
        #expect(kept(dialect) <= Self.mostKept)
    }

    private func mutate(_ bytes: inout [UInt8], _ others: [[UInt8]], _ dice: inout Dice) {
        let place = dice.below(bytes.count + 1)
        switch dice.below(6) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(dice.below(8))
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(dice.below(256)), at: place)
        case 3: bytes.insert(contentsOf: others[dice.below(others.count)], at: place)
        case 4: bytes.removeLast(min(bytes.count, dice.below(4)))
        default: bytes += bytes.prefix(dice.below(40))
        }
    }

    /// Numbers from a seed, the same on every run.
    private struct Dice {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
    }
}
