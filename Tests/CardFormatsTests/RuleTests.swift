import CardFormats
import Testing

struct CardRangesTests {
    @Test(arguments: [("9", 1), ("9001", 16), ("7000", 8), ("80", 10), ("2300", 16), ("27", 16), ("0", 12), ("2205", 16)])
    func `ranges that are nobody else's are accepted or refused by overlap alone`(prefix: String, digits: Int) throws {
        let range = try CardRange(prefix: prefix, lengths: digits...digits)
        if ["2300", "27"].contains(prefix) {
            #expect(throws: CardRangeFault.belongsToPayment(first: prefix, scheme: "Mastercard")) { try CardRanges([range]) }
        } else {
            #expect(try CardRanges([range]).ranges == [range])
        }
    }

    @Test(arguments: [
        ("4", "4", "Visa"), ("49", "49", "Visa"), ("2", "2", "Mastercard"), ("2220", "2221", "Mastercard"), ("2720", "2721", "Mastercard"),
        ("15", "15", "UATP"), ("0", "1", "UATP"), ("2204", "2204", "Mir"), ("22049", "22050", "Mir"), ("622126", "622126", "Discover"), ("6", "6", "Discover"),
        ("35", "35", "JCB"),
    ])
    func `a range that touches a payment scheme's is refused`(first: String, last: String, scheme: String) throws {
        let range = try CardRange(from: first, through: last)
        #expect(throws: CardRangeFault.belongsToPayment(first: first, scheme: scheme)) { try CardRanges([range]) }
    }

    @Test(arguments: ["3527", "31", "33", "52", "66", "306"])
    func `numbers that begin with 3 to 6 are refused`(prefix: String) throws {
        let range = try CardRange(prefix: prefix)
        #expect(throws: (any Error).self) { try CardRanges([range]) }
    }

    @Test func `digits of travel and trade outside the schemes' ranges are refused for their first digit`() throws {
        let range = try CardRange(prefix: "306")
        #expect(throws: CardRangeFault.industryDigit(first: "306")) { try CardRanges([range]) }
    }

    @Test func `ends must be digits of one length and in order`() {
        #expect(throws: CardRangeFault.notDigits(first: "", last: "")) { try CardRange(prefix: "") }
        #expect(throws: CardRangeFault.notDigits(first: "90", last: "9")) { try CardRange(from: "90", through: "9") }
        #expect(throws: CardRangeFault.notDigits(first: "۹", last: "۹")) { try CardRange(prefix: "۹") }
        #expect(throws: CardRangeFault.outOfOrder(first: "92", last: "91")) { try CardRange(from: "92", through: "91") }
        #expect(throws: CardRangeFault.impossibleLength(first: "90", lengths: 1...8)) { try CardRange(prefix: "90", lengths: 1...8) }
        #expect(throws: CardRangeFault.impossibleLength(first: "90", lengths: 8...38)) { try CardRange(prefix: "90", lengths: 8...38) }
    }

    @Test func `a range takes numbers between its ends and of its lengths only`() throws {
        let rule = CardRule(ranges: try CardRanges([CardRange(from: "7005", through: "7012", lengths: 6...8)]))
        for number in ["700500", "70059999", "700999", "7012999"] { #expect(rule.verdict(onText: number) == .own(number: number)) }
        for number in ["700499", "701300", "70050", "700500000"] { #expect(rule.verdict(onText: number) == .noNumber) }
    }

    @Test func `every fault of a range says what is wrong and the way out`() {
        let faults: [CardRangeFault] = [
            .notDigits(first: "a", last: "b"), .outOfOrder(first: "2", last: "1"), .impossibleLength(first: "9", lengths: 1...99),
            .belongsToPayment(first: "4", scheme: "Visa"), .industryDigit(first: "31"),
        ]
        for fault in faults { #expect(fault.errorDescription?.isEmpty == false && fault.recoverySuggestion?.isEmpty == false) }
    }
}

struct CheckDigitTests {
    @Test(arguments: [("7992739871", 3), ("0", 0), ("9", 1), ("18", 2), ("00000", 0)])
    func `the check digit is the one of ISO 7812`(payload: String, digit: Int) {
        #expect(CheckDigit.digit(for: payload) == digit)
        for other in 0...9 { #expect(CheckDigit.isValid(payload + String(other)) == (other == digit)) }
    }

    @Test func `every single wrong digit is found`() {
        let number = Array(Synthetic.number("9001234567", digits: 16))
        for place in number.indices {
            for digit in "0123456789" where digit != number[place] {
                var wrong = number
                wrong[place] = digit
                #expect(!CheckDigit.isValid(String(wrong)))
            }
        }
    }

    @Test(arguments: ["", "0", "12a4", "۱۲", " 18"])
    func `what is not a number has no check digit`(text: String) {
        #expect(!CheckDigit.isValid(text))
        #expect(text == "0" || CheckDigit.digit(for: text) == nil)
    }
}

struct DigitsTests {
    @Test func `digits of four scripts are the same`() {
        for text in ["0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "０１２３４５６７８９"] { #expect(Digits.latin(text) == "0123456789") }
        #expect(Digits.latin("م-۱a") == "م-1a")
    }

    @Test func `a masked number shows four digits at most and never all of them`() {
        #expect(Digits.masked("9001001234") == "…1234")
        #expect(Digits.masked("12345") == "…2345")
        #expect(Digits.masked("1234") == "…")
        #expect(Digits.masked("") == "…")
    }
}

struct TrackFormatTests {
    @Test func `the formats are those of the standard's table`() {
        let rows = TrackNumber.allCases.map(\.format)
        #expect(rows.map(\.density) == [210, 75, 210])
        #expect(rows.map(\.bits) == [7, 5, 5])
        #expect(rows.map(\.capacity) == [79, 40, 107])
        #expect(rows.map(\.dataCapacity) == [76, 37, 104])
        #expect(rows.map(\.characters) == [0x20...0x5F, 0x30...0x3F, 0x30...0x3F])
    }
}

struct RawTrackTests {
    /// The examples of the MSR605 Programmer's Manual, “write raw data”, checked against an independent encoder.
    @Test func `the characters of known tracks have known parity and LRC`() throws {
        let one = try #require(RawTrack.characters(of: "%ABC123?", on: .one))
        #expect(one == [0x45, 0x61, 0x62, 0x23, 0x51, 0x52, 0x13, 0x1F, 0x2A])
        #expect(RawTrack.packed(one, on: .one) == [0xC5, 0xB0, 0x78, 0x14, 0x95, 0x4E, 0x3E, 0x2A])
        let two = try #require(RawTrack.characters(of: ";12345?", on: .two))
        #expect(two == [0x0B, 0x01, 0x02, 0x13, 0x04, 0x15, 0x1F, 0x15])
        #expect(RawTrack.packed(two, on: .two) == [0x2B, 0x88, 0x49, 0xEA, 0xAF])
    }

    @Test func `a track is read from its bits either way and behind clocking zeros`() throws {
        for (text, track) in [("%M9001^AB^?", TrackNumber.one), (";9001=1?", .two), (";9001=1?", .three)] {
            let packed = RawTrack.packed(try #require(RawTrack.characters(of: text, on: track)), on: track)
            let forward = [0, 0] + packed + [0, 0]
            let backward = forward.reversed().map(mirrored)
            #expect(try RawTrack.text(ofPacked: forward, on: track) == text)
            #expect(try RawTrack.text(ofPacked: backward, on: track) == text)
        }
    }

    private func mirrored(_ byte: UInt8) -> UInt8 {
        var result: UInt8 = 0
        for bit: UInt8 in 0..<8 where byte >> bit & 1 == 1 { result |= 1 << (7 - bit) }
        return result
    }

    @Test func `every flaw of a track has its name`() throws {
        let good = try #require(RawTrack.characters(of: ";12345?", on: .two))
        func flaw(_ characters: [UInt8]) -> RawTrackFlaw? {
            do { _ = try RawTrack.text(ofPacked: RawTrack.packed(characters, on: .two), on: .two) } catch { return error }
            return nil
        }
        #expect(flaw([]) == .startSentinelMissing)
        #expect(flaw(Array(good.dropFirst())) == .startSentinelMissing)
        #expect(flaw(good.dropLast().map { $0 }) == .endSentinelMissing || flaw(good.dropLast().map { $0 }) == .parityIsWrong)
        var wrong = good
        wrong[2] ^= 1
        #expect(flaw(wrong) == .parityIsWrong)
        wrong = good
        wrong[2] = 0x13
        #expect(flaw(wrong) == .lrcDiffers)
        #expect(flaw([0x0B] + Array(repeating: 0x01, count: 60)) == .overrun)
    }

    @Test func `a track is not written with what it cannot hold`() {
        #expect(RawTrack.characters(of: "%abc?", on: .one) == nil)
        #expect(RawTrack.characters(of: ";12A?", on: .two) == nil)
        #expect(RawTrack.characters(of: "12345", on: .two) == nil)
        #expect(RawTrack.characters(of: ";" + String(repeating: "1", count: 37) + "?", on: .two)?.count == 40)
        #expect(RawTrack.characters(of: ";" + String(repeating: "1", count: 38) + "?", on: .two) == nil)
    }
}
