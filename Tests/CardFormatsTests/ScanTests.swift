import CardFormats
import Testing

/// The order of a scanner's fields.
enum Maker: String, CaseIterable {
    case zebra, zebraWideCount, honeywell

    var hex: String {
        switch self {
        case .zebra: Descriptors.zebra
        case .zebraWideCount: Descriptors.zebraWideCount
        case .honeywell: Descriptors.honeywell
        }
    }

    /// A report of 64 bytes.
    func report(_ data: [UInt8], aim: String = "]C0", count: UInt8? = nil, continues: Bool = false, filler: UInt8 = 0) -> [UInt8] {
        let room = data + [UInt8](repeating: filler, count: 56 - data.count)
        let tail: [UInt8] = [continues ? 1 : 0]
        let count = count ?? UInt8(data.count)
        switch self {
        case .zebra, .zebraWideCount: return [2, count, 0] + bytes(aim) + room + [0x63] + tail
        case .honeywell: return [2, count] + bytes(aim) + room + [0x63, 0x41] + tail
        }
    }
}

/// What a scanner's reports come to.
func scan(_ maker: Maker, _ reports: [[UInt8]], ranges: CardRanges = .none) throws -> [ScanResult] {
    var decoder = try ReportDecoder(descriptor: descriptor(maker.hex), ranges: ranges)
    var events = reports.flatMap { decoder.receive($0) }
    events += decoder.finish()
    return try events.map { event in
        guard case .scanner(let result) = event else { throw Unexpected(events: events) }
        return result
    }
}

extension ScanResult {
    var data: String? {
        if case .ok(let scan) = self { return scan.data }
        return nil
    }
}

struct ScanTests {
    /// Two captures of one symbol, by a Zebra 05E0:2100 and a Honeywell 0C2E:1007 (Itp.HidBarcodeScanner, Examples.txt).
    @Test func `captured reports of two makers give the same number`() throws {
        let zebra = try HexText.bytes("02 0C 00 5D 58 67 33 30 36 30 33 30 32 30 39 32 32 33" + String(repeating: " 00", count: 44) + " 63 00")
        let honeywell = try HexText.bytes("02 0C 5D 45 30 33 30 36 30 33 30 32 30 39 32 32 33" + String(repeating: " 00", count: 44) + " 63 41 00")
        for (maker, report, aim) in [(Maker.zebra, zebra, "]Xg"), (.zebraWideCount, zebra, "]Xg"), (.honeywell, honeywell, "]E0")] {
            let results = try scan(maker, [report])
            guard case .ok(let read)? = results.first else { throw Unexpected(events: results.map(DecodedEvent.scanner)) }
            #expect(read.data == "306030209223" && read.aim == aim && results.count == 1)
        }
    }

    @Test(arguments: Maker.allCases)
    func `a long code is put together until no more follows`(maker: Maker) throws {
        let text = String((0..<437).map { Character(Unicode.Scalar(UInt8(97 + $0 % 26))) })
        let parts = stride(from: 0, to: text.count, by: 56).map { Array(bytes(text).dropFirst($0).prefix(56)) }
        let reports = parts.enumerated().map { maker.report($1, aim: "]Q1", continues: $0 < parts.count - 1) }
        #expect(try scan(maker, reports).map(\.data) == [text])
    }

    @Test(arguments: Maker.allCases)
    func `bytes behind the count are not looked at`(maker: Maker) throws {
        #expect(try scan(maker, [maker.report(bytes("9001"), filler: 0x37)]).map(\.data) == ["9001"])
    }

    @Test(arguments: ["9001\r", "9001\n", "9001\r\n"])
    func `the line end of the scanner is not part of the code`(text: String) throws {
        #expect(try scan(.zebra, [Maker.zebra.report(bytes(text))]).map(\.data) == ["9001"])
    }

    @Test func `separators within a code stay`() throws {
        #expect(try scan(.honeywell, [Maker.honeywell.report(bytes("019\u{1D}10A"), aim: "]C1")]).map(\.data) == ["019\u{1D}10A"])
    }

    @Test func `data are UTF-8 where valid and else Latin-1`() throws {
        #expect(try scan(.zebra, [Maker.zebra.report(bytes("سپهر"), aim: "]Q1")]).map(\.data) == ["سپهر"])
        #expect(try scan(.zebra, [Maker.zebra.report([0x4D, 0xFC, 0x6C])]).map(\.data) == ["Mül"])
    }

    @Test func `a character may be split between two reports`() throws {
        let text = bytes("a" + String(repeating: "س", count: 30))
        let reports = [Maker.zebra.report(Array(text.prefix(56)), continues: true), Maker.zebra.report(Array(text.dropFirst(56)))]
        #expect(try scan(.zebra, reports).map(\.data) == ["a" + String(repeating: "س", count: 30)])
    }

    @Test(arguments: ["\0\0\0", "C0x", "]\u{7F}0"])
    func `what is not an AIM identifier is left out`(aim: String) throws {
        #expect(try scan(.zebra, [Maker.zebra.report(bytes("9001"), aim: aim)]) == (try scan(.honeywell, [Maker.honeywell.report(bytes("9001"), aim: aim)])))
        guard case .ok(let read)? = try scan(.zebra, [Maker.zebra.report(bytes("9001"), aim: aim)]).first else { throw Unexpected(events: []) }
        #expect(read.aim == nil)
    }

    @Test func `an empty scan asks for another`() throws {
        #expect(try scan(.zebra, [Maker.zebra.report([])]) == [.retry(.empty)])
        #expect(try scan(.zebra, [Maker.zebra.report(bytes("\r"))]) == [.retry(.empty)])
    }

    @Test func `a fragment is dropped when another symbology begins`() throws {
        let maker = Maker.zebra
        let results = try scan(maker, [maker.report(bytes("half"), aim: "]Q1", continues: true), maker.report(bytes("9001"), aim: "]C0")])
        #expect(results.count == 2 && results.first == .retry(.cutOff) && results.last?.data == "9001")
    }

    @Test func `a fragment that nothing follows is cut off at the end`() throws {
        #expect(try scan(.zebra, [Maker.zebra.report(bytes("half"), continues: true)]) == [.retry(.cutOff)])
    }

    @Test func `a fragment is dropped after half a second and not before`() throws {
        let maker = Maker.zebra
        var scanner = try ScanAssembler(descriptor: descriptor(maker.hex))
        #expect(scanner.receive(maker.report(bytes("half"), continues: true), at: .seconds(10)).isEmpty)
        #expect(scanner.expire(at: .milliseconds(10_500)).isEmpty)
        #expect(scanner.expire(at: .milliseconds(10_501)) == [.retry(.cutOff)])
        #expect(scanner.expire(at: .seconds(99)).isEmpty)
        #expect(scanner.receive(maker.report(bytes("9001")), at: .seconds(100)).map(\.data) == ["9001"])
    }

    @Test func `a new scan after a stale fragment stands alone`() throws {
        let maker = Maker.honeywell
        var scanner = try ScanAssembler(descriptor: descriptor(maker.hex))
        #expect(scanner.receive(maker.report(bytes("half"), continues: true), at: .zero).isEmpty)
        let results = scanner.receive(maker.report(bytes("9001")), at: .seconds(1))
        #expect(results.first == .retry(.cutOff) && results.last?.data == "9001" && results.count == 2)
    }

    @Test func `a count beyond the field is a fault and the rest of that code goes by`() throws {
        let maker = Maker.zebra
        let results = try scan(
            maker,
            [
                maker.report(bytes("a"), count: 57, continues: true), maker.report(bytes("b"), continues: true), maker.report(bytes("c")),
                maker.report(bytes("9001")),
            ])
        #expect(results.map(\.data) == [nil, "9001"])
        #expect(results.first == .fault(.scanLength(said: 57, field: 56)))
    }

    @Test func `a code without end is a fault once`() throws {
        let maker = Maker.zebra
        let chunk = maker.report([UInt8](repeating: 0x61, count: 56), continues: true)
        let results = try scan(maker, Array(repeating: chunk, count: 200) + [maker.report(bytes("z")), maker.report(bytes("9001"))])
        #expect(results.first == .fault(.scanTooLong(limit: 8192)))
        #expect(results.map(\.data) == [nil, "9001"])
    }

    @Test func `a report of another length or id is a fault`() throws {
        #expect(try scan(.zebra, [[2, 1, 0]]) == [.fault(.reportLength(received: 3, expected: 64))])
        #expect(try scan(.zebra, [[UInt8](repeating: 2, count: 65)]) == [.fault(.reportLength(received: 65, expected: 64))])
        #expect(try scan(.zebra, [[7, 1, 0]]) == [.fault(.unknownReport(id: 7))])
    }

    @Test func `a scanner without a count ends its data at the zeros`() throws {
        let hex = "05 8C 09 02 A1 01 15 00 26 FF 00 75 08 09 FE 95 10 82 02 01 C0"
        var scanner = try ScanAssembler(descriptor: descriptor(hex))
        #expect(scanner.receive((bytes("9001") + [UInt8](repeating: 0, count: 12))).map(\.data) == ["9001"])
    }

    @Test func `more follows may be a choice instead of a bit`() throws {
        let hex = "05 8C 09 02 A1 01 15 00 26 FF 00 75 08 09 FE 95 04 82 02 01 15 01 25 01 09 FF 95 01 81 00 C0"
        var scanner = try ScanAssembler(descriptor: descriptor(hex))
        #expect(scanner.receive((bytes("9001") + [1])).isEmpty)
        #expect(scanner.receive((bytes("23") + [0, 0, 0])).map(\.data) == ["900123"])
    }

    @Test func `a scanned payment number is refused, also in parts and in other digits`() throws {
        let maker = Maker.honeywell
        let number = Synthetic.number("4", digits: 16)
        let persian = String(String.UnicodeScalarView(number.unicodeScalars.map { Unicode.Scalar($0.value - 0x30 + 0x06F0) ?? $0 }))
        let parts = [maker.report(Array(bytes(number).prefix(8)), continues: true), maker.report(Array(bytes(number).dropFirst(8)))]
        for reports in [[maker.report(bytes(number))], [maker.report(bytes(persian), aim: "]Q1")], parts] {
            #expect(try scan(maker, reports) == [.refused(.paymentCard)])
        }
        let ranges = try CardRanges([CardRange(prefix: "9001")])
        let own = "900100000001=2512101"
        #expect(try scan(maker, [maker.report(bytes(own))]) == [.refused(.paymentCard)])
        #expect(try scan(maker, [maker.report(bytes(own))], ranges: ranges).map(\.data) == [own])
    }

    @Test func `a scan shows nothing of itself in descriptions and dumps`() throws {
        let results = try scan(.zebra, [Maker.zebra.report(bytes("9001001234"))])
        var dumped = ""
        dump(results, to: &dumped)
        for text in ["\(results)", String(reflecting: results), dumped] { #expect(!text.contains("9001")) }
    }
}
