import CardFormats
import Testing

struct SerialTextTests {
    private func scans(_ transfers: [[UInt8]], terms: TextTerms = TextTerms()) throws -> [DecodedEvent] {
        var decoder = try ReaderDecoder(.serial(terms), reader: .scanner)
        return transfers.flatMap { decoder.receive($0) } + decoder.finish()
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\t", "\u{03}", ""])
    func `a scan ends with CR, LF, both, TAB, ETX or silence`(ending: String) throws {
        #expect(try scans([bytes("9001234" + ending)]).map(\.text) == ["9001234"])
    }

    @Test func `a scan may be split anywhere and several may come at once`() throws {
        let all = bytes("9001\r\nmember-2\r\n90\u{1D}03\r\n")
        for size in 1...all.count {
            let transfers = stride(from: 0, to: all.count, by: size).map { Array(all.dropFirst($0).prefix(size)) }
            #expect(try scans(transfers).map(\.text) == ["9001", "member-2", "90\u{1D}03"])
        }
    }

    @Test func `zeros are the line's, STX is not the code's, and bytes that are not UTF-8 are Latin-1`() throws {
        #expect(try scans([[0, 0, 2] + bytes("9001") + [0, 3, 0]]).map(\.text) == ["9001"])
        #expect(try scans([[0x41, 0xE9, 0xFF, 0x0D]]).map(\.text) == ["A\u{E9}\u{FF}"])
        #expect(try scans([bytes("кофе ۱۲\r")]).map(\.text) == ["кофе ۱۲"])
    }

    @Test func `silence ends a scan, and what comes before it is over belongs to it`() throws {
        var decoder = try ReaderDecoder(.serial(TextTerms()), reader: .scanner)
        #expect(decoder.deadline == nil)
        #expect(decoder.receive(bytes("90"), at: .milliseconds(0)).isEmpty && decoder.deadline == .milliseconds(200))
        #expect(decoder.receive(bytes("01"), at: .milliseconds(200)).isEmpty && decoder.deadline == .milliseconds(400))
        #expect(decoder.expire(at: .milliseconds(400)).isEmpty)
        #expect(decoder.receive(bytes("77"), at: .milliseconds(401)).map(\.text) == ["9001"])
        #expect(decoder.expire(at: .milliseconds(700)).map(\.text) == ["77"])
        #expect(decoder.deadline == nil)
    }

    @Test func `the silence that counts is between 150 and 250 milliseconds`() {
        #expect(TextTerms(silence: .zero).silence == .milliseconds(150))
        #expect(TextTerms(silence: .seconds(9)).silence == .milliseconds(250))
        #expect(TextTerms().silence == .milliseconds(200))
    }

    @Test func `a prefix and a suffix are asked for and left out`() throws {
        let terms = TextTerms(prefix: "~Q", suffix: "#")
        #expect(try scans([bytes("~Q9001#\r")], terms: terms).map(\.text) == ["9001"])
        for text in ["9001#", "~Q9001", "~", "Q9001#", "~Q"] { #expect(try scans([bytes(text + "\r")], terms: terms) == [.scanner(.retry(.cutOff))]) }
        #expect(try scans([bytes("~Q#\r")], terms: terms) == [.scanner(.retry(.empty))])
        #expect(try scans([[2] + bytes("9001\r")], terms: TextTerms(prefix: "\u{02}")).map(\.text) == ["9001"])
    }

    @Test func `an AIM identifier is taken off where the scanner sends one`() throws {
        let terms = TextTerms(sendsIdentifier: true)
        let expected = try #require(try hidScan("9001", "]C0"))
        #expect(try scans([bytes("]C09001\r")], terms: terms) == [.scanner(.ok(expected))])
        #expect(try scans([bytes("]C09001\r")]).map(\.text) == ["]C09001"])
        #expect(try scans([bytes("9001\r")], terms: terms).map(\.text) == ["9001"])
        #expect(try scans([bytes("]C0\r")], terms: terms) == [.scanner(.retry(.empty))])
    }

    @Test func `more than any symbol holds is a fault once, and the next scan is read`() throws {
        let flood = [[UInt8]](repeating: bytes(String(repeating: "8", count: 512)), count: 40)
        let events = try scans(flood + [bytes("\r9001\r")])
        #expect(events.first == .scanner(.fault(.scanTooLong(limit: ScanAssembler.longestScan))))
        #expect(events.dropFirst().map(\.text) == ["9001"])
    }

    @Test func `a flood at a card reader asks for another swipe`() throws {
        var decoder = try ReaderDecoder(.serial(TextTerms()), reader: .msr)
        #expect(decoder.receive([UInt8](repeating: 0x39, count: 4000)) == [.msr(.retry(.cutOff))])
        #expect(decoder.receive(bytes("\r;9001?\r")).map(\.number) == ["9001"])
    }

    @Test func `a payment number is refused however it is sent`() throws {
        let number = Synthetic.number("4", digits: 16)
        #expect(try scans([bytes(number + "\r")]) == [.scanner(.refused(.paymentCard))])
        #expect(try scans([bytes(";\(number)=2912101?\r")]) == [.scanner(.refused(.paymentCard))])
        var decoder = try ReaderDecoder(.serial(TextTerms()), reader: .msr)
        #expect(decoder.receive(bytes(";\(number)=2912101?\r")) == [.msr(.refused(.paymentCard))])
    }

    @Test func `without being told, a text that looks like a track is a swipe and any other a scan`() throws {
        var decoder = try ReaderDecoder(.serial(TextTerms()), reader: nil)
        let events = decoder.receive(bytes(";9001?\r9002\r+77010203\r"))
        #expect(events.map(\.number) == ["9001", nil, nil] && events.map(\.text) == [nil, "9002", "+77010203"])
        // A scanner that is one reads such a code as a code.
        #expect(try scans([bytes(";9001?\r")]).map(\.text) == [";9001?"])
    }

    private func hidScan(_ text: String, _ aim: String) throws -> Scan? {
        var decoder = try ReportDecoder(descriptor: descriptor(Descriptors.zebra))
        guard case .scanner(.ok(let scan))? = decoder.receive(Maker.zebra.report(bytes(text), aim: aim)).first else { return nil }
        return scan
    }
}
