import CardFormats
import Testing

/// A generator of one sequence, so that a failure comes again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// Whatever bytes come, the decoders give an answer.
struct TotalityTests {
    private static let hexes = [
        Descriptors.magtek, Descriptors.magneSafe887, Descriptors.standard, Descriptors.idTech, Descriptors.zebra, Descriptors.honeywell,
    ]

    private func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0...bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            default: bytes = Array(bytes.prefix(place)) + bytes.suffix(Int.random(in: 0...bytes.count, using: &random))
            }
        }
        return bytes
    }

    private func random(_ count: Int, _ random: inout SplitMix) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) } }

    @Test func `random and mutated descriptors are read or refused, and what is read can decode`() throws {
        var generator = SplitMix(state: 1)
        let originals = try (Self.hexes + [Descriptors.keyboard, Descriptors.lookAlike]).map { try HexText.bytes($0) }
        var understood = 0
        for round in 0..<6000 {
            let bytes =
                round % 2 == 0
                ? random(Int.random(in: 0..<80, using: &generator), &generator) : mutated(originals[round / 2 % originals.count], &generator)
            guard let descriptor = try? HIDReportDescriptor(bytes) else { continue }
            understood += 1
            for field in descriptor.fields {
                #expect(field.count > 0 && field.bitSize > 0)
                let report = random(Int.random(in: 0..<40, using: &generator), &generator)
                _ = field.value(at: field.count - 1, in: report.span)
                _ = field.isOn(HIDUsage(0x8C, 0xFF), in: report.span)
            }
            guard var decoder = try? ReportDecoder(descriptor: descriptor) else { continue }
            for id in descriptor.reportIDs(of: .input) {
                var report = random(descriptor.byteCount(of: .input, id: id) ?? 0, &generator)
                if descriptor.usesReportIDs { report[0] = id }
                _ = decoder.receive(report)
            }
            _ = decoder.finish()
        }
        #expect(understood > 1000)
    }

    @Test(arguments: hexes)
    func `random reports are answered`(hex: String) throws {
        var generator = SplitMix(state: 2)
        let descriptor = try descriptor(hex)
        let id = descriptor.reportIDs(of: .input)[0]
        let length = try #require(descriptor.byteCount(of: .input, id: id))
        var decoder = try ReportDecoder(descriptor: descriptor)
        for round in 0..<2000 {
            var report = random(round % 3 == 0 ? Int.random(in: 0..<100, using: &generator) : length, &generator)
            if descriptor.usesReportIDs, !report.isEmpty { report[0] = id }
            for event in decoder.receive(report, at: .seconds(round)) { #expect(!"\(event)".isEmpty) }
        }
        _ = decoder.finish()
    }

    @Test func `mutated swipes never show a bank's number`() throws {
        var generator = SplitMix(state: 3)
        let number = Synthetic.number("4", digits: 16)
        let original = Swipe("%B\(number)^AB/CD^2512101000?", ";\(number)=2512101000?", "").magtek
        var decoder = try ReportDecoder(descriptor: descriptor(Descriptors.magtek))
        for _ in 0..<4000 {
            var report = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                report[Int.random(in: 0..<160, using: &generator)] = UInt8.random(in: 0...127, using: &generator)
            }
            for event in decoder.receive(report) {
                guard case .msr(.ok(let card)) = event else { continue }
                #expect(card.tracks.values.allSatisfy { !$0.contains(number) })
                #expect(card.number.map { !$0.hasPrefix("4") } ?? true)
            }
        }
    }

    @Test func `random text is judged`() {
        var generator = SplitMix(state: 4)
        let alphabet = Array("0123456789%;?=^B@+ -ANSI636000\r\n۱٤５")
        let rule = CardRule()
        for _ in 0..<6000 {
            let text = String((0..<Int.random(in: 0..<50, using: &generator)).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] })
            #expect(!"\(rule.verdict(onText: text))".isEmpty)
            _ = rule.mayEncode([.one: text, .two: text, .three: text])
            for track in TrackNumber.allCases {
                guard let characters = RawTrack.characters(of: text, on: track) else { continue }
                #expect((try? RawTrack.text(ofPacked: RawTrack.packed(characters, on: track), on: track)) != nil)
            }
        }
    }

    @Test func `random bits are read or refused`() {
        var generator = SplitMix(state: 5)
        for round in 0..<2000 {
            let track = TrackNumber.allCases[round % 3]
            let text = try? RawTrack.text(ofPacked: random(Int.random(in: 0..<100, using: &generator), &generator), on: track)
            #expect(text.map { $0.utf8.last == UInt8(ascii: "?") } ?? true)
        }
    }

    @Test func `random text is hexadecimal or not`() {
        var generator = SplitMix(state: 6)
        let alphabet = Array("0123456789abcdefABCDEFx, #\n\rg")
        for _ in 0..<4000 {
            let text = String((0..<Int.random(in: 0..<30, using: &generator)).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] })
            let flat = try? HexText.bytes(text)
            let lines = try? HexText.lines(text)
            #expect(flat == lines?.flatMap { $0 })
        }
    }
}
